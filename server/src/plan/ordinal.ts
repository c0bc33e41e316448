import { arabic, circled, digitInParens, digitWithDot, fullWidth, han, hanInParens, type Numerals } from './numerals.ts'

/**
 * What tells levels apart. Members of a family are one level whatever their marks: 1. and 1、 are both `digit`.
 * The order is the conventional rank, highest first (GB/T 9704-2012 7.3.3: 一、→（一）→1.→（1）).
 */
export const families = [
  'part',
  'chapter',
  'section',
  'article',
  'han',
  'hanParen',
  'digit',
  'digitParen',
  'digitHalfParen',
  'circled',
] as const
export type Family = (typeof families)[number]

/** One way of writing a family; `form` shows its marks with # for the number, ＃ for full-width digits. */
type Style = {
  readonly family: Family
  readonly before: string
  readonly numerals: Numerals
  readonly after: string
  readonly form?: string
}

/** An ordinal as it stands in a line. Columns are UTF-16 code units, `to` is past the last. */
export type Ordinal = {
  readonly family: Family
  readonly value: number
  /** 一、 or （三） or 12. with all that belongs to it, as written. */
  readonly text: string
  /** Its marks without the number: `#、`, `(#)`, `（#）、`; tells siblings in another style. */
  readonly form: string
  readonly from: number
  readonly to: number
}

// 3、5号楼 and 一、二级 are no ordinals; 1.5 is a number, but in 11.121人才 and 1.2023年 the dot ends an ordinal.
const notMoreNumber = '(?![0-9０-９一二三四五六七八九十]+[、级类])'
const dot = '[ 　]?(?:[.．](?![0-9])|[.．](?=[0-9]{3,4}[^0-9%％.万亿元倍公平千瓦吨])|、(?![0-9]))'
const stray = '(?:[、.．，,：:](?![0-9]))?'
// 第三条第二款, 第一部分是… are references or sentences, not heads.
const head = '(?![是的为之中内后前第和与及、，。]|规定|款|项)'

const styles: readonly Style[] = [
  { family: 'part', before: '第', numerals: han, after: `(?:部分|编|篇)${head}` },
  { family: 'part', before: '第', numerals: arabic, after: `(?:部分|编|篇)${head}` },
  { family: 'chapter', before: '第', numerals: han, after: `章${head}` },
  { family: 'chapter', before: '第', numerals: arabic, after: `章${head}` },
  { family: 'section', before: '第', numerals: han, after: `节${head}` },
  { family: 'section', before: '第', numerals: arabic, after: `节${head}` },
  { family: 'article', before: '第', numerals: han, after: `条${head}` },
  { family: 'article', before: '第', numerals: arabic, after: `条${head}` },
  { family: 'han', before: '', numerals: han, after: `[ 　]?(?:[、.．]|[，,](?=.))${notMoreNumber}` },
  { family: 'hanParen', before: '[（(〔]', numerals: han, after: `[）)〕]${stray}` },
  { family: 'hanParen', before: '', numerals: hanInParens, after: stray, form: '㈠' },
  { family: 'digit', before: '', numerals: arabic, after: dot },
  { family: 'digit', before: '', numerals: fullWidth, after: dot, form: '＃' },
  { family: 'digit', before: '', numerals: digitWithDot, after: '', form: '⒈' },
  { family: 'digitParen', before: '[（(]', numerals: arabic, after: `[）)]${stray}` },
  { family: 'digitParen', before: '[（(]', numerals: fullWidth, after: `[）)]${stray}`, form: '＃' },
  { family: 'digitParen', before: '', numerals: digitInParens, after: stray, form: '⑴' },
  { family: 'digitHalfParen', before: '', numerals: arabic, after: '[）)]' },
  { family: 'circled', before: '', numerals: circled, after: stray, form: '①' },
]

type Reader = Style & { readonly pattern: RegExp }

const readers: readonly Reader[] = styles.map((style) => ({
  ...style,
  pattern: new RegExp(`(${style.before})(${style.numerals.pattern})(${style.after})`, 'y'),
}))

/** The readers to try for a line's first character: most lines begin with none of these. */
const byFirst = new Map<number, readonly Reader[]>()
for (const reader of readers) {
  const first = reader.before.replace(/[[\]]/g, '') || reader.numerals.characters
  for (const char of first) byFirst.set(char.charCodeAt(0), [...(byFirst.get(char.charCodeAt(0)) ?? []), reader])
}

/** What may stand before an ordinal: indentation, a Markdown head or emphasis, a paywall's mark left from the web. */
const lead = /[\s　]*(?:##[a-z]+##|#{1,6} +|[-*+] +(?=[（(]?[一二三四五六七八九十\d]))?\**[\s　]*/iy
const mayLead = /[\s　#*+-]/

/** The ordinal that a line begins with, if it begins with one. */
export function readOrdinal(text: string): Ordinal | undefined {
  let from = 0
  if (mayLead.test(text.charAt(0))) {
    lead.lastIndex = 0
    if (lead.test(text)) from = lead.lastIndex
  }
  for (const { pattern, family, numerals, form } of byFirst.get(text.charCodeAt(from)) ?? none) {
    pattern.lastIndex = from
    const match = pattern.exec(text)
    if (!match) continue
    const [whole, before = '', number = '', after = ''] = match
    const value = numerals.read(number)
    if (!(value > 0 && value < 1000)) continue
    const marks = form && form !== '＃' ? `${form}${after}` : `${before}${form ?? '#'}${after}`
    return { family, value, text: whole, form: marks, from, to: from + whole.length }
  }
  return undefined
}

const none: readonly Reader[] = []

/** The same ordinal with another number: its marks and glyphs stay. */
export function writeOrdinal(like: Ordinal, value: number): string {
  const reader = (byFirst.get(like.text.charCodeAt(0)) ?? none).find(({ pattern }) => {
    pattern.lastIndex = 0
    return pattern.test(like.text)
  })
  if (!reader) return like.text
  return like.text.replace(new RegExp(reader.numerals.pattern), reader.numerals.write(value))
}

/** The form that the standard asks of a family (GB/T 15834-2011 B.3, GB/T 9704-2012 7.3.3). */
export const standardForm: Partial<Readonly<Record<Family, string>>> = {
  han: '#、',
  hanParen: '（#）',
  digit: '#.',
  digitParen: '（#）',
}

/** An ordinal's text in another form of its family, its number kept: `(一)`, `（#）` → `（一）`. */
export function inForm(ordinal: Ordinal, form: string): string {
  const numerals = form.includes('＃') ? fullWidth : ordinal.family.startsWith('han') ? han : arabic
  return form.replace(/[#＃]/, numerals.write(ordinal.value))
}
