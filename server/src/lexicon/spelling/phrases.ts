import { firstCharacter, idTable, rareCharacter } from './alphabet.ts'
import { codes, countOf } from './counts-file.ts'
import { type Echoes, echoesOf, soundsBy } from './echoes.ts'
import { type Gap, gapOf } from './gaps.ts'
import { type IsBehind, pairsOf } from './pairs.ts'
import { type Slips, slipsOf } from './slips.ts'
import { hashOf, hashOfFour, tableOf } from './table.ts'
import { readTables } from './tables-file.ts'

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
  readonly isBehind: IsBehind
  /** What often begins a row of three, by the other two; what repeatedly stands in its middle; what often ends it. */
  readonly firsts: Gap
  readonly middles: Gap
  readonly lasts: Gap
  readonly echoes: Echoes
  /** What a character may have been meant as, by its UTF-16 unit. */
  readonly slips: (code: number) => Slips | undefined
}

/** No character: before the line's beginning. */
export const none = -1

/** Reads tables (see tables-file.ts) as phrases. Throws where the bytes are none. */
export function readPhrases(bytes: Uint8Array): Phrases {
  const tables = readTables(bytes)
  const { alphabet } = tables
  const ids = idTable(alphabet)
  const single = Float64Array.from(tables.single)
  const isBehind = pairsOf(tables.behinds)
  const [two, three, four, words] = [
    tableOf(tables.two),
    tableOf(tables.three),
    tableOf(tables.four),
    tableOf(tables.words),
  ]
  const codeOfTwo = (a: number, b: number): number => (isBehind(a, b) ? two.get(hashOf(a, b, 0)) : 0)
  const codeOfThree = (a: number, b: number, c: number): number => three.get(hashOf(a, b, c))
  const codeOfFour = (a: number, b: number, c: number, d: number): number => four.get(hashOfFour(a, b, c, d))
  const total = single.reduce((sum, count) => sum + count, 0)
  const logSingle = single.map(Math.log)
  const logAlone = single.map((count) => Math.log((count + 0.5) / (total + unseenCharacters)))
  /** The longest row that was seen decides (stupid backoff, Brants et al. 2007). */
  const likelihood = (a: number, b: number, c: number, d: number): number => {
    if (d === rareCharacter) return rarest
    const shorter = a === none ? 0 : backoff
    const shortest = b === none ? shorter : shorter + backoff
    // What holds a pair that was never seen was never seen.
    if (!isBehind(c, d)) return shortest + backoff + (logAlone[d] as number)
    const triple = b === none ? 0 : codeOfThree(b, c, d)
    if (triple > 0) {
      const quadruple = a === none ? 0 : codeOfFour(a, b, c, d)
      if (quadruple > 0) return share(quadruple, logOf(codeOfThree(a, b, c)))
      return shorter + share(triple, logOf(codeOfTwo(b, c)))
    }
    return shortest + share(codeOfTwo(c, d), logSingle[c] as number)
  }
  const charOf = (id: number): string => String.fromCharCode(alphabet[id - firstCharacter] as number)
  return {
    idOf: (code) => ids[code] as number,
    charOf,
    single,
    total,
    likelihood,
    pair: (a, b) => countOf(codeOfTwo(a, b)),
    triple: (a, b, c) => countOf(codeOfThree(a, b, c)),
    quadruple: (a, b, c, d) => countOf(codeOfFour(a, b, c, d)),
    word(a, b, c = 0, d = 0) {
      return words.get(d === 0 ? hashOf(a, b, c) : hashOfFour(a, b, c, d))
    },
    isBehind,
    firsts: gapOf({ starts: tables.firstStarts, entries: tables.firsts }),
    middles: gapOf({ starts: tables.middleStarts, entries: tables.middles }),
    lasts: gapOf({ starts: tables.lastStarts, entries: tables.lasts }),
    echoes: echoesOf({ starts: tables.echoStarts, entries: tables.echoes }, soundsBy(tables)),
    slips: slipsOf(tables.readable, { starts: tables.slipStarts, entries: tables.slips }),
  }
}

/** What a step to fewer characters costs where a row of them was never seen. */
const backoff = Math.log(0.4)
/** How likely a character is that texts hardly ever have. */
const rarest = -16
const unseenCharacters = 4000
/** The logarithms of the counts that codes stand for. */
const logCounts = Float64Array.from({ length: codes }, (_, code) => Math.log(countOf(code)))
const logDiscounted = Float64Array.from({ length: codes }, (_, code) => Math.log(Math.max(countOf(code) - 0.5, 0.3)))
const logOf = (code: number): number => logCounts[code] as number
/** What share a row has of those that begin like it, as a logarithm; it cannot have more than all. */
const share = (code: number, logAll: number): number =>
  Math.min(0, (logDiscounted[code] as number) - Math.max(logAll, logOf(code)))

/** Three characters that were seen so often side by side stand so more than now and then. */
export const usualTriple = 3
