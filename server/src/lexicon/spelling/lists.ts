import { alphabetSize } from './alphabet.ts'

/** Lists of rows of numbers of characters, by hash; of some thousand rows that a list has one is another's. */
export type Lists = {
  /** Puts the rows of a hash into `out`, one number after another, and says how many numbers they are. What has no room is left out. */
  readonly find: (hash: number, out: Uint16Array) => number
}

/** As they are kept: where each begins, and behind the last where it ends; the rows' numbers. */
export type KeptLists = { readonly starts: Uint32Array; readonly entries: Uint16Array }

/** Calls `take` for each row with its hash and its numbers, each time in the same order. */
export type Each = (take: (hash: number, a: number, b: number, c: number) => void) => void

/** Lists the rows that `each` gives, of which the first `width` numbers count. `bits`: how many lists there are, as a power of two. */
export function listed(bits: number, width: 1 | 3, each: Each): KeptLists {
  const shift = 32 - bits
  const starts = new Uint32Array((1 << bits) + 1)
  each((hash) => {
    starts[hash >>> shift] = (starts[hash >>> shift] as number) + 1
  })
  // From how many each list has to where it ends; filled from there, it is where it begins.
  for (let list = 1; list < starts.length; list++)
    starts[list] = (starts[list] as number) + (starts[list - 1] as number)
  const entries = new Uint16Array(width * (starts.at(-1) as number))
  each((hash, a, b, c) => {
    const place = (starts[hash >>> shift] as number) - 1
    starts[hash >>> shift] = place
    entries[width * place] = markOf(hash) | a
    if (width === 1) return
    entries[width * place + 1] = b
    entries[width * place + 2] = c
  })
  return { starts, entries }
}

export function listsOf({ starts, entries }: KeptLists, width: 1 | 3): Lists {
  const shift = 32 - Math.log2(starts.length - 1)
  return {
    find(hash, out) {
      const mark = markOf(hash)
      const end = width * (starts[(hash >>> shift) + 1] as number)
      let found = 0
      for (let i = width * (starts[hash >>> shift] as number); i < end && found < out.length; i += width) {
        const entry = entries[i] as number
        if ((entry & markMask) !== mark) continue
        out[found++] = entry & ~markMask
        for (let k = 1; k < width; k++) out[found++] = entries[i + k] as number
      }
      return found
    },
  }
}

/** Entries of one list are told apart by the bits of the hash that an entry has room for. */
const markMask = 0xffff & -alphabetSize
const markOf = (hash: number): number => (hash * alphabetSize) & markMask
