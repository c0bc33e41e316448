import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type Speller, speller } from '../server/src/lexicon/spelling/speller.ts'
import { tabled } from '../server/src/lexicon/spelling/tables-file.ts'

/** The bytes of a file of the lexicon. */
export const unpacked = (name: string): Uint8Array =>
  new Uint8Array(gunzipSync(readFileSync(`server/lexicon/${name}.bin.gz`)))

let read: Speller | undefined

/** The speller of the phrases that ship, read once. */
export function shipped(): Speller {
  read ??= speller(tabled(unpacked('phrases')), unpacked('context'))
  return read
}
