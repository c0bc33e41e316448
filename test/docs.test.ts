import assert from 'node:assert/strict'
import { stale } from '../scripts/docs.ts'

describe('the rules’ pages', () => {
  it('say what the rules say (npm run docs writes them)', () => assert.deepEqual(stale(), []))
})
