import { tally } from './tally.ts'

/** How often three characters stand side by side in a document, by their hash: rather too often than too seldom. */
export type Trigrams = (hash: number) => number

/** A text by identity: one that is the same object says the same. */
type Text = { readonly text: string }

/** Counts a document's rows of three characters. */
export const trigrams = (texts: readonly Text[]): Trigrams => trigramTally()(texts)

/** The same for one document after another; what it gives holds until the next. */
export function trigramTally(): (texts: readonly Text[]) => Trigrams {
  const counted = tally<Text, Uint16Array>(
    (length) => new Uint16Array(length),
    (texts) => 1 << bitsFor(texts),
    ({ text }, counts, by) => {
      const shift = Math.clz32(counts.length) + 1
      for (let i = 2; i < text.length; i++) {
        const place = hashAt(text, i - 2) >>> shift
        counts[place] = (counts[place] as number) + by
      }
    },
  )
  return (texts) => {
    const counts = counted(texts)
    const shift = Math.clz32(counts.length) + 1
    return (hash) => Math.min(most, counts[hash >>> shift] as number)
  }
}

function bitsFor(texts: readonly Text[]): number {
  let length = 0
  for (const { text } of texts) length += text.length
  return Math.max(10, Math.ceil(Math.log2(length + 1)) + 2)
}

const most = 255

/** A hash of the three characters from a place on. */
const hashAt = (text: string, at: number): number => {
  const [a, b, c] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)]
  return Math.imul(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35), 0x2c1b3c6d)
}

/** The names of what recurrence gives. */
export const recurrenceNames = ['recursBefore', 'recursAsideBefore', 'recurs', 'recursAside'] as const

/**
 * How often a document says elsewhere what stands at [from, to) of one of its lines, with what is around it, and how often
 * what may have been meant: a slip is made once, a term recurs.
 */
export function recurrence(counts: Trigrams, line: string, correction: Said): readonly number[] {
  let rows = known.get(correction)
  if (!rows) {
    rows = rowsOf(line, correction)
    known.set(correction, rows)
  }
  const least = (row: number) => leastOf(counts, rows, row)
  return [
    Math.log1p(Math.max(0, least(0) - 1)),
    Math.log1p(Math.max(0, least(1) - 1, least(2) - 1)),
    Math.log1p(least(3)),
    Math.log1p(Math.max(least(4), least(5))),
  ]
}

type Said = { readonly from: number; readonly to: number; readonly text: string }

/**
 * Hashes of rows of three characters: of what stands there with one character on each side, with two before it, with two
 * behind it, and the same of what may have been meant. First where each of the six ends, then one behind the other: a long
 * document has ten thousands of them.
 */
type Rows = readonly number[]
const ways = 6

/** A document is asked again at every key, and a line's words are the same. */
const known = new WeakMap<Said, Rows>()

function rowsOf(line: string, { from, to, text }: Said): Rows {
  const left = line.slice(Math.max(0, from - 2), from)
  const right = line.slice(to, to + 2)
  const rows: number[] = new Array(ways).fill(0)
  let way = 0
  for (const words of [line.slice(from, to), text])
    for (const row of [left.slice(-1) + words + right.slice(0, 1), left + words, words + right]) {
      for (let at = 0; at + 3 <= row.length; at++) rows.push(hashAt(row, at))
      rows[way++] = rows.length
    }
  return rows
}

/** How often the rarest three characters of a row stand in the document; 0 where the row is shorter. */
function leastOf(counts: Trigrams, rows: Rows, row: number): number {
  const first = row === 0 ? ways : (rows[row - 1] as number)
  const end = rows[row] as number
  let least = first === end ? 0 : most
  for (let i = first; i < end; i++) least = Math.min(least, counts(rows[i] as number))
  return least
}
