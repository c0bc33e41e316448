import { alphabetSize } from './alphabet.ts'
import type { Level } from './trie.ts'

/** Numbers of characters as a set: 32 of them a word, and which words have any. */
export type IdSet = { readonly words: Int32Array; readonly used: Uint8Array }

/** A set of numbers takes so many words of 32 bits. */
const setLength = alphabetSize >> 5
const setBits = Math.log2(setLength)

export function idSet(ids: Iterable<number>): IdSet {
  const words = new Int32Array(setLength)
  for (const id of ids) words[id >> 5] = (words[id >> 5] as number) | (1 << (id & 31))
  return { words, used: Uint8Array.from(words.keys()).filter((word) => words[word] !== 0) }
}

export const isIn = ({ words }: IdSet, id: number): boolean => ((words[id >> 5] as number) & (1 << (id & 31))) !== 0

/**
 * Which two characters were seen side by side, as sets: what was seen behind a character is a row of bits, and so is what
 * was seen before it, so that what fits between two is what three rows have in common.
 */
export type Pairs = {
  /** Whether `b` was seen behind `a`. */
  readonly isBehind: (a: number, b: number) => boolean
  /** Where a pair stands among all pairs; -1 where it was never seen. */
  readonly pairAt: (a: number, b: number) => number
  /** Puts those of a set that were seen behind `a`, before `b` or both into `out`, and says how many they are. */
  readonly beside: (a: number, b: number, set: IdSet, out: Uint16Array) => number
}

export function readPairs({ sizes, ids }: Level): Pairs {
  // Beside each word of what was seen behind a character stands how many pairs come before it.
  const behinds = new Int32Array(alphabetSize * setLength * 2)
  const befores = new Int32Array(alphabetSize * setLength)
  for (let a = 0, i = 0; a < alphabetSize; a++) {
    let rank = i
    for (const last = i + (sizes[a] as number); i < last; i++) {
      const b = ids[i] as number
      const behind = behindOf(a, b >> 5)
      behinds[behind] = (behinds[behind] as number) | (1 << (b & 31))
      const before = beforeOf(b, a >> 5)
      befores[before] = (befores[before] as number) | (1 << (a & 31))
    }
    for (let word = 0; word < setLength; word++) {
      const at = behindOf(a, word)
      behinds[at + 1] = rank
      rank += ones(behinds[at] as number)
    }
  }
  return {
    isBehind: (a, b) => ((behinds[behindOf(a, b >> 5)] as number) & (1 << (b & 31))) !== 0,
    pairAt(a, b) {
      const at = behindOf(a, b >> 5)
      const bits = behinds[at] as number
      const bit = 1 << (b & 31)
      return (bits & bit) === 0 ? -1 : (behinds[at + 1] as number) + ones(bits & (bit - 1))
    },
    beside(a, b, { words, used }, out) {
      let found = 0
      for (let k = 0; k < used.length; k++) {
        const word = used[k] as number
        const either = (behinds[behindOf(a, word)] as number) | (befores[beforeOf(b, word)] as number)
        for (let bits = (words[word] as number) & either; bits !== 0; bits &= bits - 1)
          out[found++] = (word << 5) | lowest(bits)
      }
      return found
    },
  }
}

const behindOf = (a: number, word: number): number => (a << (setBits + 1)) | (word << 1)
const beforeOf = (b: number, word: number): number => (b << setBits) | word

/** Which bit of a word is the lowest that is set. */
const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits)

/** How many bits of a word are set. */
function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
