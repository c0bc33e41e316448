import { alphabetSize } from './alphabet.ts'

/** A set of characters takes so many words of 32 bits. */
const setLength = alphabetSize >> 5

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

/** Calls `take` for every row of three, with its value. */
export function eachTriple(
  second: Level,
  third: Level,
  take: (a: number, b: number, c: number, value: number) => void,
): void {
  for (let a = 0; a < alphabetSize; a++)
    for (let i = second.starts[a] as number; i < (second.starts[a + 1] as number); i++)
      for (let j = third.starts[i] as number; j < (third.starts[i + 1] as number); j++)
        take(a, second.ids[i] as number, third.ids[j] as number, third.values[j] as number)
}

/**
 * Who follows whom: for each character `setLength` words of 32 bits, a bit for each that was seen behind it, and beside each
 * word how many pairs stand before it.
 */
export function followings({ starts, ids }: Level): Int32Array {
  const sets = new Int32Array(alphabetSize * setLength * 2)
  for (let a = 0; a < alphabetSize; a++) {
    for (let i = starts[a] as number; i < (starts[a + 1] as number); i++) {
      const id = ids[i] as number
      const at = placeIn(a, id)
      sets[at] = (sets[at] as number) | (1 << (id & 31))
    }
    let rank = starts[a] as number
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
