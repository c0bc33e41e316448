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
  [...parts(plan)].flatMap((part) => links(part)).filter(({ target }) => target === undefined).length
