import { type Entry, holds } from './entries.ts'

/** What a matcher needs of a word; whatever else an entry carries comes back with its match. */
type Word = Pick<Entry, 'wrong' | 'conditions'> & { readonly right?: string }

export type Match<T extends Word = Entry> = { readonly entry: T; readonly from: number; readonly to: number }

/** A word and the two of its characters that it is looked up by. What is read of all words has one shape. */
type Anchored<T> = Pick<Word, 'wrong' | 'conditions'> & { readonly entry: T; readonly offset: number }

type Matcher<T extends Word> = (text: string) => readonly Match<T>[]

type Finder<T extends Word> = Matcher<T> & {
  /** Looks only at columns where the pairs may stand by which words are known, from left to right. */
  readonly at: (text: string, columns: readonly number[]) => readonly Match<T>[]
  /** Of each word, at which of its columns such a pair stands. */
  readonly anchors: readonly { readonly wrong: string; readonly offset: number }[]
}

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
export function finder<T extends Word>(entries: readonly T[]): Finder<T> {
  const buckets = new Map<number, Anchored<T>[]>()
  // Whether a pair has words at all, a bit each: small enough to stay in the processor's cache, where most look-ups end.
  const taken = new Int32Array(slots >> 5)
  const usual = pairsOf(entries.map(({ right = '' }) => right))
  for (const entry of entries) {
    const { wrong, conditions } = entry
    const offset = anchor(wrong, usual)
    const pair = pairAt(wrong, offset)
    const slot = slotOf(pair)
    taken[slot >> 5] = (taken[slot >> 5] as number) | (1 << (slot & 31))
    buckets.set(pair, [...(buckets.get(pair) ?? []), { entry, offset, wrong, conditions }])
  }
  const find = (text: string) => {
    let found: Match<T>[] | undefined
    for (let i = 0; i + 1 < text.length; i++) {
      const pair = pairAt(text, i)
      const slot = slotOf(pair)
      if (((taken[slot >> 5] as number) >>> (slot & 31)) & 1) found = look(buckets.get(pair), text, i, found)
    }
    return found ?? none
  }
  const at = (text: string, columns: readonly number[]) => {
    let found: Match<T>[] | undefined
    for (const column of columns) found = look(buckets.get(pairAt(text, column)), text, column, found)
    return found ?? none
  }
  return Object.assign(find, { at, anchors: [...buckets.values()].flat() })
}

const none: readonly never[] = []

/** The two characters at a column, as one number. */
const pairAt = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)

const slots = 1 << 17
const slotOf = (pair: number): number => (Math.imul(pair, 0x9e3779b1) >>> 15) & (slots - 1)

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
  bucket: readonly Anchored<T>[] | undefined,
  text: string,
  at: number,
  found: Match<T>[] | undefined,
): Match<T>[] | undefined {
  if (!bucket) return found
  for (const word of bucket) {
    const from = at - word.offset
    const to = from + word.wrong.length
    if (from < 0 || !stands(word.wrong, text, from) || !holds(word, text, from, to)) continue
    found ??= []
    found.push({ entry: word.entry, from, to })
  }
  return found
}

/** `startsWith`, which is slow on a text that was cut from another. */
function stands(word: string, text: string, from: number): boolean {
  for (let i = 0; i < word.length; i++) if (text.charCodeAt(from + i) !== word.charCodeAt(i)) return false
  return true
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
