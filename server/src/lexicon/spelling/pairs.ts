import { alphabetSize } from './alphabet.ts'
import { eachPair, type Rows } from './trie.ts'

/** Numbers of characters as a set: 32 of them a word, and which words have any. */
export type IdSet = { readonly words: Int32Array; readonly used: Uint8Array }

/** A set of numbers takes so many words of 32 bits. */
const setLength = alphabetSize >> 5
const setBits = Math.log2(setLength)

export function idSet(ids: ArrayLike<number>): IdSet {
  const words = new Int32Array(setLength)
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as number
    words[id >> 5] = (words[id >> 5] as number) | (1 << (id & 31))
  }
  let count = 0
  for (let word = 0; word < setLength; word++) if (words[word] !== 0) usedWords[count++] = word
  return { words, used: usedWords.slice(0, count) }
}

const usedWords = new Uint8Array(setLength)

export const isIn = ({ words }: IdSet, id: number): boolean => ((words[id >> 5] as number) & (1 << (id & 31))) !== 0

/** Which two characters were seen side by side: what was seen behind a character is a row of bits. */
export type Pairs = {
  /** Whether `b` was seen behind `a`. */
  readonly isBehind: (a: number, b: number) => boolean
  /** Puts those of a set that were seen both behind `a` and before `b` into `out`, and says how many they are. */
  readonly between: (a: number, b: number, set: IdSet, out: Uint16Array) => number
}

/** The rows of bits, one after another. */
export function pairsIn(rows: Rows): Uint32Array {
  const behinds = new Uint32Array(alphabetSize * setLength)
  eachPair(rows, (a, b) => {
    const at = placeOf(a, b >> 5)
    behinds[at] = (behinds[at] as number) | (1 << (b & 31))
  })
  return behinds
}

export function pairsOf(behinds: Uint32Array): Pairs {
  const isBehind = (a: number, b: number) => ((behinds[placeOf(a, b >> 5)] as number) & (1 << (b & 31))) !== 0
  return {
    isBehind,
    between(a, b, { words, used }, out) {
      let found = 0
      for (let k = 0; k < used.length; k++) {
        const word = used[k] as number
        let bits = (words[word] as number) & (behinds[placeOf(a, word)] as number)
        for (; bits !== 0; bits &= bits - 1) {
          const id = (word << 5) | lowest(bits)
          if (isBehind(id, b)) out[found++] = id
        }
      }
      return found
    },
  }
}

const placeOf = (row: number, word: number): number => (row << setBits) | word

/** Which bit of a word is the lowest that is set. */
const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits)
