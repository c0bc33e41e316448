import type { Phrases } from './phrases.ts'
import { idAt, type Row } from './row.ts'

/**
 * How likely a row is around a place with other characters there, as a natural logarithm. What is less than `bound` is not
 * reckoned to its end: every step of it only makes it less.
 */
export type Around = {
  /** From a place on to where it no longer bears on the row, with `id` there. `beyond`: see `beyond`. */
  readonly withOne: (row: Row, i: number, id: number, beyond: number, bound: number) => number
  /** The part of it behind the next character, where the three from the place on were never seen. */
  readonly beyond: (row: Row, i: number) => number
  /** The same as `withOne` with two others, at a place and the next. */
  readonly withTwo: (row: Row, i: number, first: number, second: number, bound: number) => number
}

export function around({ likelihood, mayHave }: Phrases): Around {
  const tail = ({ ids, end }: Row, i: number, id: number): number => {
    if (i + 2 > end) return 0
    const b = ids[i - 1] as number
    const c = ids[i + 1] as number
    const d = ids[i + 2] as number
    const next = likelihood(b, id, c, d)
    return i + 3 > end ? next : next + likelihood(id, c, d, ids[i + 3] as number)
  }
  return {
    withOne(row, i, id, beyond, bound) {
      const { ids, end } = row
      const a = idAt(ids, i - 2)
      const b = ids[i - 1] as number
      const c = ids[i + 1] as number
      const isUnseen = i + 2 > end || !mayHave(id, c, ids[i + 2] as number)
      let sum = likelihood(a, b, id, c)
      if (isUnseen) sum += beyond
      if (sum < bound) return sum
      sum += likelihood(idAt(ids, i - 3), a, b, id)
      return isUnseen || sum < bound ? sum : sum + tail(row, i, id)
    },
    beyond: (row, i) => tail(row, i, unused),
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

/** A number that no character has. */
const unused = 0
/** No bound: all is reckoned. */
export const unbounded = Number.NEGATIVE_INFINITY
