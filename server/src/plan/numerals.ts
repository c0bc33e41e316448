/** How a number is written in an ordinal: Chinese, Arabic, or one glyph a number (①, ⒈, ㈠). */
export type Numerals = {
  /** The characters that a number of this kind is made of. */
  readonly characters: string
  /** A character class body and its repetition, for use in a larger pattern. */
  readonly pattern: string
  /** Text to number, NaN where the text is no number of this kind. */
  readonly read: (text: string) => number
  /** Number to text; past its last glyph a number is written in the brackets or with the dot that the glyph shows. */
  readonly write: (value: number) => string
}

const digits = '〇一二三四五六七八九'
const units: Readonly<Record<string, number>> = { 十: 10, 廿: 20, 卅: 30, 百: 100 }

/** 二十一, 廿一, 百零一, 一百二十, 二〇 → number; NaN where the text is none. */
export function readHan(text: string): number {
  let total = 0
  let digit = 0
  let positional = ''
  for (const char of text.replaceAll('零', '〇').replaceAll('两', '二')) {
    const value = digits.indexOf(char)
    if (value >= 0) {
      digit = value
      positional += value
      continue
    }
    const unit = units[char]
    if (unit === undefined) return Number.NaN
    positional = ''
    total += char === '廿' || char === '卅' ? unit : Math.max(digit, 1) * unit
    digit = 0
  }
  if (positional.length > 1 && total === 0) return Number(positional)
  return text === '' ? Number.NaN : total + digit
}

/** 1–999 as official documents write it: 十一, 二十, 一百零五, 一百一十. */
export function writeHan(value: number): string {
  const hundreds = Math.floor(value / 100)
  const tens = Math.floor((value % 100) / 10)
  const ones = value % 10
  const head = hundreds ? `${digits[hundreds]}百` : ''
  const gap = hundreds && !tens && ones ? '零' : ''
  const ten = !tens ? '' : tens === 1 && !hundreds ? '十' : `${digits[tens]}十`
  return head + gap + ten + (ones ? digits[ones] : '') || '〇'
}

const hanCharacters = '〇零一二三四五六七八九十百廿卅'
export const han: Numerals = {
  characters: hanCharacters,
  pattern: `[${hanCharacters}]{1,7}`,
  read: readHan,
  write: writeHan,
}

export const arabic: Numerals = { characters: '0123456789', pattern: '[0-9]{1,5}', read: Number, write: String }

export const arabicUpTo99: Numerals = { ...arabic, pattern: '[0-9]{1,2}' }

export const fullWidth: Numerals = {
  characters: '０１２３４５６７８９',
  pattern: '[０-９]{1,5}',
  read: (text) => Number(text.normalize('NFKC')),
  write: (value) => String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
}

/**
 * Runs of code points that each stand for one number: [first code point, first value, how many]. What is past the last
 * glyph is written otherwise, so that it is an ordinal still.
 */
const glyphs = (
  past: (value: number) => string,
  ...runs: readonly (readonly [number, number, number])[]
): Numerals => ({
  characters: runs
    .map(([code, , n]) => String.fromCodePoint(...Array.from({ length: n }, (_, i) => code + i)))
    .join(''),
  pattern: `[${runs.map(([code, , n]) => `${String.fromCodePoint(code)}-${String.fromCodePoint(code + n - 1)}`).join('')}]`,
  read(text) {
    const code = text.codePointAt(0) ?? 0
    const run = runs.find(([first, , n]) => code >= first && code < first + n)
    return run ? code - run[0] + run[1] : Number.NaN
  },
  write(value) {
    const run = runs.find(([, first, n]) => value >= first && value < first + n)
    return run ? String.fromCodePoint(run[0] + value - run[1]) : past(value)
  },
})

const inBrackets = (value: number): string => `（${value}）`

export const circled = glyphs(inBrackets, [0x2460, 1, 20], [0x3251, 21, 15], [0x32b1, 36, 15])
export const digitInParens = glyphs(inBrackets, [0x2474, 1, 20])
export const digitWithDot = glyphs((value) => `${value}.`, [0x2488, 1, 20])
export const hanInParens = glyphs((value) => `（${writeHan(value)}）`, [0x3220, 1, 10])
