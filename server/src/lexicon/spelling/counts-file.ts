import { partsFile } from './parts-file.ts'

/** Counts are kept in 5 bits: each code stands for the counts from its own up to the next, read as what is between. */
const leastOf = [
  0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 26, 33, 45, 60, 90, 130, 180, 270, 400, 600, 1000, 1700, 3000, 5500, 10_000,
  20_000, 40_000, 80_000, 160_000, 320_000,
]
const counts = Float64Array.from(leastOf, (least, i) => Math.sqrt(least * ((leastOf[i + 1] ?? least + 1) - 1)))
export const codeOf = (count: number): number => leastOf.findLastIndex((least) => least <= count)

/** How usual a word is, in 3 bits: the decimal digits of its frequency. */
export const usualnessOf = (frequency: number): number => Math.min(7, String(Math.floor(frequency)).length)
/** A row's count and, where it is a word, how usual that is. */
export const rowValue = (count: number, usualness: number): number => (usualness << 5) | codeOf(count)

export const codeIn = (value: number): number => value & 31
export const codes = leastOf.length
export const countOf = (code: number): number => counts[code] as number
export const countIn = (value: number): number => countOf(codeIn(value))
export const usualnessIn = (value: number): number => value >> 5

/** The parts of the file, with the bytes that each of their numbers takes. */
const widths = {
  /** UTF-16 units of the characters, by number from `firstCharacter` on. */
  alphabet: 2,
  /** Counts of all numbers. */
  single: 4,
  /**
   * A trie of rows of characters. Level by level: how many characters follow each row of the level above, which ones, in
   * ascending order, and a value for each row (5 bits of count, 3 of how usual a word it is).
   */
  seconds: 2,
  second: 2,
  secondValues: 1,
  thirds: 2,
  third: 2,
  thirdValues: 1,
  fourths: 2,
  fourth: 2,
  fourthValues: 1,
  /** Units of the characters that have slips, their readings and their likes; see slips.ts. */
  readable: 2,
  readings: 2,
  alike: 2,
  likes: 2,
} as const

const file = partsFile(0x32504459, widths, 'phrases')
/** Reads the file that `npm run lexicon` and `yaodian learn` write. Throws where the bytes are none. */
export const readCounts = file.read
export const writeCounts = file.write
export type Counts = ReturnType<typeof readCounts>
