import { readSlips, type Slips } from './slips.ts'

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
  /** False where three characters were never seen side by side; true where they were, and of others once in a hundred. */
  readonly mayHave: (a: number, b: number, c: number) => boolean
  /** The same of three that were seen more often than now and then. */
  readonly maySay: (a: number, b: number, c: number) => boolean
  /** How likely `d` is behind three others, as a natural logarithm; `none` before the line's beginning. */
  readonly likelihood: (a: number, b: number, c: number, d: number) => number
  /** How usual a word of two, three or four characters is in a dictionary, from 1 to 7; 0 where it has none. */
  readonly word: (a: number, b: number, c?: number, d?: number) => number
  /** Which characters were seen behind two others. */
  readonly thirds: (a: number, b: number) => Uint16Array
  /** For each character those that were seen behind it: `setLength` words, a bit for each. */
  readonly following: Int32Array
  /** The same for those that were seen before it. */
  readonly preceding: Int32Array
  /** What a character may have been meant as, by its UTF-16 unit. */
  readonly slips: (code: number) => Slips | undefined
}

/** No character: before the line's beginning. */
export const none = -1

/** No alphabet is larger: a character's number has 12 bits. */
export const alphabetSize = 4096
/** Numbers below this are no characters that the alphabet has: the line's end, marks, digits, letters, rare characters. */
export const firstCharacter = 16
export const lineEnd = 1
const digit = 2
const letter = 3
const sign = 4
/** Whether a number is of a figure, a letter or a sign that is no mark. */
export const isForeign = (id: number): boolean => id >= digit && id <= sign
/** A Chinese character that the alphabet lacks: no two of them need be the same. */
export const rareCharacter = 15

const marks: Readonly<Record<string, number>> = {
  '，': 5,
  '、': 7,
  '。': 6,
  '！': 6,
  '？': 6,
  '；': 8,
  '：': 9,
  '“': 10,
  '”': 10,
  '《': 11,
  '》': 12,
  '（': 13,
  '）': 14,
}

/** The number of every UTF-16 unit. */
export function idTable(alphabet: Iterable<number>): Uint16Array {
  const ids = new Uint16Array(1 << 16).fill(sign)
  ids.fill(rareCharacter, 0x3400, 0xa000)
  ids.fill(rareCharacter, 0xd800, 0xe000)
  for (const [char, id] of Object.entries(marks)) ids[char.charCodeAt(0)] = id
  for (const zero of [0x30, 0xff10]) ids.fill(digit, zero, zero + 10)
  for (const first of [0x41, 0x61, 0xff21, 0xff41]) ids.fill(letter, first, first + 26)
  for (const blank of [0x20, 0x09, 0x3000, 0xa0]) ids[blank] = lineEnd
  let id = firstCharacter
  for (const code of alphabet) ids[code] = id++
  return ids
}

/** Counts are kept in 5 bits: each code stands for the counts from its own up to the next, read as what is between. */
const leastOf = [
  0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 26, 33, 45, 60, 90, 130, 180, 270, 400, 600, 1000, 1700, 3000, 5500, 10_000,
  20_000, 40_000, 80_000, 160_000, 320_000,
]
const countOf = Float64Array.from(leastOf, (least, i) => Math.sqrt(least * ((leastOf[i + 1] ?? least + 1) - 1)))
export const codeOf = (count: number): number => leastOf.findLastIndex((least) => least <= count)

/** How usual a word is, in 3 bits: the decimal digits of its frequency. */
export const usualnessOf = (frequency: number): number => Math.min(7, String(Math.floor(frequency)).length)
/** A row's count and, where it is a word, how usual that is. */
export const rowValue = (count: number, usualness: number): number => (usualness << 5) | codeOf(count)

export const countIn = (value: number): number => countOf[value & 31] as number
export const usualnessIn = (value: number): number => value >> 5

