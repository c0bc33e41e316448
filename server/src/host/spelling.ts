import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type Speller, speller } from '../lexicon/spelling/speller.ts'
import { tabled } from '../lexicon/spelling/tables-file.ts'
import { keep, keptIn } from './kept.ts'
import type { SpellerOf } from './lists.ts'

/** The phrases that ship with the program; the build puts them beside it. */
export const shippedPhrases = (): string => join(__dirname, 'phrases.bin.gz')

/** How well characters fit what stands around them; the same for all phrases. */
const shippedContext = (): string => join(__dirname, 'context.bin.gz')

/** The bytes of a file of phrases. Rejects where it is none. */
export const readPhrasesFile = async (path: string): Promise<Uint8Array> => unpacked(await readFile(path))

/** In one piece, for joining pieces would take the room twice: how long it is stands at the end of the packed bytes. */
async function unpacked(packed: Uint8Array): Promise<Uint8Array> {
  const { byteLength } = packed
  const length = byteLength < 4 ? 0 : new DataView(packed.buffer, packed.byteOffset).getUint32(byteLength - 4, true)
  try {
    return await promisify(gunzip)(packed, { chunkSize: Math.min(Math.max(length, least), most) })
  } catch {
    throw new Error('not a file that yaodian learn wrote')
  }
}

/** What a damaged end says must neither be refused by zlib nor take all the room. */
const least = 1 << 12
const most = 1 << 25

/** Which phrases, and which tables are made of them; the build writes it in. */
declare const lexicon: string

/** Makes tables of a packed file of phrases. Rejects where it is none. */
export type Tabling = (packed: Uint8Array) => Promise<Uint8Array>

/** In this thread, which does nothing else meanwhile for half a second. */
export const tabledHere: Tabling = async (packed) => tabled(await unpacked(packed))

/** The tables of the phrases that ship, kept beside them by whoever first needed them. */
async function shippedTables(tabling: Tabling): Promise<Uint8Array> {
  const path = typeof lexicon === 'string' ? join(__dirname, `phrases.${lexicon}.tables`) : undefined
  const kept = path && (await readFile(path).then(keptIn, () => undefined))
  if (kept) return kept
  const tables = await tabling(await readFile(shippedPhrases()))
  if (path) keep(path, tables)
  return tables
}

let ahead: Promise<readonly [tables: Uint8Array, context: Uint8Array]> | undefined

/** Begins to read what the speller is made of, off the main thread, for who will ask for it. */
export function readAhead(tabling: Tabling): typeof ahead & {} {
  ahead ??= Promise.all([shippedTables(tabling), readPhrasesFile(shippedContext())])
  // Who asks hears of it.
  ahead.catch(() => {})
  return ahead
}

/** The speller of the phrases that ship with the program. */
export async function shippedSpeller(tabling: Tabling): Promise<Speller> {
  const [tables, context] = await readAhead(tabling)
  return speller(tables, context)
}

/** Makes spellers of files of phrases of one's own. */
export const spellerBy =
  (tabling: Tabling): SpellerOf =>
  async (packed) => {
    const [tables, context] = await Promise.all([tabling(packed), readPhrasesFile(shippedContext())])
    return speller(tables, context)
  }
