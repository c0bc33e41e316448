import { has } from './characters.ts'
import { Line } from './line.ts'
import { digits, sign } from './signs.ts'

/** A date as it stands in a line: 2024年3月5日, 3月5日. Columns in UTF-16 units; `year` where it is written. */
export type WrittenDate = {
  readonly from: number
  readonly to: number
  readonly year: number | undefined
  readonly month: number
  readonly day: number
  /** Whether the month or the day has a zero before it: 2024年03月05日. */
  readonly padded: boolean
}

const pattern = /(?<![0-9])(?:([12][0-9]{3})年)?([0-9]{1,2})月([0-9]{1,2})[日号](?![0-9])/g

/** What every date has. */
export const dated = sign(digits, '月', digits)

/** Every date of a line that names a day. */
export const dates = Line.once((line): readonly WrittenDate[] => {
  if (!has(line, dated)) return none
  const found = [...line.text.matchAll(pattern)].map(
    ({ index: from, 0: words, 1: year, 2: month = '', 3: day = '' }): WrittenDate => ({
      from,
      to: from + words.length,
      year: year === undefined ? undefined : Number(year),
      month: Number(month),
      day: Number(day),
      padded: month.startsWith('0') || day.startsWith('0'),
    }),
  )
  return found.length === 0 ? none : found
})

const none: readonly WrittenDate[] = []
