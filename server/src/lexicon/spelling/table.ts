/**
 * A map from rows of numbers to small numbers, by the rows' hashes (all their 32 bits): open addressing, an entry of 16 bits
 * each. Of a row that it lacks it says, once in some thousands, that it has it; every other answer is right.
 */
export type Table = {
  /** What was put for a row's hash; 0 where nothing was. */
  readonly get: (hash: number) => number
}

/** The numbers of a table have so many bits; what is left of an entry tells rows of one place apart. */
const valueBits = 5
const valueMask = (1 << valueBits) - 1

/** The entries of an empty one for so many rows. */
export const emptyTable = (rows: number): Uint16Array => new Uint16Array(Math.ceil(rows / fullest) + 1)

/** Puts a number other than 0 for a row that has none yet. */
export function putIn(entries: Uint16Array, hash: number, value: number): void {
  let i = placeIn(entries, hash)
  while (entries[i] !== 0) i = i + 1 === entries.length ? 0 : i + 1
  entries[i] = markOf(hash) | value
}

export function tableOf(entries: Uint16Array): Table {
  const scale = scaleOf(entries)
  return {
    get(hash) {
      const mark = markOf(hash)
      for (let i = ((hash >>> 0) * scale) >>> 0; ; i = i + 1 === entries.length ? 0 : i + 1) {
        const entry = entries[i] as number
        if (entry === 0) return 0
        if ((entry & markMask) === mark) return entry & valueMask
      }
    },
  }
}

/** Fuller than this, what is looked for and not there takes long to find missing. */
const fullest = 0.55
const scaleOf = (entries: Uint16Array): number => entries.length / 2 ** 32
const placeIn = (entries: Uint16Array, hash: number): number => ((hash >>> 0) * scaleOf(entries)) >>> 0
const markMask = 0xffff & ~valueMask
const markOf = (hash: number): number => (hash << valueBits) & markMask

/** A hash of three numbers of at most 13 bits. */
export function hashOf(a: number, b: number, c: number): number {
  const h = Math.imul(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35), 0x2c1b3c6d)
  return h ^ (h >>> 15)
}

/** The same of four. */
export const hashOfFour = (a: number, b: number, c: number, d: number): number => hashOf(a, b, (c << 12) | d)
