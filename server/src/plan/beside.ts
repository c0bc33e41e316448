import type { Line } from './line.ts'

/** Every blank that \s of a regular expression has. */
export const blanks =
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'
export const digits = '0123456789'
export const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** By character three sums of bits, side by side in memory: its kinds, and the signs of which it may be the first, the second. */
const table = new Int32Array(1 << 18)
let count = 0

/**
 * A sign that lines are looked through for: a character of `first` with one of `second` behind it. Its bit; signs are
 * made while modules load, so that one pass over a line looks for all of them.
 */
export function beside(first: string, second: string): number {
  if (count === 32) throw new RangeError('no more than 32 signs')
  const bit = 1 << count++
  for (const [side, characters] of [first, second].entries()) {
    for (let i = 0; i < characters.length; i++) {
      const at = characters.charCodeAt(i) * 4 + 1 + side
      table[at] = (table[at] as number) | bit
    }
  }
  return bit
}

/** Says of which kinds a character is. */
export const setKinds = (code: number, kinds: number): void => {
  table[code * 4] = kinds
}

export const kindsAt = (code: number): number => table[code * 4] as number

/** What a text shows of itself: the kinds of its characters and the signs in it, as sums of their bits. */
export type Shown = { readonly kinds: number; readonly signs: number }

/** One pass spares most rules a look. */
export function look(text: string): Shown {
  let kinds = 0
  let signs = 0
  let open = 0
  for (let i = 0; i < text.length; i++) {
    const at = text.charCodeAt(i) * 4
    kinds |= table[at] as number
    signs |= open & (table[at + 2] as number)
    open = table[at + 1] as number
  }
  return { kinds, signs }
}

/** Whether a line has one of some signs. */
export const hasSign = (line: Line, some: number): boolean => (line.shown.signs & some) !== 0
