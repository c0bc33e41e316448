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
  const usual = usualPairs(entries)
  const anchored = entries.map((entry): Anchored<T> => {
    const { wrong, conditions } = entry
    return { entry, wrong, conditions, offset: anchor(wrong, usual) }
  })
  const words = byPair(anchored)
  const table = tableOf(words)
  const find = (text: string) => {
    let found: Match<T>[] | undefined
    for (let i = 0; i + 1 < text.length; i++) if (mayStand(table, text, i)) found = look(table, words, text, i, found)
    return found ?? none
  }
  const at = (text: string, columns: readonly number[]) => {
    let found: Match<T>[] | undefined
    for (const column of columns) found = look(table, words, text, column, found)
    return found ?? none
  }
  return Object.assign(find, { at, anchors: words })
}

const none: readonly never[] = []

/** The two characters at a column, as one number. */
const pairAt = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)

/**
 * What a look-up reads, side by side in memory: a chain of objects would be fetched from afar at each step. Words of one
 * pair stand behind each other.
 */
type Table = {
  /** Whether a pair has words at all, a bit each: so small that it stays near, and most look-ups end there. */
  readonly taken: Int32Array
  /** By a hash of the pair: the pair, and its first word. */
  readonly pairs: Int32Array
  readonly first: Int32Array
  /** By word: its pair, where that stands in it, and where its characters stand, those of the next word behind them. */
  readonly pair: Int32Array
  readonly offset: Int32Array
  readonly start: Int32Array
  readonly characters: Uint16Array
}

const slots = 1 << 17
const hash = (pair: number): number => Math.imul(pair, 0x9e3779b1) >>> 15

function tableOf(words: readonly Anchored<unknown>[]): Table {
  const size = 1 << Math.ceil(Math.log2(2 * words.length + 2))
  const taken = new Int32Array(slots >> 5)
  const pairs = new Int32Array(size)
  const first = new Int32Array(size).fill(-1)
  const pair = Int32Array.from(words, ({ wrong, offset }) => pairAt(wrong, offset))
  for (const [i, own] of pair.entries()) {
    if (pair[i - 1] === own) continue
    taken[hash(own) >> 5] = (taken[hash(own) >> 5] as number) | (1 << (hash(own) & 31))
    let slot = hash(own) & (size - 1)
    while (first[slot] !== -1) slot = (slot + 1) & (size - 1)
    pairs[slot] = own
    first[slot] = i
  }
  const start = new Int32Array(words.length + 1)
  for (const [i, { wrong }] of words.entries()) start[i + 1] = (start[i] as number) + wrong.length
  const characters = new Uint16Array(start[words.length] as number)
  let at = 0
  for (const { wrong } of words) for (let i = 0; i < wrong.length; i++) characters[at++] = wrong.charCodeAt(i)
  return { taken, pairs, first, pair, offset: Int32Array.from(words, ({ offset }) => offset), start, characters }
}

function mayStand({ taken }: Table, text: string, at: number): boolean {
  const slot = hash(pairAt(text, at))
  return (((taken[slot >> 5] as number) >>> (slot & 31)) & 1) !== 0
}

/** The first word of a pair, or -1. */
function firstOf({ pairs, first }: Table, pair: number): number {
  const last = pairs.length - 1
  let slot = hash(pair) & last
  while (first[slot] !== -1 && pairs[slot] !== pair) slot = (slot + 1) & last
  return first[slot] as number
}

function look<T extends Word>(
  table: Table,
  words: readonly Anchored<T>[],
  text: string,
  at: number,
  before: Match<T>[] | undefined,
): Match<T>[] | undefined {
  const pair = pairAt(text, at)
  let found = before
  for (let i = firstOf(table, pair); i >= 0 && table.pair[i] === pair; i++) {
    const from = at - (table.offset[i] as number)
    if (!stands(table, i, text, from)) continue
    const { entry, wrong, conditions } = words[i] as Anchored<T>
    const to = from + wrong.length
    if (conditions.length > 0 && !holds({ conditions }, text, from, to)) continue
    found ??= []
    found.push({ entry, from, to })
  }
  return found
}

/** Whether a word's characters stand at a column. */
function stands({ start, characters }: Table, word: number, text: string, from: number): boolean {
  const first = start[word] as number
  const past = start[word + 1] as number
  for (let i = first; i < past; i++) if (text.charCodeAt(from + i - first) !== characters[i]) return false
  return true
}

/** How often each pair of characters stands in right words, by a hash. */
function usualPairs(entries: readonly Word[]): Uint16Array {
  const counts = new Uint16Array(slots)
  for (const { right = '' } of entries)
    for (let i = 0; i + 1 < right.length; i++) {
      const slot = hash(pairAt(right, i))
      counts[slot] = (counts[slot] as number) + 1
    }
  return counts
}

/** Where the pair of a wrong word stands that right words have least: it is rare in texts, so few look-ups follow. */
function anchor(wrong: string, usual: Uint16Array): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i + 1 < wrong.length; i++) {
    const count = usual[hash(pairAt(wrong, i))] as number
    if (count < least) [best, least] = [i, count]
  }
  return best
}

/** Words of one pair behind each other, otherwise as they came: numbers are sorted without asking, which counts at the start. */
function byPair<T>(words: readonly Anchored<T>[]): readonly Anchored<T>[] {
  const keys = new Float64Array(words.length)
  for (let i = 0; i < words.length; i++) {
    const { wrong, offset } = words[i] as Anchored<T>
    keys[i] = (pairAt(wrong, offset) >>> 0) * most + i
  }
  return Array.from(keys.sort(), (key) => words[key % most] as Anchored<T>)
}

/** There are fewer words; times a pair of characters it is still a whole number. */
const most = 2 ** 21

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
