import assert from 'node:assert/strict'
import { stale } from '../scripts/bench/pages.ts'

describe('the bench', () => {
  it('is quoted as it was printed (npm run bench writes docs/bench.md and the README’s table)', () =>
    assert.deepEqual(stale(), []))
})
