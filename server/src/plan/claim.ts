import { type Line, textStart } from './line.ts'
import { arabic, han, type Numerals } from './numerals.ts'

/** A number of things that a text says there are: 六大行动, 以下5项任务. Columns are UTF-16. */
export type Claim = {
  readonly line: Line
  readonly value: number
  /** Columns [from, to) of the number alone. */
  readonly from: number
  readonly to: number
  readonly numerals: Numerals
  /** The word behind the number, 大 or 个 or 方面, and the column past it. */
  readonly unit: string
  readonly end: number
}

const written = /^(?:[二三四五六七八九]?十[一二三四五六七八九]?|[两二三四五六七八九]|[0-9]{1,2})$/
const single = '两二三四五六七八九十23456789'
const digits = '一二两三四五六七八九十0123456789'
const longer: Readonly<Record<string, string>> = { 方: '方面', 部: '部分' }

// 第三项 is a reference, 三四个 and 百余项 and 新增≤5个 are amounts, 前三类 and 每两个 are a part of what there is.
const notBefore =
  '第前后每近约超逾余多几数半首各另仅达满于〇零一二两三四五六七八九十百千万亿.．～~—–-至×+/<>=≤≥“' +
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** What these begin with: a look before the pattern. */
const mayFollow = '以左多余及工月百小交自'
const notBehind = /^(?:以上|以下|以内|左右|多|余|及以上|工作日|月|百分点|小时|交易日|自然日)/

/** The claim whose unit stands at a column, if it is one. One of anything is none. */
export function claimAt(line: Line, at: number): Claim | undefined {
  const { text } = line
  let from = at
  while (from > 0 && at - from < 4 && digits.includes(text.charAt(from - 1))) from--
  if (notBefore.includes(text.charAt(from - 1)) && from > 0) return undefined
  const number = text.slice(from, at)
  const unit = longer[text.charAt(at)] ?? text.charAt(at)
  if (
    !(number.length === 1 ? single.includes(number) : written.test(number)) ||
    from < textStart(line) ||
    !text.startsWith(unit, at)
  )
    return undefined
  const end = at + unit.length
  if (mayFollow.includes(text.charAt(end)) && notBehind.test(text.slice(end, end + 4))) return undefined
  const numerals = number.charCodeAt(0) < 0x80 ? arabic : han
  const value = numerals.read(number)
  return value > 1 ? { line, value, from, to: at, numerals, unit, end } : undefined
}