/** The parts of the file in their order, with the bytes that each of their numbers takes. */
const parts = {
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
export type Part = keyof typeof parts
const partNames = Object.keys(parts) as readonly Part[]
const magic = 0x32504459

/** The parts of a file, by name. */
export type Parts = { readonly [name in Part]: Uint8Array | Uint16Array | Uint32Array }

/**
 * Reads the file: magic, the 32-bit lengths of its parts, then the parts, each from a multiple of 4. Little-endian. Throws
 * where the bytes are no such file.
 */
export function readParts(bytes: Uint8Array): Parts {
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const headLength = 1 + partNames.length
  const isOurs = bytes.length >= headLength * 4 && new Uint32Array(buffer, byteOffset, 1)[0] === magic
  if (!isOurs) throw new Error('not a file of phrases')
  const lengths = new Uint32Array(buffer, byteOffset + 4, partNames.length)
  let from = byteOffset + headLength * 4
  const read = partNames.map((name, i) => {
    const length = lengths[i] as number
    const to = from + Math.ceil((length * parts[name]) / 4) * 4
    if (to > byteOffset + bytes.length) throw new Error('a file of phrases that was cut short')
    const part =
      parts[name] === 1
        ? new Uint8Array(buffer, from, length)
        : parts[name] === 2
          ? new Uint16Array(buffer, from, length)
          : new Uint32Array(buffer, from, length)
    from = to
    return [name, part] as const
  })
  return Object.fromEntries(read) as Parts
}

/** The same backwards: a file of the parts. */
export function writeParts(values: Parts): Uint8Array {
  const all = partNames.map((name) => values[name])
  const head = Uint32Array.from([magic, ...all.map(({ length }) => length)])
  const size = [head, ...all].reduce((sum, { byteLength }) => sum + Math.ceil(byteLength / 4) * 4, 0)
  const bytes = new Uint8Array(size)
  let at = 0
  for (const part of [head, ...all]) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += Math.ceil(part.byteLength / 4) * 4
  }
  return bytes
}

/** Reads the file as phrases. Throws where the bytes are no such file. */
export function readPhrases(bytes: Uint8Array): Phrases {
  const file = readParts(bytes)
  const units = (name: Part) => file[name] as Uint16Array

  const alphabet = units('alphabet')
  const ids = idTable(alphabet)
  const single = Float64Array.from(file.single)
  const level = (sizes: Part, ids: Part, values: Part): Level => ({
    starts: startsOf(units(sizes)),
    ids: units(ids),
    values: file[values] as Uint8Array,
  })
  const second = level('seconds', 'second', 'secondValues')
  const third = level('thirds', 'third', 'thirdValues')
  const fourth = level('fourths', 'fourth', 'fourthValues')
  const all = followings(second)
  const ranks = ranksOf(all, second.starts)

  /** Where a pair stands among all pairs; -1 where it was never seen. */
  const pairAt = (a: number, b: number): number => {
    const word = (a << 7) | (b >> 5)
    const bits = all[word] as number
    const bit = 1 << (b & 31)
    return (bits & bit) === 0 ? -1 : (ranks[word] as number) + ones(bits & (bit - 1))
  }
  const tripleAt = (a: number, b: number, c: number): number => {
    if (((all[(b << 7) | (c >> 5)] as number) & (1 << (c & 31))) === 0) return -1
    const pair = pairAt(a, b)
    return pair < 0 ? -1 : childAt(third, pair, c)
  }
  const quadrupleAt = (a: number, b: number, c: number, d: number): number => {
    if (((all[(c << 7) | (d >> 5)] as number) & (1 << (d & 31))) === 0) return -1
    const triple = tripleAt(a, b, c)
    return triple < 0 ? -1 : childAt(fourth, triple, d)
  }
  const countAt = ({ values }: Level, i: number): number =>
    i < 0 ? 0 : (countOf[(values[i] as number) & 31] as number)
  const usualnessAt = ({ values }: Level, i: number): number => (i < 0 ? 0 : usualnessIn(values[i] as number))
  const total = single.reduce((sum, count) => sum + count, 0)
  /** The longest row that was seen decides (stupid backoff, Brants et al. 2007). */
  const likelihood = (a: number, b: number, c: number, d: number): number => {
    if (d === rareCharacter) return rarest
    let given = 0
    if (a !== none) {
      const context = tripleAt(a, b, c)
      const row = context < 0 ? -1 : childAt(fourth, context, d)
      if (row >= 0) return share(countAt(fourth, row), countAt(third, context))
      given += backoff
    }
    if (b !== none) {
      const context = pairAt(b, c)
      const row = context < 0 ? -1 : childAt(third, context, d)
      if (row >= 0) return given + share(countAt(third, row), countAt(second, context))
      given += backoff
    }
    const row = pairAt(c, d)
    if (row >= 0) return given + share(countAt(second, row), single[c] as number)
    return given + backoff + Math.log(((single[d] as number) + 0.5) / (total + unseenCharacters))
  }
  const charOf = (id: number): string => String.fromCharCode(alphabet[id - firstCharacter] as number)
  return {
    idOf: (code) => ids[code] as number,
    charOf,
    single,
    total,
    mayHave: filterOf(second, third, 1, 20),
    maySay: filterOf(second, third, usualCount, 18),
    likelihood,
    pair: (a, b) => countAt(second, pairAt(a, b)),
    triple: (a, b, c) => countAt(third, tripleAt(a, b, c)),
    quadruple: (a, b, c, d) => countAt(fourth, quadrupleAt(a, b, c, d)),
    word(a, b, c, d) {
      if (c === undefined) return usualnessAt(second, pairAt(a, b))
      return d === undefined ? usualnessAt(third, tripleAt(a, b, c)) : usualnessAt(fourth, quadrupleAt(a, b, c, d))
    },
    thirds(a, b) {
      const pair = pairAt(a, b)
      return pair < 0 ? noIds : third.ids.subarray(third.starts[pair], third.starts[pair + 1])
    },
    following: all,
    preceding: turned(all),
    slips: readSlips(ids, alphabet, firstCharacter, alphabetSize, {
      readable: units('readable'),
      readings: units('readings'),
      alike: units('alike'),
      likes: units('likes'),
    }),
  }
}

