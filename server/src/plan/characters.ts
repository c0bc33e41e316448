import { kindsAt, setKinds } from './beside.ts'
import type { Line } from './line.ts'

/** Kinds of characters that rules look for, a bit each. */
export const kind = {
  /** 0–9 and their full-width forms. */
  digit: 1 << 0,
  /** A–Z and a–z and their full-width forms. */
  latin: 1 << 1,
  /** Marks of ASCII: , . : ; ? ! ( ) " ' - / and the rest. */
  half: 1 << 2,
  /** Blanks of any width, tabs among them. */
  blank: 1 << 3,
  /** What is not seen: controls, zero-width and bidirectional characters, private use, U+FFFD. */
  hidden: 1 << 4,
  /** “”‘’《》〈〉（）〔〕【】［］「」『』 */
  pair: 1 << 5,
  /** ，。；：？！ */
  stop: 1 << 6,
  /** 、 */
  comma: 1 << 7,
  /** … */
  ellipsis: 1 << 8,
  /** — － ― ─ – ～ and their like. */
  dash: 1 << 9,
  /** · ． ・ • and their like. */
  dot: 1 << 10,
  /** 〇零一二三四五六七八九十百千万亿两 */
  numeral: 1 << 11,
  /** % ％ ‰ ℃ × ＋ and other signs. */
  sign: 1 << 12,
  /** X × * ○ _ and their like, which fill a gap; they are of another kind as well. */
  filler: 1 << 13,
  /** 等 */
  etc: 1 << 14,
  /** 倍 */
  times: 1 << 15,
  /** " ' “ ” and their like; they are of another kind as well, as are those below. */
  quote: 1 << 16,
  /** < & * # ` _ of markup. */
  markup: 1 << 17,
  /** 约 and 近 before a number. */
  about: 1 << 18,
  /** @ */
  at: 1 << 19,
} as const

const mark = (bit: number, characters: string) => {
  for (const character of characters) setKinds(character.charCodeAt(0), bit)
}
const range = (bit: number, first: number, last: number) => {
  for (let code = first; code <= last; code++) setKinds(code, bit)
}

range(kind.hidden, 0x00, 0x1f)
range(kind.half, 0x21, 0x7e)
range(kind.hidden, 0x7f, 0x9f)
range(kind.digit, 0x30, 0x39)
range(kind.latin, 0x41, 0x5a)
range(kind.latin, 0x61, 0x7a)
range(kind.digit, 0xff10, 0xff19)
range(kind.latin, 0xff21, 0xff3a)
range(kind.latin, 0xff41, 0xff5a)
range(kind.hidden, 0x200b, 0x200f)
range(kind.hidden, 0x202a, 0x202e)
range(kind.hidden, 0x2060, 0x206f)
range(kind.hidden, 0xe000, 0xf8ff)
mark(kind.hidden, '\u00ad\u034f\u061c\u2028\u2029\ufeff\ufffc\ufffd')
range(kind.blank, 0x2000, 0x200a)
mark(kind.blank, ' \t\u00a0\u202f\u205f\u3000')
mark(kind.pair, '“”‘’《》〈〉（）〔〕【】［］「」『』〖〗｛｝')
mark(kind.stop, '，。；：？！')
mark(kind.comma, '、')
mark(kind.ellipsis, '…⋯')
mark(kind.dash, '—－―─–‒‐‑−～〜∼')
mark(kind.dot, '·．・•‧∙⋅●')
mark(kind.numeral, '〇零○一二三四五六七八九十百千万亿两')
mark(kind.etc, '等')
mark(kind.times, '倍')
mark(kind.sign, '％‰℃×＋±÷＝＜＞≤≥＆＊＃＠／＼｜￥＄')

const also: readonly (readonly [bit: number, characters: string])[] = [
  [kind.filler, 'XxＸｘ×*＊○●◯_＿'],
  [kind.quote, '"＂\'“”〝〞'],
  [kind.markup, '<&*#`_'],
  [kind.about, '约近'],
  [kind.at, '@'],
]
for (const [bit, characters] of also) {
  for (const character of characters) {
    const code = character.charCodeAt(0)
    setKinds(code, kindsAt(code) | bit)
  }
}

/** Whether a line has a character of one of some kinds. */
export const has = (line: Line, some: number): boolean => (line.shown.kinds & some) !== 0
