import { alphabetSize } from './alphabet.ts'
import { hashOf } from './filter.ts'
import { codeOf } from './phrases-file.ts'
import { type Level, startOf } from './trie.ts'

/**
 * Lists what was seen beside two characters: puts those that are in `set` into `out`, each its number, `usual` added where
 * it was seen there more often than now and then, and says how many they are.
 */
export type Companions = (first: number, second: number, set: Int32Array, out: Uint16Array) => number

/** More than now and then. */
const usualCount = 3
export const usual = alphabetSize
/** The values of rows that were seen so often have such a count in them. */
const usualCode = codeOf(usualCount)
export const isUsual = (value: number): boolean => (value & 31) >= usualCode

/** Whether a number is in a set: 32 of them a word. */
export const isIn = (set: Int32Array, id: number): boolean => ((set[id >> 5] as number) & (1 << (id & 31))) !== 0

/** A set of all numbers. */
export const everything = new Int32Array(alphabetSize >> 5).fill(-1)

/** What was seen behind two characters. `pairAt`: where a pair stands among all, -1 where it does not. */
export function behind(pairAt: (a: number, b: number) => number, level: Level): Companions {
  const { sizes, ids, values } = level
  return (a, b, set, out) => {
    const pair = pairAt(a, b)
    if (pair < 0) return 0
    const start = startOf(level, pair)
    const end = start + (sizes[pair] as number)
    let found = 0
    for (let i = start; i < end; i++) {
      const id = ids[i] as number
      if (isIn(set, id)) out[found++] = isUsual(values[i] as number) ? id | usual : id
    }
    return found
  }
}

/**
 * What was seen between two characters, and what before two, there more than once; one in some hundreds was not. Both are
 * listed together, and without a function for each row: there are two million.
 */
export function beside(second: Level, third: Level): { readonly between: Companions; readonly before: Companions } {
  const between = emptyLists(18)
  const before = emptyLists(17)
  const { sizes, ids, values } = third
  for (let a = 0, i = 0, j = 0; a < alphabetSize; a++)
    for (const lastPair = i + (second.sizes[a] as number); i < lastPair; i++) {
      const b = second.ids[i] as number
      for (const last = j + (sizes[i] as number); j < last; j++) {
        const c = ids[j] as number
        count(between, a, c)
        if (((values[j] as number) & 31) > once) count(before, b, c)
      }
    }
  settle(between)
  settle(before)
  for (let a = 0, i = 0, j = 0; a < alphabetSize; a++)
    for (const lastPair = i + (second.sizes[a] as number); i < lastPair; i++) {
      const b = second.ids[i] as number
      for (const last = j + (sizes[i] as number); j < last; j++) {
        const c = ids[j] as number
        const mark = isUsual(values[j] as number) ? usual : 0
        put(between, a, c, b | mark)
        if (((values[j] as number) & 31) > once) put(before, b, c, a | mark)
      }
    }
  return { between: companionsIn(between), before: companionsIn(before) }
}

const once = codeOf(1)

/** Lists by a hash of two characters: from `starts` on entries, each a number, its mark and three bits more of the hash. */
type Lists = { readonly shift: number; readonly starts: Uint32Array; entries: Uint16Array }

/** `bits`: how many lists there are, as a power of two. */
const emptyLists = (bits: number): Lists => ({
  shift: 32 - bits,
  starts: new Uint32Array((1 << bits) + 1),
  entries: new Uint16Array(),
})

function count({ shift, starts }: Lists, first: number, second: number): void {
  const list = hashOf(first, second, 0) >>> shift
  starts[list] = (starts[list] as number) + 1
}

/** From how many each list has to where it ends; filled from there, it is where it begins. */
function settle(lists: Lists): void {
  const { starts } = lists
  for (let list = 1; list < starts.length; list++)
    starts[list] = (starts[list] as number) + (starts[list - 1] as number)
  lists.entries = new Uint16Array(starts.at(-1) as number)
}

function put({ shift, starts, entries }: Lists, first: number, second: number, entry: number): void {
  const hash = hashOf(first, second, 0)
  const at = (starts[hash >>> shift] as number) - 1
  starts[hash >>> shift] = at
  entries[at] = ((hash & 7) << 13) | entry
}

const companionsIn =
  ({ shift, starts, entries }: Lists): Companions =>
  (first, second, set, out) => {
    const hash = hashOf(first, second, 0)
    const end = starts[(hash >>> shift) + 1] as number
    let found = 0
    for (let i = starts[hash >>> shift] as number; i < end; i++) {
      const entry = entries[i] as number
      if (entry >> 13 === (hash & 7) && isIn(set, entry & (alphabetSize - 1))) out[found++] = entry & (2 * usual - 1)
    }
    return found
  }
