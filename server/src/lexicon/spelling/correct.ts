import { firstCharacter } from './alphabet.ts'
import type { Context } from './context.ts'
import { decoder, type Reading } from './decode.ts'
import { evidence, fitReach, gainOf } from './evidence.ts'
import { type Options, optionFinder } from './options.ts'
import type { Phrases } from './phrases.ts'
import { isOddWord, isSuspicious, type Row, rowReader } from './row.ts'

/** Words that may have been meant otherwise. Columns are UTF-16 units of the text. */
export type Correction = {
  readonly from: number
  readonly to: number
  readonly text: string
  /** What else they may have been meant as, the likelier first. */
  readonly others: readonly string[]
  /** A phrase that official texts have and that holds the whole of the correction, columns of the mended text. */
  readonly phrase: { readonly from: number; readonly to: number }
  /** What a judge goes by; see evidence.ts. */
  readonly evidence: readonly number[]
  /** Further evidence, each piece dearer than the one before. */
  readonly further: readonly (() => readonly number[])[]
}

export type Corrector = {
  readonly correct: (text: string) => readonly Correction[]
  /** Whether a character, by its column, stands among others as it was never seen to stand. */
  readonly isStrange: (text: string, at: number) => boolean
}

/** Less than this is not worth a look, nor is a reading that is so much less likely than what is written. */
const leastGain = -2
const mostBehind = 3
const mostOthers = 2
const mostMargin = 20
/** A phrase that was seen so often is usual. */
const leastPhrase = 5

/**
 * Finds what a text may have been meant to say: places where two of the three rows of three characters around a
 * character were never seen, and other characters of the same sound or shape there with which the text is one that
 * official texts do say. Linear in the text's length.
 */
