import type { Part } from './item.ts'
import { type Head, rankOf } from './runs.ts'

/** A list of a higher level inside one of a lower: （一）（二） below 1., and 2. goes on after it. */
export type Misplaced = {
  /** The first of the higher level. */
  readonly line: Head
  /** The item that it should have been below. */
  readonly above: Head
  /** The next of the lower level, which counts on from there. */
  readonly resumed: Head
}

/**
 * Where a level is used above its own parent. Told by the count: the lower level is in its list, a higher one begins
 * with one, and when it is done the lower goes on with its next number.
 */
export function misplacedLevels(part: Part, heads: readonly Head[]): readonly Misplaced[] {
  const found: Misplaced[] = []
  for (let i = 1; i < heads.length; i++) {
    const above = heads[i - 1] as Head
    const line = heads[i] as Head
    if (line.ordinal.value !== 1 || rankOf(part, line) >= rankOf(part, above)) continue
    let end = i
    while (heads[end + 1]?.ordinal.family === line.ordinal.family && isNext(heads[end] as Head, heads[end + 1] as Head))
      end++
    const resumed = heads[end + 1]
    if (resumed?.ordinal.family === above.ordinal.family && isNext(above, resumed)) found.push({ line, above, resumed })
  }
  return found
}

const isNext = (a: Head, b: Head): boolean => b.ordinal.value === a.ordinal.value + 1
