import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type Speller, speller } from '../server/src/lexicon/spelling/speller.ts'

let read: Speller | undefined

/** The speller of the phrases that ship, read once. */
export function shipped(): Speller {
  read ??= speller(new Uint8Array(gunzipSync(readFileSync('server/lexicon/phrases.bin.gz'))))
  return read
}
