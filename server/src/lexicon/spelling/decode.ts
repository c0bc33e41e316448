import type { Options } from './options.ts'
import type { Phrases } from './phrases.ts'
import { idAt, type Row, reach } from './row.ts'

/** What the places of a row may have been meant as all together, and how likely the text is then. */
export type Reading = { readonly ids: readonly number[]; readonly value: number }

/** How many readings of the text so far are kept while more of it is read. */
const beam = 10
const farBehind = 14

type State = {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly value: number
  readonly before: State | undefined
}

/** The likeliest readings of the places from one to another, the best first (a beam search). */
export const decoder =
  ({ likelihood }: Phrases) =>
  ({ ids, end }: Row, from: number, to: number, options: readonly Options[]): readonly Reading[] => {
    const start = { a: idAt(ids, from - 3), b: idAt(ids, from - 2), c: idAt(ids, from - 1) }
    let states: State[] = [{ ...start, value: 0, before: undefined }]
    const last = Math.min(end, to + reach)
    for (let i = from; i <= last; i++) {
      const here = i <= to ? (options[i - from] as Options) : { ids: [ids[i] as number], costs: [0] }
      const next: State[] = []
      for (const before of states) {
        const { a, b, c } = before
        for (let k = 0; k < here.ids.length; k++) {
          const id = here.ids[k] as number
          const value = before.value + likelihood(a, b, c, id) - (here.costs[k] as number)
          next.push({ a: b, b: c, c: id, value, before })
        }
      }
      states = bestOf(next)
    }
    return states.map((state) => {
      const row: number[] = []
      let now: State | undefined = state
      for (let i = last; i >= from && now; i--, now = now.before) if (i <= to) row.push(now.c)
      return { ids: row.reverse(), value: state.value }
    })
  }

/**
 * The best of the states, of those that end alike only the better one: what follows is the same for both. What is far behind
 * the best will not come up with it.
 */
function bestOf(states: State[]): State[] {
  if (states.length === 1) return states
  const kept: State[] = []
  let most = Number.NEGATIVE_INFINITY
  for (const { value } of states) most = Math.max(most, value)
  const near = states.filter(({ value }) => value >= most - farBehind)
  for (const state of near.sort((x, y) => y.value - x.value)) {
    if (kept.length >= beam) break
    if (!kept.some(({ a, b, c }) => c === state.c && b === state.b && a === state.a)) kept.push(state)
  }
  return kept
}
