import { firstCharacter, idTable, rareCharacter } from './alphabet.ts'
import { type Echoes, readEchoes } from './echoes.ts'
import { type Fillers, readFillers } from './gaps.ts'
import { type Pairs, readPairs } from './pairs.ts'
import { codeIn, codeOf, countIn, countOf, type Part, readParts, usualnessIn } from './phrases-file.ts'
import { readSlips, type Slips } from './slips.ts'
import { hashOf, table } from './table.ts'
import { childAt, eachTriple, type Level, startsOf } from './trie.ts'

/**
 * What official texts say: how often two, three and four characters stand side by side in issued documents, which words a
 * dictionary has, and what a character may have been meant as. A file of counts and no sentences; `npm run lexicon`
 * writes it. Characters are known by number.
 */
export type Phrases = {
  /** The number of a character (a UTF-16 unit). */
  readonly idOf: (code: number) => number
  readonly charOf: (id: number) => string
  /** How often a character stands in the texts, by number. */
  readonly single: Float64Array
  /** All characters counted. */
  readonly total: number
  /** How often `b` follows `a`, rounded; 0 where never. */
  readonly pair: (a: number, b: number) => number
  readonly triple: (a: number, b: number, c: number) => number
  readonly quadruple: (a: number, b: number, c: number, d: number) => number
  /** How likely `d` is behind three others, as a natural logarithm; `none` before the line's beginning. */
  readonly likelihood: (a: number, b: number, c: number, d: number) => number
  /** How usual a word of two, three or four characters is in a dictionary, from 1 to 7; 0 where it has none. */
  readonly word: (a: number, b: number, c?: number, d?: number) => number
  readonly isBehind: Pairs['isBehind']
  readonly beside: Pairs['beside']
  readonly fillers: Fillers
  readonly echoes: Echoes
  /** What a character may have been meant as, by its UTF-16 unit. */
  readonly slips: (code: number) => Slips | undefined
}

/** No character: before the line's beginning. */
export const none = -1

/** Reads the file as phrases. Throws where the bytes are no such file. */
export function readPhrases(bytes: Uint8Array): Phrases {
  const file = readParts(bytes)
  const units = (name: Part) => file[name] as Uint16Array

  const alphabet = units('alphabet')
  const ids = idTable(alphabet)
  const single = Float64Array.from(file.single)
  const level = (sizes: Part, ids: Part, values: Part): Level => ({
    sizes: units(sizes),
    starts: startsOf(units(sizes)),
    ids: units(ids),
    values: file[values] as Uint8Array,
  })
  const second = level('seconds', 'second', 'secondValues')
  const third = level('thirds', 'third', 'thirdValues')
  const fourth = level('fourths', 'fourth', 'fourthValues')
  const { isBehind, pairAt, beside } = readPairs(second)
  // Looked up most, and of most it is only asked whether they were seen: here that takes one look.
  const triples = table(third.ids.length)
  eachTriple(second, third, (a, b, c, value) => triples.put(hashOf(a, b, c), codeIn(value)))
  const codeOfTriple = (a: number, b: number, c: number): number => triples.get(hashOf(a, b, c))
  const tripleAt = (a: number, b: number, c: number): number => {
    const pair = pairAt(a, b)
    return pair < 0 ? -1 : childAt(third, pair, c)
  }
  const quadrupleAt = (a: number, b: number, c: number, d: number): number => {
    if (codeOfTriple(b, c, d) === 0) return -1
    const triple = tripleAt(a, b, c)
    return triple < 0 ? -1 : childAt(fourth, triple, d)
  }
  const countAt = ({ values }: Level, i: number): number => (i < 0 ? 0 : countIn(values[i] as number))
  const usualnessAt = ({ values }: Level, i: number): number => (i < 0 ? 0 : usualnessIn(values[i] as number))
  const total = single.reduce((sum, count) => sum + count, 0)
  const logSingle = single.map(Math.log)
  const logAlone = single.map((count) => Math.log((count + 0.5) / (total + unseenCharacters)))
  /** The longest row that was seen decides (stupid backoff, Brants et al. 2007). */
  const likelihood = (a: number, b: number, c: number, d: number): number => {
    if (d === rareCharacter) return rarest
    const shorter = a === none ? 0 : backoff
    const shortest = b === none ? shorter : shorter + backoff
    const last = pairAt(c, d)
    // What holds a pair that was never seen was never seen.
    if (last < 0) return shortest + backoff + (logAlone[d] as number)
    const triple = b === none ? 0 : codeOfTriple(b, c, d)
    if (triple > 0) {
      const context = a === none ? 0 : codeOfTriple(a, b, c)
      const row = context > 0 ? quadrupleAt(a, b, c, d) : -1
      if (row >= 0) return share(fourth.values[row] as number, logOf(context))
      return shorter + share(triple, logOf(second.values[pairAt(b, c)] as number))
    }
    return shortest + share(second.values[last] as number, logSingle[c] as number)
  }
  const charOf = (id: number): string => String.fromCharCode(alphabet[id - firstCharacter] as number)
  const { slips, soundsOf } = readSlips(ids, alphabet, firstCharacter, {
    readable: units('readable'),
    readings: units('readings'),
    alike: units('alike'),
    likes: units('likes'),
  })
  return {
    idOf: (code) => ids[code] as number,
    charOf,
    single,
    total,
    likelihood,
    pair: (a, b) => countAt(second, pairAt(a, b)),
    triple: (a, b, c) => countOf(codeOfTriple(a, b, c)),
    quadruple: (a, b, c, d) => countAt(fourth, quadrupleAt(a, b, c, d)),
    word(a, b, c, d) {
      if (c === undefined) return usualnessAt(second, pairAt(a, b))
      return d === undefined ? usualnessAt(third, tripleAt(a, b, c)) : usualnessAt(fourth, quadrupleAt(a, b, c, d))
    },
    isBehind,
    beside,
    fillers: readFillers(second, third, isRepeated),
    echoes: readEchoes(second, third, isRepeated, soundsOf, Math.max(-1, ...units('alike')) + 1, alphabet),
    slips,
  }
}

/** What a step to fewer characters costs where a row of them was never seen. */
const backoff = Math.log(0.4)
/** How likely a character is that texts hardly ever have. */
const rarest = -16
const unseenCharacters = 4000
/** The logarithms of the counts that values of rows stand for, of all values. */
const logCounts = Float64Array.from({ length: 256 }, (_, value) => Math.log(countIn(value)))
const logDiscounted = Float64Array.from({ length: 256 }, (_, value) => Math.log(Math.max(countIn(value) - 0.5, 0.3)))
const logOf = (value: number): number => logCounts[value] as number
/** What share a row has of those that begin like it, as a logarithm; it cannot have more than all. */
const share = (value: number, logAll: number): number =>
  Math.min(0, (logDiscounted[value] as number) - Math.max(logAll, logOf(value)))

/** Three characters that were seen so often side by side stand so more than now and then. */
export const usualTriple = 3
/** What was seen once is a chance where it is looked up by what it sounds like, or by what stands around it. */
const isRepeated = (value: number): boolean => codeIn(value) > onceCode
const onceCode = codeOf(1)
