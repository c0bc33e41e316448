import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { stale } from '../scripts/bench/pages.ts'
import { type Count, regressions } from '../scripts/bench/work/recorded.ts'

describe('the bench', () => {
  it('is quoted as it was printed (npm run bench writes docs/bench.md and the README’s table)', () =>
    assert.deepEqual(stale(), []))

  it('finds no more work at a key than was recorded', function () {
    this.timeout(120_000)
    // Its counts are its own, and whoever counts coverage would lose some.
    const { NODE_V8_COVERAGE: _, ...env } = process.env
    const { status, stderr } = spawnSync(process.execPath, ['scripts/bench.mjs', '--check'], { encoding: 'utf8', env })
    assert.equal(stderr, '')
    assert.equal(status, 0)
  })

  it('calls a regression what is more than a twentieth above, and what changed its name', () => {
    const before: readonly Count[] = [
      ['typing', 'lines read', 60],
      ['typing', 'parts built', 2],
      ['typing', 'bytes sent', 1000],
    ]
    assert.deepEqual(regressions(before, before), [])
    assert.deepEqual(
      regressions(before, [
        ['typing', 'lines read', 63],
        ['typing', 'parts built', 3],
        ['typing', 'bytes written', 10],
      ]),
      [
        'typing：parts built 2 → 3',
        'typing：bytes written 10, never recorded',
        'typing：bytes sent is no longer counted',
      ],
    )
  })
})
