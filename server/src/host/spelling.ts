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

/** Where the tables of the phrases that ship are kept, by whoever first needed them; nowhere where nothing was built. */
const tablesPath = (): string | undefined =>
  typeof lexicon === 'string' ? join(__dirname, `phrases.${lexicon}.tables`) : undefined

async function keptTables(): Promise<Uint8Array | undefined> {
  const path = tablesPath()
  return path === undefined ? undefined : readFile(path).then(keptIn, () => undefined)
}

let ahead: { readonly tables: Promise<Uint8Array | undefined>; readonly context: Promise<Uint8Array> } | undefined

/** Begins to read what is kept of the speller, off the main thread, for who will ask for it. */
export function readAhead(): typeof ahead & {} {
  ahead ??= { tables: keptTables(), context: readPhrasesFile(shippedContext()) }
  // Who asks hears of it.
  ahead.context.catch(() => {})
  return ahead
}

/** The speller of the phrases that ship with the program. */
export async function shippedSpeller(tabling: Tabling): Promise<Speller> {
  const reading = readAhead()
  const [tables, context] = await Promise.all([reading.tables.then((kept) => kept ?? made(tabling)), reading.context])
  return speller(tables, context)
}

async function made(tabling: Tabling): Promise<Uint8Array> {
  const tables = await tabling(await readFile(shippedPhrases()))
  const path = tablesPath()
  if (path) keep(path, tables)
  return tables
}

/** Makes spellers of files of phrases of one's own. */
export const spellerBy =
  (tabling: Tabling): SpellerOf =>
  async (packed) => {
    const [tables, context] = await Promise.all([tabling(packed), readPhrasesFile(shippedContext())])
    return speller(tables, context)
  }
