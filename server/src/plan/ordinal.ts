import {
  arabic,
  arabicUpTo99,
  circled,
  digitInParens,
  digitWithDot,
  fullWidth,
  han,
  hanInParens,
  type Numerals,
} from './numerals.ts'

/**
 * What tells levels apart. Members of a family are one level whatever their marks: 1. and 1、 are both `digit`.
 * The order is the conventional rank, highest first (GB/T 9704-2012 7.3.3: 一、→（一）→1.→（1）).
 */
export const families = [
  'part',
  'chapter',
  'section',
  'article',
  'clause',
  'han',
  'hanParen',
  'digit',
  'decimal1',
  'decimal2',
  'decimal3',
  'decimal4',
  'digitParen',
  'digitHalfParen',
  'circled',
  'box',
  'table',
  'figure',
] as const
export type Family = (typeof families)[number]

/** Families whose numbers are counted through a document, whatever stands between: 专栏1, 表1, 图1. */
export const captions: ReadonlySet<Family> = new Set(['box', 'table', 'figure'])

/** 1, 1.1, 1.1.1: only where a document is numbered so throughout, for 1.5亿元 may begin a line that was broken. */
export const decimals: ReadonlySet<Family> = new Set(['decimal1', 'decimal2', 'decimal3', 'decimal4'])

/**
 * One way of writing a family: patterns of what stands before and after the number; `form` shows its marks with # for
 * the number, ＃ for full-width digits, where `before` and `after` as written would not do.
 */
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
  /** What a decimal ordinal repeats of the level above it: `1.2.` of 1.2.3. */
  readonly above?: string
  readonly from: number
  readonly to: number
}

// 3、5号楼 and 一、二级 are no ordinals; 1.5 is a number, but in 11.121人才 and 1.2023年 the dot ends an ordinal.
const notMoreNumber = '(?![0-9０-９一二三四五六七八九十]+[、级类])'
const dot = '[ 　]?(?:[.．](?![0-9])|[.．](?=[0-9]{3,4}[^0-9%％.万亿元倍公平千瓦吨])|、(?![0-9]))'
const stray = '(?:[、.．，,：:](?![0-9]))?'
// 第三条第二款, 第一部分是… are references or sentences, not heads.
const head = '(?![是的为之中内后前第和与及、，。]|规定|款|项)'
// （一）和（三）条款, （二）项: a reference that begins a line.
const paren = `[ 　]?[）)〕](?![和至及与、]*[（(]|[条款项])${stray}`
// 表1是…, 图2中… are sentences; 表1-2 counts in a way of its own.
const caption = '(?![0-9一二三四五六七八九十是的为之中内后前和与及、，。所.．\\-—－])'
const quantity = '[%％‰万亿元倍公平千瓦吨个度年月日时分米毫克人名户家项]'
const decimal = `(?!${quantity})(?=[ 　]*[\\u4e00-\\u9fff“《a-zA-Z])`

