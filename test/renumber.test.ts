import assert from 'node:assert/strict'
import fc from 'fast-check'
import { renumberEdits } from '../server/src/edit/renumber.ts'
import { applyEdits } from '../server/src/lint/fix.ts'
import { analyze } from '../server/src/plan/plan.ts'
import { broken, schemes, trees, plan as written } from './numbered.ts'

const runs = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 4000) }
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
  })
})
