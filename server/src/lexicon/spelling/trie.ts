import { alphabetSize } from './alphabet.ts'

/** A set of characters takes so many words of 32 bits. */
const setLength = alphabetSize >> 5

/**
 * What follows the rows of the level above: how many follow each, which, in ascending order, and their values. `starts`:
 * where the ones of every eighth row begin.
 */
export type Level = {
  readonly sizes: Uint16Array
  readonly starts: Uint32Array
  readonly ids: Uint16Array
  readonly values: Uint8Array
}

const step = 8

export function startsOf(sizes: Uint16Array): Uint32Array {
  const starts = new Uint32Array(Math.ceil(sizes.length / step))
  let start = 0
  for (let row = 0; row < sizes.length; row++) {
    if (row % step === 0) starts[row / step] = start
    start += sizes[row] as number
  }
  return starts
}

/** Where a row's followers begin. */
export function startOf({ sizes, starts }: Level, row: number): number {
  let start = starts[(row / step) | 0] as number
  for (let i = row & -step; i < row; i++) start += sizes[i] as number
  return start
}

/** Where a number stands among a row's followers; -1 where it does not. By halves, without branches that are hard to foresee. */
export function childAt(level: Level, row: number, id: number): number {
  const { ids } = level
  let length = level.sizes[row] as number
  if (length === 0) return -1
  let low = startOf(level, row)
  while (length > 1) {
    const half = length >> 1
    low += (((ids[low + half - 1] as number) - id) >> 31) & half
    length -= half
  }
  return ids[low] === id ? low : -1
}

/** Calls `take` for every row of three, with its value. */
export function eachTriple(
  second: Level,
  third: Level,
  take: (a: number, b: number, c: number, value: number) => void,
): void {
  for (let a = 0, i = 0, j = 0; a < alphabetSize; a++)
    for (const lastPair = i + (second.sizes[a] as number); i < lastPair; i++)
      for (const last = j + (third.sizes[i] as number); j < last; j++)
        take(a, second.ids[i] as number, third.ids[j] as number, third.values[j] as number)
}

/**
 * Who follows whom: for each character `setLength` words of 32 bits, a bit for each that was seen behind it, and beside each
 * word how many pairs stand before it.
 */
export function followings({ sizes, ids }: Level): Int32Array {
  const sets = new Int32Array(alphabetSize * setLength * 2)
  for (let a = 0, i = 0; a < alphabetSize; a++) {
    let rank = i
    for (const last = i + (sizes[a] as number); i < last; i++) {
      const id = ids[i] as number
      const at = placeIn(a, id)
      sets[at] = (sets[at] as number) | (1 << (id & 31))
    }
    for (let at = placeIn(a, 0); at < placeIn(a + 1, 0); at += 2) {
      sets[at + 1] = rank
      rank += ones(sets[at] as number)
    }
  }
  return sets
}

const placeIn = (a: number, b: number): number => (a << 8) | ((b >> 5) << 1)

/** Whether a character was seen behind another. */
export const follows = (sets: Int32Array, a: number, b: number): boolean =>
  ((sets[placeIn(a, b)] as number) & (1 << (b & 31))) !== 0

/** Where a pair stands among all pairs; -1 where it was never seen. */
export function pairIn(sets: Int32Array, a: number, b: number): number {
  const at = placeIn(a, b)
  const bits = sets[at] as number
  const bit = 1 << (b & 31)
  return (bits & bit) === 0 ? -1 : (sets[at + 1] as number) + ones(bits & (bit - 1))
}

/** How many bits of a word are set. */
function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