const styles: readonly Style[] = [
  { family: 'part', before: '第', numerals: han, after: `(?:部分|编|篇)${head}` },
  { family: 'part', before: '第', numerals: arabic, after: `(?:部分|编|篇)${head}` },
  { family: 'chapter', before: '第', numerals: han, after: `章${head}` },
  { family: 'chapter', before: '第', numerals: arabic, after: `章${head}` },
  { family: 'section', before: '第', numerals: han, after: `节${head}` },
  { family: 'section', before: '第', numerals: arabic, after: `节${head}` },
  { family: 'article', before: '第', numerals: han, after: `条${head}` },
  { family: 'article', before: '第', numerals: arabic, after: `条${head}` },
  { family: 'clause', before: '第', numerals: han, after: '款(?![是的为之中内后前第和与及、，。]|规定|项)' },
  { family: 'box', before: '专栏[ 　]?', numerals: arabic, after: caption, form: '专栏#' },
  { family: 'box', before: '专栏[ 　]?', numerals: han, after: caption, form: '专栏#' },
  { family: 'table', before: '表[ 　]?', numerals: arabic, after: caption, form: '表#' },
  { family: 'figure', before: '图[ 　]?', numerals: arabic, after: caption, form: '图#' },
  { family: 'han', before: '', numerals: han, after: `[ 　]?(?:[、.．]|[，,](?=.))${notMoreNumber}` },
  { family: 'hanParen', before: '[（(〔][ 　]?', numerals: han, after: paren },
  { family: 'hanParen', before: '', numerals: hanInParens, after: stray, form: '㈠' },
  { family: 'digit', before: '', numerals: arabic, after: dot },
  { family: 'digit', before: '', numerals: fullWidth, after: dot, form: '＃' },
  { family: 'digit', before: '', numerals: digitWithDot, after: '', form: '⒈' },
  { family: 'digitParen', before: '[（(][ 　]?', numerals: arabic, after: paren },
  { family: 'digitParen', before: '[（(][ 　]?', numerals: fullWidth, after: paren, form: '＃' },
  { family: 'digitParen', before: '', numerals: digitInParens, after: stray, form: '⑴' },
  { family: 'digitHalfParen', before: '', numerals: arabic, after: '[）)]' },
  { family: 'circled', before: '', numerals: circled, after: stray, form: '①' },
  // Behind the others, for most lines that begin with a digit are of those.
  { family: 'decimal4', before: '(?:[0-9]{1,2}[.．]){3}', numerals: arabicUpTo99, after: decimal, form: '#.#.#.#' },
  { family: 'decimal3', before: '(?:[0-9]{1,2}[.．]){2}', numerals: arabicUpTo99, after: decimal, form: '#.#.#' },
  { family: 'decimal2', before: '[0-9]{1,2}[.．]', numerals: arabicUpTo99, after: decimal, form: '#.#' },
  { family: 'decimal1', before: '', numerals: arabicUpTo99, after: '(?=[ 　]+[\\u4e00-\\u9fff]{2,20}$)', form: '# ' },
]

type Reader = Style & {
  /** The whole ordinal, at a place; its parts are before, number and after. */
  readonly pattern: RegExp
  /** What stands before the number and the number itself, at an ordinal's beginning. */
  readonly number: RegExp
}

const readers: readonly Reader[] = styles.map((style) => ({
  ...style,
  pattern: new RegExp(`(${style.before})(${style.numerals.pattern})(${style.after})`, 'y'),
  number: new RegExp(`^(${style.before})(?:${style.numerals.pattern})`),
}))

/** The readers to try for a line's first character: most lines begin with none of these. */
const byFirst = new Map<number, readonly Reader[]>()
for (const reader of readers) {
  for (const char of firstCharacters(reader)) {
    const code = char.charCodeAt(0)
    byFirst.set(code, [...(byFirst.get(code) ?? []), reader])
  }
}

function firstCharacters({ before, numerals }: Style): string {
  if (before === '' || /^(?:\(\?:)?\[0-9/.test(before)) return numerals.characters
  return before.startsWith('[') ? before.slice(1, before.indexOf(']')) : before.charAt(0)
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
    const ordinal = { family, value, text: whole, form: marksOf(form, before, after), from, to: from + whole.length }
    return decimals.has(family) && before ? { ...ordinal, above: before } : ordinal
  }
  return undefined
}

const none: readonly Reader[] = []

function marksOf(form: string | undefined, before: string, after: string): string {
  if (form === '＃' || form === undefined) return `${before}${form ?? '#'}${after}`
  return form.includes('#') ? form : `${form}${after}`
}

/** The same ordinal with another number, a decimal one below another number too: its marks and glyphs stay. */
export function writeOrdinal(like: Ordinal, value: number, above = like.above): string {
  for (const { family, number, numerals } of readers) {
    const match = family === like.family && number.exec(like.text)
    if (match) return (above ?? match[1]) + numerals.write(value) + like.text.slice(match[0].length)
  }
  return like.text
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
  const glyphs = readers.find((reader) => reader.form === form.charAt(0) && !form.includes('#'))
  if (glyphs) return glyphs.numerals.write(ordinal.value) + form.slice(1)
  const numerals = form.includes('＃') ? fullWidth : ordinal.family.startsWith('han') ? han : arabic
  return form.replace(/[#＃]/, numerals.write(ordinal.value))
}
