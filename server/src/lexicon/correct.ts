import { decoder, type Reading } from './decode.ts'
import { evidence, gainOf } from './evidence.ts'
import { type Closeness, type Options, optionFinder } from './options.ts'
import type { Phrases } from './phrases.ts'
import { isSuspicious, type Row, rowReader } from './row.ts'

/** Words that may have been meant otherwise. Columns are UTF-16 units of the text. */
export type Correction = {
  readonly from: number
  readonly to: number
  readonly text: string
  /** What else they may have been meant as, the likelier first. */
  readonly others: readonly string[]
  /** What a judge goes by; see evidence.ts. */
  readonly evidence: readonly number[]
}

export type Corrector = (text: string) => readonly Correction[]

/** Less than this is not worth a look. */
const leastGain = 1
/** With so much a slip is plain, and its sentence is looked at more closely: where there is one there are often two. */
const plainGain = 6
const mostOthers = 2
const mostMargin = 20

/**
 * Finds what a text may have been meant to say: places where two of the three rows of three characters around a
 * character were never seen, and other characters of the same sound or shape there with which the text is one that
 * official texts do say. Linear in the text's length.
 */
export function corrector(phrases: Phrases): Corrector {
  const read = rowReader(phrases)
  const optionsIn = optionFinder(phrases)
  const decode = decoder(phrases)
  const weigh = evidence(phrases)

  return (text) => {
    if (text.length < 3) return nothing
    const row = read(text)
    const quick = scan(row, 1, text.length, 'quick')
    if (!quick.some((each) => gainOf(each) >= plainGain)) return quick
    const out: Correction[] = []
    for (const { from, to } of sentences(text)) {
      const own = quick.filter((each) => each.from >= from && each.from < to)
      if (own.some((each) => gainOf(each) >= plainGain)) out.push(...scan(row, from + 1, to, 'close'))
      else out.push(...own)
    }
    return out
  }

  /** Looks at the suspicious places from one to another; those that touch together, with one more on each side. */
  function scan(row: Row, from: number, to: number, closeness: Closeness): readonly Correction[] {
    let found: Correction[] | undefined
    for (let i = from; i <= to; i++) {
      if (!isSuspicious(row, i)) continue
      let last = i
      while (last < to && (isSuspicious(row, last + 1) || (last + 2 <= to && isSuspicious(row, last + 2)))) last++
      const corrections = look(row, Math.max(1, i - 1), Math.min(row.text.length, last + 1), closeness)
      if (corrections.length > 0) found = found ? [...found, ...corrections] : [...corrections]
      i = last + 1
    }
    return found ?? nothing
  }

  function look(row: Row, from: number, to: number, closeness: Closeness): readonly Correction[] {
    const options = optionsIn(row, from, to, closeness)
    if (!options) return nothing
    const readings = decode(row, from, to, options)
    const [best] = readings
    if (!best) return nothing
    const runs = differences(row, from, to, best)
    if (runs.length === 0) return nothing
    const now = row.ids.slice(0, row.end + 1)
    const then = now.slice()
    then.set(best.ids, from)
    return runs.flatMap(({ first, last }): readonly Correction[] => {
      let cost = 0
      let changed = 0
      for (let i = first; i <= last; i++) {
        if (then[i] === now[i]) continue
        const { ids, costs } = options[i - from] as Options
        cost += costs[ids.indexOf(then[i] as number)] as number
        changed++
      }
      // What stands elsewhere in the reading is taken as mended: one slip is weighed at a time.
      const without = then.slice()
      without.set(now.subarray(first, last + 1), first)
      const written = (ids: ArrayLike<number>) => words(row, first, last, ids, from)
      const said = readings.map(({ ids }) => written(ids))
      const rival = readings[said.findIndex((each) => each !== said[0])]
      const margin = rival ? best.value - rival.value : mostMargin
      const values = weigh({ row, without, then, first, last, cost, changed, margin, groups: runs.length })
      const mine = row.text.slice(first - 1, last)
      const correction: Correction = {
        from: first - 1,
        to: last,
        text: said[0] as string,
        others: [...new Set(said)].filter((each) => each !== said[0] && each !== mine).slice(0, mostOthers),
        evidence: values,
      }
      return gainOf(correction) < leastGain ? [] : [correction]
    })
  }

  /** The words at [first, last] as a reading of the places from `from` on has them. */
  function words({ text, ids }: Row, first: number, last: number, reading: ArrayLike<number>, from: number): string {
    let out = ''
    for (let i = first; i <= last; i++) {
      const id = reading[i - from] as number
      out += id === ids[i] ? text.charAt(i - 1) : phrases.charOf(id)
    }
    return out
  }
}

/** Runs of places where the reading is another than the text, those close by taken together. */
function differences({ ids }: Row, from: number, to: number, best: Reading): readonly Run[] {
  const runs: { first: number; last: number }[] = []
  for (let i = from; i <= to; i++) {
    if (best.ids[i - from] === ids[i]) continue
    const before = runs.at(-1)
    if (before && i - before.last <= 2) before.last = i
    else runs.push({ first: i, last: i })
  }
  return runs
}

type Run = { readonly first: number; readonly last: number }

/** Where a text's sentences stand, columns [from, to). */
function* sentences(text: string): Generator<{ readonly from: number; readonly to: number }> {
  let from = 0
  for (let to = 1; to <= text.length; to++) {
    if (to < text.length && !'。；！？'.includes(text.charAt(to - 1))) continue
    yield { from, to }
    from = to
  }
}

const nothing: readonly Correction[] = []
