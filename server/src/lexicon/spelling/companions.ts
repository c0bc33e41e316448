import { alphabetSize } from './alphabet.ts'
import { hashOf } from './filter.ts'
import { codeOf } from './phrases-file.ts'
import { eachTriple, type Level } from './trie.ts'

/**
 * Lists what was seen beside two characters: puts those that are in `set` into `out`, each its number, `usual` added where
 * it was seen there more often than now and then, and says how many they are.
 */
export type Companions = (first: number, second: number, set: Int32Array, out: Uint16Array) => number

/** More than now and then. */
export const usualCount = 3
export const usual = alphabetSize
/** The values of rows that were seen so often have such a count in them. */
const usualCode = codeOf(usualCount)
export const isUsual = (value: number): boolean => (value & 31) >= usualCode

/** Whether a number is in a set: 32 of them a word. */
export const isIn = (set: Int32Array, id: number): boolean => ((set[id >> 5] as number) & (1 << (id & 31))) !== 0

/** A set of all numbers. */
export const everything = new Int32Array(alphabetSize >> 5).fill(-1)

/** What was seen behind two characters. `pairAt`: where a pair stands among all, -1 where it does not. */
export function behind(pairAt: (a: number, b: number) => number, { starts, ids, values }: Level): Companions {
  return (a, b, set, out) => {
    const pair = pairAt(a, b)
    if (pair < 0) return 0
    const end = starts[pair + 1] as number
    let found = 0
    for (let i = starts[pair] as number; i < end; i++) {
      const id = ids[i] as number
      if (isIn(set, id)) out[found++] = isUsual(values[i] as number) ? id | usual : id
    }
    return found
  }
}

/** What was seen between two characters; one in some hundreds was not. */
export const between = (second: Level, third: Level): Companions =>
  listed(18, third.ids.length, (take) =>
    eachTriple(second, third, (a, b, c, value) => take(a, c, isUsual(value) ? b | usual : b)),
  )

/** What was seen before two characters, more than once; one in some hundreds was not. */
export const before = (second: Level, third: Level): Companions => {
  const once = codeOf(1)
  let count = 0
  for (const value of third.values) if ((value & 31) > once) count++
  return listed(17, count, (take) =>
    eachTriple(second, third, (a, b, c, value) => {
      if ((value & 31) > once) take(b, c, isUsual(value) ? a | usual : a)
    }),
  )
}

type Take = (first: number, second: number, entry: number) => void

/**
 * Lists by a hash of the two characters: each entry is a number and three bits more of the hash. `listBits`: how many lists
 * there are, as a power of two; `each` gives all entries, twice.
 */
function listed(listBits: number, size: number, each: (take: Take) => void): Companions {
  const shift = 32 - listBits
  const starts = new Uint32Array((1 << listBits) + 1)
  each((first, second) => {
    const list = hashOf(first, second, 0) >>> shift
    starts[list] = (starts[list] as number) + 1
  })
  // Where each list ends; filled from there, where it begins.
  for (let list = 1; list < starts.length; list++)
    starts[list] = (starts[list] as number) + (starts[list - 1] as number)
  const entries = new Uint16Array(size)
  each((first, second, entry) => {
    const hash = hashOf(first, second, 0)
    const at = (starts[hash >>> shift] as number) - 1
    starts[hash >>> shift] = at
    entries[at] = ((hash & 7) << 13) | entry
  })
  return (first, second, set, out) => {
    const hash = hashOf(first, second, 0)
    const end = starts[(hash >>> shift) + 1] as number
    let found = 0
    for (let i = starts[hash >>> shift] as number; i < end; i++) {
      const entry = entries[i] as number
      if (entry >> 13 === (hash & 7) && isIn(set, entry & (alphabetSize - 1))) out[found++] = entry & (2 * usual - 1)
    }
    return found
  }
}
