import type { Phrases } from './phrases.ts'
import { idAt, type Row } from './row.ts'

/**
 * How likely a row is around a place with other characters there, as a natural logarithm. What is less than `bound` is not
 * reckoned to its end: every step of it only makes it less.
 */
export type Around = {
  /** From a place on to where it no longer bears on the row, with `id` there. */
  readonly withOne: (row: Row, i: number, id: number, bound: number) => number
  /** The same with two others, at a place and the next. */
  readonly withTwo: (row: Row, i: number, first: number, second: number, bound: number) => number
}

export function around({ likelihood }: Phrases): Around {
  return {
    withOne({ ids, end }, i, id, bound) {
      const a = idAt(ids, i - 2)
      const b = ids[i - 1] as number
      const c = ids[i + 1] as number
      let sum = likelihood(idAt(ids, i - 3), a, b, id)
      if (sum < bound) return sum
      sum += likelihood(a, b, id, c)
      if (i + 2 > end || sum < bound) return sum
      const d = ids[i + 2] as number
      sum += likelihood(b, id, c, d)
      return i + 3 > end || sum < bound ? sum : sum + likelihood(id, c, d, ids[i + 3] as number)
    },
    withTwo({ ids, end }, i, first, second, bound) {
      const a = idAt(ids, i - 2)
      const b = ids[i - 1] as number
      const d = ids[i + 2] as number
      let sum = likelihood(idAt(ids, i - 3), a, b, first) + likelihood(a, b, first, second)
      if (sum < bound) return sum
      sum += likelihood(b, first, second, d)
      if (i + 3 > end || sum < bound) return sum
      const e = ids[i + 3] as number
      sum += likelihood(first, second, d, e)
      return i + 4 > end || sum < bound ? sum : sum + likelihood(second, d, e, ids[i + 4] as number)
    },
  }
}

/** No bound: all is reckoned. */
export const unbounded = Number.NEGATIVE_INFINITY
