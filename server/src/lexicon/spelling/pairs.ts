import { alphabetSize } from './alphabet.ts'
import { eachPair, type Rows } from './trie.ts'

/** Whether `b` was seen behind `a`, by numbers of characters. */
export type IsBehind = (a: number, b: number) => boolean

/** A row of bits for each character: what was seen behind it, 32 characters a word. */
export function pairsIn(rows: Rows): Uint32Array {
  const behinds = new Uint32Array((alphabetSize * alphabetSize) >> 5)
  eachPair(rows, (a, b) => {
    const at = wordOf(a, b)
    behinds[at] = (behinds[at] as number) | (1 << (b & 31))
  })
  return behinds
}

export const pairsOf =
  (behinds: Uint32Array): IsBehind =>
  (a, b) =>
    ((behinds[wordOf(a, b)] as number) & (1 << (b & 31))) !== 0

const rowBits = Math.log2(alphabetSize >> 5)
const wordOf = (a: number, b: number): number => (a << rowBits) | (b >> 5)
