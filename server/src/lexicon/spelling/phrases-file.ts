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
