import type { Line } from './line.ts'
import { meet, range, type Signs, sign } from './signs.ts'

/** Kinds of characters that rules look for. */
export const kind = {
  /** 0–9 and their full-width forms. */
  digit: sign(range(0x30, 0x39) + range(0xff10, 0xff19)),
  /** A–Z and a–z and their full-width forms. */
  latin: sign(range(0x41, 0x5a) + range(0x61, 0x7a) + range(0xff21, 0xff3a) + range(0xff41, 0xff5a)),
  /** Blanks of any width, tabs among them. */
  blank: sign(` \t\u00a0\u202f\u205f\u3000${range(0x2000, 0x200a)}`),
  /** What is not seen: controls, zero-width and bidirectional characters, private use, U+FFFD. */
  hidden: sign(
    [
      range(0x00, 0x08),
      range(0x0a, 0x1f),
      range(0x7f, 0x9f),
      '\u00ad\u034f\u061c',
      range(0x200b, 0x200f),
      range(0x2028, 0x202e),
      range(0x2060, 0x206f),
      range(0xe000, 0xf8ff),
      '\ufeff\ufffc\ufffd',
    ].join(''),
  ),
  /** “”‘’《》〈〉（）〔〕【】［］「」『』 */
  pair: sign('“”‘’《》〈〉（）〔〕【】［］「」『』〖〗｛｝'),
  /** ，。；：？！ */
  stop: sign('，。；：？！'),
  /** < & * # ` _ of markup. */
  markup: sign('<&*#`_'),
  /** 约 and 近 before a number. */
  about: sign('约近'),
  /** @ */
  at: sign('@'),
} as const

/** Whether a line shows one of some signs. */
export const has = ({ shown }: Line, some: Signs): boolean => meet(shown, some)
