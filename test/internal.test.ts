import assert from 'node:assert/strict'
import { defaults } from '../server/src/lint/config.ts'
import { internalRule } from '../server/src/lint/internal.ts'
import { linter } from '../server/src/lint/lint.ts'
import { rule } from '../server/src/lint/rule.ts'
import type { Line } from '../server/src/plan/line.ts'
import { analyze } from '../server/src/plan/plan.ts'
import { check } from '../server/src/report/check.ts'
import { diagnostic } from '../server/src/report/diagnostic.ts'
import { rules } from '../server/src/rules/index.ts'

const text = '某市2027年工作要点\n一、防止一触而就。\n三、严守政治记录。\n'

/** Rules with a mistake in them, of a line and of a part. */
const { scope: _scope, check: _check, applies: _applies, ...model } = internalRule
const broken = rule({
  ...model,
  id: 'ordinal/line',
  scope: 'line',
  check({ text: words }: Line) {
    if (words.includes('、')) throw new TypeError('no 、')
    return []
  },
})
const brokenPart = rule({
  ...model,
  id: 'ordinal/part',
  scope: 'part',
  check() {
    throw new RangeError('too deep')
  },
})

describe('a rule that fails', () => {
  it('is one finding that names it, and the others go on', () => {
    const plan = analyze(text)
    const lint = linter([broken, brokenPart, ...rules], defaults)
    const usual = linter(rules, defaults)(plan).map((finding) => diagnostic(plan, finding, 'zh'))
    const found = lint(analyze(text, undefined)).map((finding) => diagnostic(plan, finding, 'zh'))
    const own = lint(plan).map((finding) => diagnostic(plan, finding, 'zh'))
    assert.equal(found.length, own.length)
    assert.deepEqual(
      own.filter(({ rule: id }) => id !== 'internal/rule'),
      usual,
    )
    assert.deepEqual(
      own
        .filter(({ rule: id }) => id === 'internal/rule')
        .map(({ range, severity, message }) => [range.start.line, severity, message]),
      [
        [0, 'warning', '规则 ordinal/part 查到这里出错了（too deep），其余照常检查；请把这一行告诉要点的维护者'],
        [1, 'warning', '规则 ordinal/line 查到这里出错了（no 、），其余照常检查；请把这一行告诉要点的维护者'],
      ],
    )
  })

  it('stands in the check before issue, too', () => {
    const plan = analyze('某市2027年工作要点\n一、甲事\n二、乙事\n')
    const open = linter([brokenPart], defaults)(plan)
    const { findings } = check({ name: 'a.plan', plan, config: defaults, rules, open, accepted: [] }, 'zh')
    assert.deepEqual(
      findings.map(({ found }) => found.rule),
      ['internal/rule'],
    )
  })
})
