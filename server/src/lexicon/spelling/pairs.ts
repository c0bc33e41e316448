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

/**
 * Which two characters were seen side by side, as sets: what was seen behind a character is a row of bits, and so is what
 * was seen before it, so that what fits between two is what three rows have in common.
 */
export type Pairs = {
  /** Whether `b` was seen behind `a`. */
  readonly isBehind: (a: number, b: number) => boolean
  /** Puts those of a set that were seen both behind `a` and before `b` into `out`, and says how many they are. */
  readonly between: (a: number, b: number, set: IdSet, out: Uint16Array) => number
}

/** The rows of bits as they are kept, one after another. */
export type KeptPairs = { readonly behinds: Uint32Array; readonly befores: Uint32Array }

export function pairsIn(rows: Rows): KeptPairs {
  const behinds = new Uint32Array(alphabetSize * setLength)
  const befores = new Uint32Array(alphabetSize * setLength)
  eachPair(rows, (a, b) => {
    add(behinds, a, b)
    add(befores, b, a)
  })
  return { behinds, befores }
}

export function pairsOf({ behinds, befores }: KeptPairs): Pairs {
  return {
    isBehind: (a, b) => ((behinds[placeOf(a, b >> 5)] as number) & (1 << (b & 31))) !== 0,
    between(a, b, { words, used }, out) {
      let found = 0
      for (let k = 0; k < used.length; k++) {
        const word = used[k] as number
        const both = (behinds[placeOf(a, word)] as number) & (befores[placeOf(b, word)] as number)
        for (let bits = (words[word] as number) & both; bits !== 0; bits &= bits - 1)
          out[found++] = (word << 5) | lowest(bits)
      }
      return found
    },
  }
}

/** Adds a number to a row's set. */
function add(sets: Uint32Array, row: number, id: number): void {
  const at = placeOf(row, id >> 5)
  sets[at] = (sets[at] as number) | (1 << (id & 31))
}

const placeOf = (row: number, word: number): number => (row << setBits) | word

/** Which bit of a word is the lowest that is set. */
const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits)
