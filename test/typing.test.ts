import assert from 'node:assert/strict'
import fc from 'fast-check'
import { linter } from '../server/src/lint/lint.ts'
import { analyze, type Plan } from '../server/src/plan/plan.ts'
import { diagnostic } from '../server/src/report/diagnostic.ts'
import { rules } from '../server/src/rules/index.ts'
import { configured } from './configured.ts'
import { source } from './marked.ts'

/** Documents of many rules' own matter, one behind the other. */
const documents = fc
  .array(fc.constantFrom(...rules.flatMap(({ good, bad }) => [...good, ...bad.map(source)])), {
    minLength: 1,
    maxLength: 6,
  })
  .map((texts) => texts.join('\n'))

const typed = fc.constantFrom(
  ...'事的是要，。、；：“”《》（）( 一二第条2３4年月底前牵头各附件①%\n',
  '责任单位：',
  '以下简称',
  '',
)

/** A character typed, or one or two taken away, as shares of the text. */
const keystroke = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  taken: fc.constantFrom(0, 0, 0, 1, 2),
  typed,
})

const config = { ...configured('{ "profile": "issue" }'), today: '2024-07-01' }
const said = (lint: ReturnType<typeof linter>, plan: Plan) =>
  lint(plan).map((finding) => diagnostic(plan, finding, 'zh'))

describe('while somebody types', () => {
  it('what is found is what would be found afresh, by every rule', () => {
    fc.assert(
      fc.property(documents, fc.array(keystroke, { minLength: 1, maxLength: 8 }), (text, keystrokes) => {
        const lint = linter(rules, config)
        let now = text
        let plan = analyze(now)
        said(lint, plan)
        for (const { at, taken, typed: words } of keystrokes) {
          const from = Math.floor(at * now.length)
          now = now.slice(0, from) + words + now.slice(from + taken)
          plan = analyze(now, plan)
          const fresh = analyze(now)
          assert.deepEqual(said(lint, plan), said(linter(rules, config), fresh))
        }
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 300) },
    )
  })

  it('what still stands is the same finding, not another like it', () => {
    const plan = analyze('2024年工作要点\n一、抓改革，重落实\n二、抓服务。\n四、抓保障。')
    const lint = linter(rules, config)
    const [before] = lint(plan)
    const [after] = lint(analyze(plan.text.replace('重落实', '重在落实'), plan))
    assert.equal(before?.rule.id, 'ordinal/skip')
    assert.equal(after, before)
  })
})
