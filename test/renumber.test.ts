import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type OperationName, operations } from '../server/src/edit/index.ts'
import { change } from '../server/src/edit/operation.ts'
import { renumberEdits } from '../server/src/edit/renumber.ts'
import { applyEdits } from '../server/src/lint/fix.ts'
import { analyze, type Plan, parts } from '../server/src/plan/plan.ts'
import { links } from '../server/src/plan/resolve.ts'
import { broken, schemes, trees, plan as written } from './numbered.ts'
import { applied } from './text-edits.ts'

const runs = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 4000) }
/** Long runs are asked for by FUZZ_RUNS. */
const patience = 60_000 * Math.max(1, runs.numRuns / 4000)

const renumbered = (text: string): string => {
  const plan = analyze(text)
  return applyEdits(plan, renumberEdits(plan))
}

describe('renumbering', () => {
  for (const [what, text, expected] of [
    [
      'lets lists and spans of numbers follow, each number by itself',
      '某市2024年工作要点\n一、甲\n二、乙\n四、丙\n五、丁\n六、戊，按照第四、第五部分和第四至六部分办理',
      '某市2024年工作要点\n一、甲\n二、乙\n三、丙\n四、丁\n五、戊，按照第三、第四部分和第三至五部分办理',
    ],
    [
      'leaves what points into an annex to the annex',
      '某市2024年工作要点\n一、甲\n三、乙，见附件2第三部分\n四、丁\n附件2\n联系人名单\n一、x\n二、y\n三、z',
      '某市2024年工作要点\n一、甲\n二、乙，见附件2第三部分\n三、丁\n附件2\n联系人名单\n一、x\n二、y\n三、z',
    ],
    ['leaves right numbers in the author’s own form', '某市方案\n01.甲\n02.乙\n03.丙', '某市方案\n01.甲\n02.乙\n03.丙'],
  ] as const)
    it(what, () => assert.equal(renumbered(text), expected))

  it('changes nothing in a plan that is numbered rightly, whatever its style', () => {
    fc.assert(
      fc.property(schemes, (scheme) =>
        fc.assert(
          fc.property(trees(scheme), (tree) => {
            const text = written(scheme, tree)
            assert.equal(renumbered(text), text)
          }),
          { numRuns: 3 },
        ),
      ),
      { numRuns: runs.numRuns / 4 },
    )
  })

  it('makes a broken plan what it would be if written right, and every reference still points where it pointed', () => {
    const cases = schemes.chain((scheme) => trees(scheme).chain((tree) => broken(scheme, tree)))
    fc.assert(
      fc.property(cases, ({ text, right }) => {
        assert.equal(renumbered(text), right)
      }),
      runs,
    )
  }).timeout(patience)
})

describe('every operation on structure', () => {
  const cases = schemes.chain((scheme) =>
    fc.record({
      text: trees(scheme).map((tree) => written(scheme, tree)),
      name: fc.constantFrom(...(Object.keys(operations) as OperationName[])),
      at: fc.nat(1000),
    }),
  )

  it('leaves a plan that is numbered rightly numbered rightly, loses no line, and lets every reference find its place', () => {
    fc.assert(
      fc.property(cases, ({ text, name, at }) => {
        const before = analyze(text)
        const row = at % before.lines.length
        const done = change(before, operations[name], { from: row, to: row, column: 0 })
        if (!done) return
        const after = analyze(applied(text, done.edits))
        assert.deepEqual(renumberEdits(after), [])
        assert.deepEqual(
          titles(before).filter((title) => !titles(after).includes(title)),
          [],
        )
        assert.equal(unresolved(after), unresolved(before))
      }),
      { numRuns: runs.numRuns / 5 },
    )
  }).timeout(patience)
})

const titles = ({ lines }: Plan): readonly string[] =>
  lines.map(({ text, ordinal }) => text.slice(ordinal?.to ?? 0).replace(/第.*(?=执行)/, '')).sort()

const unresolved = (plan: Plan): number =>
  parts(plan)
    .flatMap((part) => links(part))
    .filter(({ target }) => target === undefined).length
