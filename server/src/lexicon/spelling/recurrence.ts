import { tally } from './tally.ts'

/** How often three characters stand side by side in a document, by hash: rather too often than too seldom. */
export type Trigrams = (text: string, at: number) => number

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
        const place = placeOf(text.charCodeAt(i - 2), text.charCodeAt(i - 1), text.charCodeAt(i), shift)
        counts[place] = (counts[place] as number) + by
      }
    },
  )
  return (texts) => {
    const counts = counted(texts)
    const shift = Math.clz32(counts.length) + 1
    return (text, at) => {
      const place = placeOf(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2), shift)
      return Math.min(most, counts[place] as number)
    }
  }
}

function bitsFor(texts: readonly Text[]): number {
  let length = 0
  for (const { text } of texts) length += text.length
  return Math.max(10, Math.ceil(Math.log2(length + 1)) + 2)
}

const most = 255
const placeOf = (a: number, b: number, c: number, shift: number): number =>
  Math.imul(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35), 0x2c1b3c6d) >>> shift

/** The names of what recurrence gives. */
export const recurrenceNames = ['recursBefore', 'recursAsideBefore', 'recurs', 'recursAside'] as const

/**
 * How often a document says elsewhere what stands at [from, to) of one of its lines, with what is around it, and how often
 * what may have been meant: a slip is made once, a term recurs.
 */
export function recurrence(
  counts: Trigrams,
  line: string,
  { from, to, text }: { readonly from: number; readonly to: number; readonly text: string },
): readonly number[] {
  const left = line.slice(Math.max(0, from - 2), from)
  const right = line.slice(to, to + 2)
  const of = (words: string, own: number) => [
    Math.log1p(Math.max(0, leastOf(counts, left.slice(-1) + words + right.slice(0, 1)) - own)),
    Math.log1p(Math.max(0, leastOf(counts, left + words) - own, leastOf(counts, words + right) - own)),
  ]
  return [...of(line.slice(from, to), 1), ...of(text, 0)]
}

/** How often the rarest three characters of a row stand in the document; 0 where the row is shorter. */
function leastOf(counts: Trigrams, text: string): number {
  let least = text.length < 3 ? 0 : most
  for (let i = 0; i + 3 <= text.length; i++) least = Math.min(least, counts(text, i))
  return least
}