const noIds = new Uint16Array()
export const setLength = alphabetSize >> 5

/** What a step to fewer characters costs where a row of them was never seen. */
const backoff = Math.log(0.4)
/** How likely a character is that texts hardly ever have. */
const rarest = -16
const unseenCharacters = 4000
const share = (count: number, of: number): number =>
  Math.log(Math.min(1, Math.max(count - 0.5, 0.3) / Math.max(of, count)))

/** More than now and then. */
const usualCount = 3

/**
 * Tells what was never seen so often by one look into a table of so many words: a Bloom filter whose bits for one row stand
 * in one word.
 */
function filterOf(
  second: Level,
  third: Level,
  least: number,
  wordBits: number,
): (a: number, b: number, c: number) => boolean {
  const words = new Int32Array(1 << wordBits)
  const shift = 32 - wordBits
  for (let a = 0; a < alphabetSize; a++)
    for (let i = second.starts[a] as number; i < (second.starts[a + 1] as number); i++)
      for (let j = third.starts[i] as number; j < (third.starts[i + 1] as number); j++) {
        if (countIn(third.values[j] as number) < least) continue
        const h = hash(a, second.ids[i] as number, third.ids[j] as number)
        words[h >>> shift] = (words[h >>> shift] as number) | bitsOf(h)
      }
  return (a, b, c) => {
    const h = hash(a, b, c)
    const bits = bitsOf(h)
    return ((words[h >>> shift] as number) & bits) === bits
  }
}

const hash = (a: number, b: number, c: number): number => {
  const h = Math.imul((a << 12) | b, 0x9e3779b1) ^ Math.imul(c, 0x85ebca6b)
  return Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
}
const bitsOf = (h: number): number => (1 << (h & 31)) | (1 << ((h >>> 5) & 31)) | (1 << ((h >>> 10) & 31))

/** What follows the rows of the level above: the ones of row `i` stand from `starts[i]` to `starts[i + 1]`. */
type Level = { readonly starts: Uint32Array; readonly ids: Uint16Array; readonly values: Uint8Array }

function startsOf(sizes: Uint16Array): Uint32Array {
  const starts = new Uint32Array(sizes.length + 1)
  for (let i = 0; i < sizes.length; i++) starts[i + 1] = (starts[i] as number) + (sizes[i] as number)
  return starts
}

/** Where a number stands among a row's followers; -1 where it does not. */
function childAt({ starts, ids }: Level, row: number, id: number): number {
  let low = starts[row] as number
  const end = starts[row + 1] as number
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ids[middle] as number) < id) low = middle + 1
    else high = middle
  }
  return low < end && ids[low] === id ? low : -1
}

/** Who follows whom, a bit each. */
function followings({ starts, ids }: Level): Int32Array {
  const sets = new Int32Array(alphabetSize * setLength)
  for (let a = 0; a < alphabetSize; a++) {
    for (let i = starts[a] as number; i < (starts[a + 1] as number); i++) {
      const id = ids[i] as number
      const at = (a << 7) | (id >> 5)
      sets[at] = (sets[at] as number) | (1 << (id & 31))
    }
  }
  return sets
}

/** How many pairs stand before each word of the sets. */
function ranksOf(sets: Int32Array, starts: Uint32Array): Uint32Array {
  const ranks = new Uint32Array(sets.length)
  let rank = 0
  for (let at = 0; at < sets.length; at++) {
    if ((at & (setLength - 1)) === 0) rank = starts[at >> 7] as number
    ranks[at] = rank
    rank += ones(sets[at] as number)
  }
  return ranks
}

/** How many bits of a word are set. */
function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The same relation the other way round. */
function turned(sets: Int32Array): Int32Array {
  const out = new Int32Array(sets.length)
  for (let at = 0; at < sets.length; at++) {
    const a = at >> 7
    for (let bits = sets[at] as number; bits !== 0; bits &= bits - 1) {
      const b = ((at & 127) << 5) | (31 - Math.clz32(bits & -bits))
      const to = (b << 7) | (a >> 5)
      out[to] = (out[to] as number) | (1 << (a & 31))
    }
  }
  return out
}