export function corrector(phrases: Phrases, context: Context): Corrector {
  const read = rowReader(phrases)
  const optionsIn = optionFinder(phrases, context)
  const decode = decoder(phrases)
  const { weigh, fitOf, fitAround } = evidence(phrases, context)
  let copied: { readonly of: Row; readonly copies: readonly [Uint16Array, Uint16Array] } | undefined

  return { correct, isStrange }

  /** Of the four rows of four that hold the character hardly one was seen. */
  function isStrange(text: string, at: number): boolean {
    const start = Math.max(0, at - 4)
    const { ids, end } = read(text.slice(start, at + 5))
    const place = at + 1 - start
    let seen = 0
    for (let i = Math.max(3, place); i <= Math.min(end, place + 3); i++)
      if (phrases.quadruple(ids[i - 3] as number, ids[i - 2] as number, ids[i - 1] as number, ids[i] as number) > 0)
        seen++
    return seen <= 1
  }

  function correct(text: string): readonly Correction[] {
    if (text.length < 3) return nothing
    const row = read(text)
    const found: Correction[] = []
    const to = text.length
    for (let i = 1; i <= to; i++) {
      if (!isStrangeAt(row, i)) continue
      let last = i
      while (last < to && (isStrangeAt(row, last + 1) || (last + 2 <= to && isStrangeAt(row, last + 2)))) last++
      for (const each of look(row, Math.max(1, i - 1), Math.min(to, last + 1))) found.push(each)
      i = last + 1
    }
    return found
  }

  /** Looks at strange places that touch, and one more on each side. */
  function look(row: Row, from: number, to: number): readonly Correction[] {
    const options = optionsIn(row, from, to)
    if (!options) return nothing
    const readings = decode(row, from, to, options)
    const isOwn = ({ ids }: Reading) => ids.every((id, k) => id === row.ids[from + k])
    const [first, second] = readings
    const best = first && isOwn(first) ? second : first
    if (!first || !best || best.value < first.value - mostBehind) return nothing
    const runs = differences(row, from, to, best)
    if (runs.length === 0) return nothing
    const [then, without] = copiesOf(row)
    const now = row.ids.subarray(from, to + 1)
    then.set(best.ids, from)
    const found = runs.flatMap(({ first, last }): readonly Correction[] => {
      let cost = 0
      let changed = 0
      for (let i = first; i <= last; i++) {
        if (then[i] === row.ids[i]) continue
        const { ids, costs } = options[i - from] as Options
        cost += costs[ids.indexOf(then[i] as number)] as number
        changed++
      }
      // What stands elsewhere in the reading is taken as mended: one slip is weighed at a time.
      without.set(best.ids, from)
      without.set(row.ids.subarray(first, last + 1), first)
      const written = (ids: ArrayLike<number>) => words(row, first, last, ids, from)
      const text = written(best.ids)
      const said = readings.map(({ ids }) => written(ids))
      const rival = readings[said.findIndex((each) => each !== text)]
      const margin = rival ? best.value - rival.value : mostMargin
      const values = weigh({ row, without, then, first, last, cost, changed, margin, groups: runs.length })
      const mine = row.text.slice(first - 1, last)
      const correction: Correction = {
        from: first - 1,
        to: last,
        text,
        others: [...new Set(said)].filter((each) => each !== text && each !== mine).slice(0, mostOthers),
        phrase: phraseAround(then, first, last),
        evidence: values,
        further: [fitOf, fitAround].map((reckon) => once(() => reckon(seen(row.text, from, best.ids, first, last)))),
      }
      return gainOf(correction) < leastGain ? [] : [correction]
    })
    then.set(now, from)
    without.set(now, from)
    return found
  }

  /** A change as it was seen when its row was read, with as much around it as bears on how well it fits. */
  function seen(text: string, from: number, ids: readonly number[], first: number, last: number) {
    const start = Math.max(0, first - 1 - fitReach)
    const row = read(text.slice(start, last + fitReach))
    const then = row.ids.slice(0, row.end + 1)
    for (let i = Math.max(1, from - start); i < Math.min(row.end, from - start + ids.length); i++)
      then[i] = ids[i + start - from] as number
    const without = then.slice()
    without.set(row.ids.subarray(first - start, last - start + 1), first - start)
    return { row, without, then, first: first - start, last: last - start }
  }

  /** Two copies of a row's numbers, made once for each row: who changes them puts them back. */
  function copiesOf(row: Row): readonly [Uint16Array, Uint16Array] {
    if (copied?.of !== row) {
      const ids = row.ids.slice(0, row.end + 1)
      copied = { of: row, copies: [ids, ids.slice()] }
    }
    return copied.copies
  }

  /**
   * The longest usual phrase around a change, the most usual of them, and of these one that begins and ends with words:
   * 农田建设 rather than 准农田建. Where there is none, the change and its neighbour.
   */
  function phraseAround(ids: Uint16Array, first: number, last: number): Correction['phrase'] {
    const { pair, triple, quadruple } = phrases
    for (let length = 4; length >= 2; length--) {
      let best = { from: 0, count: leastPhrase, edges: 0 }
      for (let from = Math.max(1, last - length + 1); from <= first && from + length < ids.length; from++) {
        const [a = 0, b = 0, c = 0, d = 0] = ids.subarray(from, from + length)
        if (Math.min(a, b, length > 2 ? c : a, length > 3 ? d : a) < firstCharacter) continue
        const count = length === 2 ? pair(a, b) : length === 3 ? triple(a, b, c) : quadruple(a, b, c, d)
        const edges = Math.min(pair(a, b), pair(ids[from + length - 2] as number, ids[from + length - 1] as number))
        if (count > best.count || (count === best.count && edges > best.edges)) best = { from, count, edges }
      }
      if (best.from > 0) return { from: best.from - 1, to: best.from - 1 + length }
    }
    return { from: first - 1, to: last }
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

const isStrangeAt = (row: Row, i: number): boolean => isSuspicious(row, i) || isOddWord(row, i)

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

/** What is computed when it is first asked for. */
function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => {
    known ??= { value: compute() }
    return known.value
  }
}

const nothing: readonly never[] = []
