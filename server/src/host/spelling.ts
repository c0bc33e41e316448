import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type Speller, speller } from '../lexicon/spelling/speller.ts'
import type { SpellerOf } from './lists.ts'

/** The phrases that ship with the program; the build puts them beside it. */
export const shippedPhrases = (): string => join(__dirname, 'phrases.bin.gz')

/** How well characters fit what stands around them; the same for all phrases. */
const shippedContext = (): string => join(__dirname, 'context.bin.gz')

/** The bytes of a file of phrases. Rejects where it is none. */
export const readPhrasesFile = async (path: string): Promise<Uint8Array> => unpacked(await readFile(path))

/** In one piece: joining pieces would take the room twice. */
const unpacked = (packed: Uint8Array): Promise<Uint8Array> =>
  promisify(gunzip)(packed, { chunkSize: largest }).catch(() => {
    throw new Error('not a file that yaodian learn wrote')
  })

const largest = 1 << 24

/** The speller of the phrases that ship with the program. Off the main thread until the bytes are there. */
export async function shippedSpeller(): Promise<Speller> {
  const [phrases, context] = await Promise.all([readPhrasesFile(shippedPhrases()), readPhrasesFile(shippedContext())])
  return speller(phrases, context)
}

/** The speller of a file of phrases of one's own. */
export const spellerOf: SpellerOf = async (packed) => {
  const [phrases, context] = await Promise.all([unpacked(packed), readPhrasesFile(shippedContext())])
  return speller(phrases, context)
}
