import assert from 'node:assert/strict'
import { type Config, defaults } from '../server/src/lint/config.ts'
import { applyEdits, firstFix, together } from '../server/src/lint/fix.ts'
import { type Lint, linter } from '../server/src/lint/lint.ts'
import type { Rule } from '../server/src/lint/rule.ts'
import { analyze } from '../server/src/plan/plan.ts'
import { rules } from '../server/src/rules/index.ts'
import { configured, problemsIn } from './configured.ts'
import { report, source } from './marked.ts'
import { shipped } from './speller.ts'

/** What holds for a rule's examples; they are checked in the middle of 2024. */
const configOf = ({ given = '{}' }: Rule): Config => ({
  ...configured(given),
  today: '2024-07-01',
  speller: shipped(),
})

for (const rule of rules) {
  describe(rule.id, () => {
    const lint = linter([rule], configOf(rule))
    it('has a configuration without problems', () => assert.deepEqual(problemsIn(rule.given ?? '{}'), []))
    for (const [i, good] of rule.good.entries())
      it(`is silent on good example ${i + 1}`, () => assert.equal(report(lint, good), good))
    for (const [i, bad] of rule.bad.entries()) {
      it(`reports bad example ${i + 1} as marked`, () => assert.equal(report(lint, source(bad)), bad))
      it(`finds nothing more to fix in bad example ${i + 1}`, () => {
        const plan = analyze(source(bad))
        const fixes = lint(plan).flatMap((finding) => firstFix(finding) ?? [])
        const again = lint(analyze(applyEdits(plan, together(fixes))))
        assert.deepEqual(
          again.flatMap((finding) => finding.fixes ?? []),
          [],
        )
      })
    }
  })
}

describe('the table of rules', () => {
  it('has each id once', () => assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length))
  it('gives every rule good and bad documents', () => {
    assert.deepEqual(
      rules.filter(({ good, bad }) => good.length === 0 || bad.length === 0),
      [],
    )
  })
  it('calls nothing in good examples wrong, whichever rule they belong to', () => {
    const lint = linter(rules, { ...defaults, speller: shipped() })
    const wrong: Lint = (plan) => lint(plan).filter(({ severity }) => severity === 'error' || severity === 'warning')
    for (const { good } of rules) for (const text of good) assert.equal(report(wrong, text), text)
  })
})
