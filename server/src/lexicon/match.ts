import { type Entry, holds } from './entries.ts'

/** What a matcher needs of a word; whatever else an entry carries comes back with its match. */
type Word = Pick<Entry, 'wrong' | 'conditions'> & { readonly right?: string }

export type Match<T extends Word = Entry> = { readonly entry: T; readonly from: number; readonly to: number }

/** A word and the two of its characters that it is looked up by. What is read of all words has one shape. */
type Anchored<T> = Pick<Word, 'wrong' | 'conditions'> & { readonly entry: T; readonly offset: number }

type Matcher<T extends Word> = (text: string) => readonly Match<T>[]

/**
 * A matcher of many words in one pass over a text, whatever their number. Matches come from left to right and do not
 * overlap; of those that begin at one place the longest wins.
 */
export function matcher<T extends Word>(entries: readonly T[]): Matcher<T> {
  const find = finder(entries)
  return (text) => {
    const found = find(text)
    return found.length < 2 ? found : apart(found)
  }
}

/**
 * The same with every match, those that overlap too, in no order: each pair of characters looks up the few words, of two
 * characters or more, that are anchored there.
 */
export function finder<T extends Word>(entries: readonly T[]): Matcher<T> {
  const buckets = new Map<number, Anchored<T>[]>()
  // Whether a pair has words at all, a bit each: small enough to stay in the processor's cache, where most look-ups end.
  const taken = new Int32Array(slots >> 5)
  const usual = pairsOf(entries.map(({ right = '' }) => right))
  for (const entry of entries) {
    const offset = anchor(entry.wrong, usual)
    const slot = slotOf(entry.wrong.charCodeAt(offset), entry.wrong.charCodeAt(offset + 1))
    taken[slot >> 5] = (taken[slot >> 5] as number) | (1 << (slot & 31))
    buckets.set(slot, [
      ...(buckets.get(slot) ?? []),
      { entry, offset, wrong: entry.wrong, conditions: entry.conditions },
    ])
  }
  return (text) => {
    let found: Match<T>[] | undefined
    let first = text.charCodeAt(0)
    for (let i = 1; i < text.length; i++) {
      const second = text.charCodeAt(i)
      const slot = slotOf(first, second)
      first = second
      if (((taken[slot >> 5] as number) >>> (slot & 31)) & 1)
        found = look(buckets.get(slot) ?? none, text, i - 1, found)
    }
    return found ?? none
  }
}

const none: readonly never[] = []
const slots = 1 << 17
const slotOf = (first: number, second: number): number => (Math.imul(first, 0x9e3b) ^ second) & (slots - 1)

/** How often each pair of characters stands in right words. */
function pairsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) {
    for (let i = 0; i + 1 < word.length; i++)
      counts.set(word.slice(i, i + 2), (counts.get(word.slice(i, i + 2)) ?? 0) + 1)
  }
  return counts
}

/** Where the pair of a wrong word stands that right words have least: it is rare in texts, so few look-ups follow. */
function anchor(wrong: string, usual: ReadonlyMap<string, number>): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i + 1 < wrong.length; i++) {
    const count = usual.get(wrong.slice(i, i + 2)) ?? 0
    if (count < least) [best, least] = [i, count]
  }
  return best
}

function look<T extends Word>(
  bucket: readonly Anchored<T>[],
  text: string,
  at: number,
  found: Match<T>[] | undefined,
): Match<T>[] | undefined {
  for (const word of bucket) {
    const from = at - word.offset
    const to = from + word.wrong.length
    if (from < 0 || !text.startsWith(word.wrong, from) || !holds(word, text, from, to)) continue
    found ??= []
    found.push({ entry: word.entry, from, to })
  }
  return found
}

/** Matches from left to right, without those that begin inside another. */
export function apart<T extends Word>(found: readonly Match<T>[]): readonly Match<T>[] {
  if (found.length < 2) return found
  let past = 0
  return [...found]
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to }) => {
      const free = from >= past
      if (free) past = to
      return free
    })
}
