import { alphabetSize } from './alphabet.ts'

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
