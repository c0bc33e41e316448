import type { Phrases } from './phrases.ts'
import { idAt, type Row, reach } from './row.ts'

/** How much likelier a row is with other characters in it, as a natural logarithm. */
export type Weighing = {
  /** Begins with some places of a row. */
  readonly begin: (row: Row, from: number, to: number) => void
  /**
   * What so many others gain that stand in `other` from `k` on and are put in from a place of the row on. What cannot come
   * to `least` any more is not reckoned to its end: it is less than that.
   */
  readonly gain: (at: number, other: Uint16Array, k: number, count: number, least: number) => number
}

export function weighing({ likelihood }: Phrases): Weighing {
  let row: Row
  /** How likely each place is as it stands, where that is known. */
  let known = new Float64Array(0)

  return {
    begin(of, from, to) {
      row = of
      if (known.length < of.ids.length) known = new Float64Array(of.ids.length)
      known.fill(unknown, from, to + reach + 1)
    },
    gain(at, other, k, count, least) {
      const { ids, end } = row
      const last = Math.min(end, at + count - 1 + reach)
      let now = 0
      for (let i = at; i <= last; i++) now += likelihoodAt(i)
      const bound = now + least
      let sum = 0
      let a = idAt(ids, at - 3)
      let b = idAt(ids, at - 2)
      let c = idAt(ids, at - 1)
      for (let i = at; i <= last && sum >= bound; i++) {
        const d = i < at + count ? (other[k + i - at] as number) : (ids[i] as number)
        sum += likelihood(a, b, c, d)
        a = b
        b = c
        c = d
      }
      return sum - now
    },
  }

  function likelihoodAt(i: number): number {
    const there = known[i] as number
    if (there !== unknown) return there
    const { ids } = row
    const found = likelihood(idAt(ids, i - 3), idAt(ids, i - 2), idAt(ids, i - 1), ids[i] as number)
    known[i] = found
    return found
  }
}

/** No likelihood is above 0. */
const unknown = 1
