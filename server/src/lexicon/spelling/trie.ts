import { alphabetSize } from './alphabet.ts'
import type { Counts } from './counts-file.ts'

/** What follows the rows of the level above: how many follow each, which, in ascending order, and their values. */
export type Level = {
  readonly sizes: Uint16Array
  readonly ids: Uint16Array
  readonly values: Uint8Array
}

/** Rows of two, three and four characters as the file keeps them: a trie, level by level. */
export type Rows = { readonly 2: Level; readonly 3: Level; readonly 4: Level }

export const rowsIn = (counts: Counts): Rows => ({
  2: { sizes: counts.seconds, ids: counts.second, values: counts.secondValues },
  3: { sizes: counts.thirds, ids: counts.third, values: counts.thirdValues },
  4: { sizes: counts.fourths, ids: counts.fourth, values: counts.fourthValues },
})

/** Calls `take` for every row of two, with its value and its place among all. */
export function eachPair(
  { 2: { sizes, ids, values } }: Rows,
  take: (a: number, b: number, value: number, row: number) => void,
): void {
  for (let a = 0, row = 0; a < alphabetSize; a++)
    for (const last = row + (sizes[a] as number); row < last; row++)
      take(a, ids[row] as number, values[row] as number, row)
}

/** The same for every row of three. */
export function eachTriple(
  rows: Rows,
  take: (a: number, b: number, c: number, value: number, row: number) => void,
): void {
  const { sizes, ids, values } = rows[3]
  let row = 0
  eachPair(rows, (a, b, _, pair) => {
    for (const last = row + (sizes[pair] as number); row < last; row++)
      take(a, b, ids[row] as number, values[row] as number, row)
  })
}

/** The numbers of the rows of three of which `isListed` says so of the value, one row behind another. */
export function triplesOf(rows: Rows, isListed: (value: number) => boolean): Uint16Array {
  const { values } = rows[3]
  let count = 0
  for (let row = 0; row < values.length; row++) if (isListed(values[row] as number)) count++
  const found = new Uint16Array(3 * count)
  let at = 0
  eachTriple(rows, (a, b, c, value) => {
    if (!isListed(value)) return
    found[at++] = a
    found[at++] = b
    found[at++] = c
  })
  return found
}

/** The same for every row of four. */
export function eachQuadruple(
  rows: Rows,
  take: (a: number, b: number, c: number, d: number, value: number) => void,
): void {
  const { sizes, ids, values } = rows[4]
  let row = 0
  eachTriple(rows, (a, b, c, _, triple) => {
    for (const last = row + (sizes[triple] as number); row < last; row++)
      take(a, b, c, ids[row] as number, values[row] as number)
  })
}
