import { alphabetSize, firstCharacter } from './alphabet.ts'
import type { Pair } from './homophones.ts'
import { countIn } from './phrases-file.ts'

/** A set of characters takes so many words of 32 bits. */
export const setLength = alphabetSize >> 5

/** What follows the rows of the level above: the ones of row `i` stand from `starts[i]` to `starts[i + 1]`. */
export type Level = { readonly starts: Uint32Array; readonly ids: Uint16Array; readonly values: Uint8Array }

export function startsOf(sizes: Uint16Array): Uint32Array {
  const starts = new Uint32Array(sizes.length + 1)
  for (let i = 0; i < sizes.length; i++) starts[i + 1] = (starts[i] as number) + (sizes[i] as number)
  return starts
}

/** Where a number stands among a row's followers; -1 where it does not. */
export function childAt({ starts, ids }: Level, row: number, id: number): number {
  let low = starts[row] as number
  const end = starts[row + 1] as number
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ids[middle] as number) < id) low = middle + 1
    else high = middle
  }
  return low < end && ids[low] === id ? low : -1
}

/** Who follows whom, a bit each. */
export function followings({ starts, ids }: Level): Int32Array {
  const sets = new Int32Array(alphabetSize * setLength)
  for (let a = 0; a < alphabetSize; a++) {
    for (let i = starts[a] as number; i < (starts[a + 1] as number); i++) {
      const id = ids[i] as number
      const at = (a << 7) | (id >> 5)
      sets[at] = (sets[at] as number) | (1 << (id & 31))
    }
  }
  return sets
}

/** Pairs of characters that are so often side by side that they are words. */
export function* usualPairs({ starts, ids, values }: Level, least: number): Generator<Pair> {
  for (let first = firstCharacter; first < alphabetSize; first++)
    for (let i = starts[first] as number; i < (starts[first + 1] as number); i++) {
      const second = ids[i] as number
      if (second >= firstCharacter && countIn(values[i] as number) >= least) yield { first, second }
    }
}

/** How many pairs stand before each word of the sets. */
export function ranksOf(sets: Int32Array, starts: Uint32Array): Uint32Array {
  const ranks = new Uint32Array(sets.length)
  let rank = 0
  for (let at = 0; at < sets.length; at++) {
    if ((at & (setLength - 1)) === 0) rank = starts[at >> 7] as number
    ranks[at] = rank
    rank += ones(sets[at] as number)
  }
  return ranks
}

/** How many bits of a word are set. */
export function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The same relation the other way round. */
export function turned(sets: Int32Array): Int32Array {
  const out = new Int32Array(sets.length)
  for (let at = 0; at < sets.length; at++) {
    const a = at >> 7
    for (let bits = sets[at] as number; bits !== 0; bits &= bits - 1) {
      const b = ((at & 127) << 5) | (31 - Math.clz32(bits & -bits))
      const to = (b << 7) | (a >> 5)
      out[to] = (out[to] as number) | (1 << (a & 31))
    }
  }
  return out
}

/**
 * Tells what was never seen so often by one look into a table of so many words: a Bloom filter whose bits for one row stand
 * in one word.
 */
export function filterOf(
  second: Level,
  third: Level,
  least: number,
  wordBits: number,
): (a: number, b: number, c: number) => boolean {
  const words = new Int32Array(1 << wordBits)
  const shift = 32 - wordBits
  for (let a = 0; a < alphabetSize; a++)
    for (let i = second.starts[a] as number; i < (second.starts[a + 1] as number); i++)
      for (let j = third.starts[i] as number; j < (third.starts[i + 1] as number); j++) {
        if (countIn(third.values[j] as number) < least) continue
        const h = hash(a, second.ids[i] as number, third.ids[j] as number)
        words[h >>> shift] = (words[h >>> shift] as number) | bitsOf(h)
      }
  return (a, b, c) => {
    const h = hash(a, b, c)
    const bits = bitsOf(h)
    return ((words[h >>> shift] as number) & bits) === bits
  }
}

const hash = (a: number, b: number, c: number): number => {
  const h = Math.imul((a << 12) | b, 0x9e3779b1) ^ Math.imul(c, 0x85ebca6b)
  return Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
}
const bitsOf = (h: number): number => (1 << (h & 31)) | (1 << ((h >>> 5) & 31)) | (1 << ((h >>> 10) & 31))
