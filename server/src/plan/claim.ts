import { Line, textStart } from './line.ts'
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

const number =
  /([二三四五六七八九]?十[一二三四五六七八九]?|[二两三四五六七八九]|[0-9]{1,2})(大|个|项|种|类|条|方面|部分|家|件|支|座|级|市|县|区)/g

// 第三项 is a reference, 三四个 and 百余项 and 新增≤5个 are amounts, 前三类 and 每两个 are a part of what there is.
const notBefore =
  /[第前后每近约超逾余多几数半首各另仅达满于〇零一二两三四五六七八九十百千万亿\dA-Za-z.．～~—–\-至×+/<>=≤≥“]/
const notBehind = /^(?:以上|以下|以内|左右|多|余|及以上|工作日|月|百分点|小时|交易日|自然日)/

/** What a line claims, from left to right. One of anything is no claim. */
export const claims = Line.once((line): readonly Claim[] => {
  const { text } = line
  let found: Claim[] | undefined
  number.lastIndex = textStart(line)
  for (let match = number.exec(text); match; match = number.exec(text)) {
    const [whole, digits = '', unit = ''] = match
    const from = match.index
    const end = from + whole.length
    const numerals = digits.charCodeAt(0) < 0x80 ? arabic : han
    const value = numerals.read(digits)
    if (!(value > 1) || notBefore.test(text.charAt(from - 1)) || notBehind.test(text.slice(end, end + 4))) continue
    found ??= []
    found.push({ line, value, from, to: from + digits.length, numerals, unit, end })
  }
  return found ?? none
})

const none: readonly never[] = []
