import assert from 'node:assert/strict'
import { type Context, readContext, readWeights, writeContext } from '../server/src/lexicon/spelling/context.ts'
import { countPhrases } from '../server/src/lexicon/spelling/count.ts'
import { type Phrases, readPhrases } from '../server/src/lexicon/spelling/phrases.ts'
import { idIn } from '../server/src/lexicon/spelling/slips.ts'
import { tabled } from '../server/src/lexicon/spelling/tables-file.ts'
import { unpacked } from './speller.ts'

/** What `npm run lexicon` learns contexts with; its scripts have no types. */
type Learn = (texts: readonly string[], phrases: Phrases, seed: number) => Uint8Array
const scripts = '../scripts/lexicon/context.mjs'

/** How much better the second of two lines fits than the first, at the one place where they differ. */
function better({ share }: Context, { idOf }: Phrases, [wrong, right]: readonly [string, string]): number {
  const at = [...wrong].findIndex((char, i) => char !== right[i])
  const ids = Uint16Array.from([1, ...Array.from(wrong, (char) => idOf(char.charCodeAt(0))), 1])
  const of = (line: string) => share(ids, at + 1, idOf(line.charCodeAt(at)), wrong.charCodeAt(at))
  return of(right) - of(wrong)
}

describe('contexts', function () {
  this.timeout(30_000)
  const bytes = unpacked('context')
  const phrases = readPhrases(tabled(unpacked('phrases')))
  const context = readContext(bytes, phrases)

  it('tell words of one sound apart by what stands farther off', () => {
    for (const pair of [
      ['定期分析研判全市安全生产形式，及时通报。', '定期分析研判全市安全生产形势，及时通报。'],
      ['采取集中授课、现场观摩等多种形势开展培训。', '采取集中授课、现场观摩等多种形式开展培训。'],
    ] as const)
      assert.ok(better(context, phrases, pair) > 1, pair[0])
  })

  it('share one among all that a place may have been meant as', () => {
    const line = '统筹推进'
    const ids = Uint16Array.from([1, ...Array.from(line, (char) => phrases.idOf(char.charCodeAt(0))), 1])
    const code = line.charCodeAt(1)
    const all = [phrases.idOf(code), ...Array.from(phrases.slips(code)?.entries ?? [], idIn)]
    const sum = all.reduce((sum, id) => sum + Math.exp(context.share(ids, 2, id, code)), 0)
    assert.ok(Math.abs(sum - 1) < 1e-6, `${sum}`)
  })

  it('are no other file', () => {
    assert.throws(() => readContext(new Uint8Array([1, 2, 3]), phrases), /not a file of contexts/)
    assert.throws(() => readContext(unpacked('phrases'), phrases), /not a file of contexts/)
    assert.throws(() => readContext(bytes.subarray(0, 100_000), phrases), /cut short/)
    assert.throws(() => readContext(bytes.subarray(0, 12), phrases), /cut short/)
  })

  it('are written as they are read', () => assert.deepEqual(writeContext(readWeights(bytes)), bytes))

  it('are learned from texts', async () => {
    const { learnContext } = (await import(scripts)) as { readonly learnContext: Learn }
    const places = ['甲', '乙', '丙', '丁', '戊']
    const texts = Array.from({ length: 60 }, (_, i) =>
      places
        .map(
          (place) =>
            `${place}区${i % 2 ? '研判当前的形势' : '采取多样的形式'}\n${place}县${i % 2 ? '研判当前的形势' : '采取多样的形式'}`,
        )
        .join('\n'),
    )
    const counts = countPhrases(texts, {
      dictionary: [],
      sounds: new Map([
        ['势', ['shi']],
        ['式', ['shi']],
      ]),
      shapes: new Map(),
    })
    const own = readPhrases(tabled(counts))
    const learned = readContext(learnContext(texts, own, 1), own)
    assert.ok(better(learned, own, ['丙区研判当前的形式', '丙区研判当前的形势']) > 1)
    assert.ok(better(learned, own, ['丙区采取多样的形势', '丙区采取多样的形式']) > 1)
  })
})
