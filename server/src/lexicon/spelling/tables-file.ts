import { codeIn, codeOf, readCounts, usualnessIn } from './counts-file.ts'
import { echoesIn, soundsBy } from './echoes.ts'
import { gapsIn } from './gaps.ts'
import { pairsIn } from './pairs.ts'
import { partsFile } from './parts-file.ts'
import { slipsIn } from './slips.ts'
import { emptyTable, hashOf, hashOfFour, putIn } from './table.ts'
import { eachPair, eachQuadruple, eachTriple, type Level, type Rows, rowsIn, triplesOf } from './trie.ts'

/** The parts of the file, with the bytes that each of their numbers takes. */
const widths = {
  /** As the file of counts has them. */
  alphabet: 2,
  single: 4,
  readable: 2,
  readings: 2,
  alike: 2,
  /** See slips.ts. */
  slipStarts: 4,
  slips: 2,
  /** Codes of the counts of rows of two, three and four characters, and how usual a word they are; see table.ts. */
  two: 2,
  three: 2,
  four: 2,
  words: 2,
  /** See pairs.ts. */
  behinds: 4,
  /** Repeated rows of three: what stands in their middle, and by their sounds; often seen ones: what begins and ends them. */
  middleStarts: 4,
  middles: 2,
  echoStarts: 4,
  echoes: 2,
  firstStarts: 4,
  firsts: 2,
  lastStarts: 4,
  lasts: 2,
} as const

const file = partsFile(0x34544459, widths, 'tables of phrases')
/** Reads what `tabled` gives, sharing its bytes. Throws where the bytes are none. */
export const readTables = file.read
export type Tables = ReturnType<typeof readTables>

/**
 * What phrases are looked up in, of a file of counts: arrays of numbers that need no further work. That work takes half a
 * second, so that it is worth to keep the outcome. Throws where the bytes are no file of counts.
 */
export function tabled(bytes: Uint8Array): Uint8Array {
  const counts = readCounts(bytes)
  const rows = rowsIn(counts)
  const slips = slipsIn(counts)
  const repeated = triplesOf(rows, isRepeated)
  const often = triplesOf(rows, isOften)
  const middles = gapsIn(repeated, 'middle', 17)
  const firsts = gapsIn(often, 'first', 15)
  const lasts = gapsIn(often, 'last', 15)
  const echoes = echoesIn(repeated, soundsBy(counts), counts.alphabet)
  return file.write({
    alphabet: counts.alphabet,
    single: counts.single,
    readable: counts.readable,
    readings: counts.readings,
    alike: counts.alike,
    slipStarts: slips.starts,
    slips: slips.entries,
    ...countsIn(rows),
    behinds: pairsIn(rows),
    middleStarts: middles.starts,
    middles: middles.entries,
    echoStarts: echoes.starts,
    echoes: echoes.entries,
    firstStarts: firsts.starts,
    firsts: firsts.entries,
    lastStarts: lasts.starts,
    lasts: lasts.entries,
  })
}

/** What was seen once is a chance where it is looked up by what it sounds like, or by what stands around it. */
const isRepeated = (value: number): boolean => codeIn(value) > onceCode
const onceCode = codeOf(1)
/** So often three characters have to stand side by side to tell by themselves. */
const isOften = (value: number): boolean => codeIn(value) >= oftenCode
const oftenCode = codeOf(20)

function countsIn(rows: Rows): Pick<Tables, 'two' | 'three' | 'four' | 'words'> {
  const [two, three, four] = [emptyTable(sizeOf(rows[2])), emptyTable(sizeOf(rows[3])), emptyTable(sizeOf(rows[4]))]
  const words = emptyTable(wordsIn(rows[2]) + wordsIn(rows[3]) + wordsIn(rows[4]))
  const put = (table: Uint16Array, hash: number, value: number) => {
    putIn(table, hash, codeIn(value))
    if (usualnessIn(value) > 0) putIn(words, hash, usualnessIn(value))
  }
  eachPair(rows, (a, b, value) => put(two, hashOf(a, b, 0), value))
  eachTriple(rows, (a, b, c, value) => put(three, hashOf(a, b, c), value))
  eachQuadruple(rows, (a, b, c, d, value) => put(four, hashOfFour(a, b, c, d), value))
  return { two, three, four, words }
}

const sizeOf = ({ ids }: Level): number => ids.length

function wordsIn({ values }: Level): number {
  let count = 0
  for (let i = 0; i < values.length; i++) if (usualnessIn(values[i] as number) > 0) count++
  return count
}
