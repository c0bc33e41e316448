import { type Speller, speller } from '../../lexicon/spelling/speller.ts'
import { tabled } from '../../lexicon/spelling/tables-file.ts'
import type { SpellerOf } from '../lists.ts'

/** Makes spellers in a browser: `context` reads how well characters fit what stands around them, packed. */
export const spellerBy =
  (context: () => Promise<Uint8Array>): SpellerOf =>
  async (packed): Promise<Speller> => {
    const [phrases, around] = await Promise.all([unpacked(packed), context().then(unpacked)])
    return speller(tabled(phrases), around)
  }

async function unpacked(packed: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream('gzip'))
  try {
    return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array>).arrayBuffer())
  } catch {
    throw new Error('not a file that yaodian learn wrote')
  }
}
