/**
 * A set of rows of numbers that may say of a row that it has it where it has not (once in a hundred), and never the reverse:
 * a Bloom filter whose bits for one row stand in one word.
 */
export type Filter = {
  /** `hash`: of a row, all its 32 bits. */
  readonly add: (hash: number) => void
  readonly has: (hash: number) => boolean
}

/** An empty one, of so many words of 32 bits (a power of two). */
export function filter(wordBits: number): Filter {
  const words = new Int32Array(1 << wordBits)
  const shift = 32 - wordBits
  return {
    add(hash) {
      words[hash >>> shift] = (words[hash >>> shift] as number) | bitsOf(hash)
    },
    has(hash) {
      const bits = bitsOf(hash)
      return ((words[hash >>> shift] as number) & bits) === bits
    },
  }
}

const bitsOf = (h: number): number => (1 << (h & 31)) | (1 << ((h >>> 5) & 31)) | (1 << ((h >>> 10) & 31))

/** A hash of three numbers of 12 bits. */
export const hashOf = (a: number, b: number, c: number): number => {
  const h = Math.imul((a << 12) | b, 0x9e3779b1) ^ Math.imul(c, 0x85ebca6b)
  return Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
}
