import { firstCharacter, idTable, rareCharacter } from './alphabet.ts'
import { type Echoes, readEchoes } from './echoes.ts'
import { type Fillers, readFillers } from './gaps.ts'
import { type Pairs, readPairs } from './pairs.ts'
import { codeIn, codeOf, codes, countOf, type Part, type Parts, readParts, usualnessIn } from './phrases-file.ts'
import { readSlips, type Slips } from './slips.ts'
import { hashOf, hashOfFour, type Table, table } from './table.ts'
import { eachPair, eachQuadruple, eachTriple, type Level, type Rows, readRows } from './trie.ts'

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

/** A part of a file by itself: what is kept of it must not keep the whole file. */
const copyOf = (file: Parts, name: Part): Uint16Array => (file[name] as Uint16Array).slice()

/** No character: before the line's beginning. */
export const none = -1

/** Reads the file as phrases. Throws where the bytes are no such file. */
export function readPhrases(bytes: Uint8Array): Phrases {
  const file = readParts(bytes)

  const alphabet = copyOf(file, 'alphabet')
  const ids = idTable(alphabet)
  const single = Float64Array.from(file.single)
  const rows = readRows(file)
  const { isBehind, beside } = readPairs(rows)
  const [two, three, four, words] = readTables(rows)
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
  const { slips, soundsOf } = readSlips(ids, alphabet, firstCharacter, {
    readable: copyOf(file, 'readable'),
    readings: copyOf(file, 'readings'),
    alike: copyOf(file, 'alike'),
    likes: copyOf(file, 'likes'),
  })
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
    beside,
    fillers: readFillers(rows, isRepeated),
    echoes: readEchoes(rows, isRepeated, soundsOf, Math.max(-1, ...copyOf(file, 'alike')) + 1, alphabet),
    slips,
  }
}

/** The counts of rows of two, three and four characters as codes, and how usual the words of a dictionary are. */
function readTables(rows: Rows): readonly [two: Table, three: Table, four: Table, words: Table] {
  const [two, three, four] = [table(rows[2].ids.length), table(rows[3].ids.length), table(rows[4].ids.length)]
  const words = table(wordsIn(rows[2]) + wordsIn(rows[3]) + wordsIn(rows[4]))
  const put = (counts: Table, hash: number, value: number) => {
    counts.put(hash, codeIn(value))
    if (usualnessIn(value) > 0) words.put(hash, usualnessIn(value))
  }
  eachPair(rows, (a, b, value) => put(two, hashOf(a, b, 0), value))
  eachTriple(rows, (a, b, c, value) => put(three, hashOf(a, b, c), value))
  eachQuadruple(rows, (a, b, c, d, value) => put(four, hashOfFour(a, b, c, d), value))
  return [two, three, four, words]
}

function wordsIn({ values }: Level): number {
  let count = 0
  for (let i = 0; i < values.length; i++) if (usualnessIn(values[i] as number) > 0) count++
  return count
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
/** What was seen once is a chance where it is looked up by what it sounds like, or by what stands around it. */
const isRepeated = (value: number): boolean => codeIn(value) > onceCode
const onceCode = codeOf(1)
