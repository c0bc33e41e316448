import { type Found, rule } from '../lint/rule.ts'
import { dated, dates } from '../plan/dates.ts'
import { daysIn } from '../plan/due.ts'

/** A leap year, for a day without a year: 2月29日 may be right. */
const anyYear = 2024

export const dateInvalid = rule({
  id: 'date/invalid',
  scope: 'line',
  severity: 'error',
  title: { zh: '日历上没有的日期', en: 'No such date' },
  message: { zh: '“{0}”：没有这一天', en: '“{0}”: there is no such day' },
  why: {
    zh: '改月份时没有改日子，或者打错了数字，印发后无法执行。',
    en: 'The month was changed and not the day, or a digit is wrong.',
  },
  source: '历法',
  rank: 'standard',
  good: ['一、2024年2月29日召开，3月31日前报送。'],
  bad: [
    '一、«2023年2月29日»召开会议。\n! “2023年2月29日”：没有这一天',
    '一、«13月5日»召开会议。\n! “13月5日”：没有这一天',
  ],
  shows: [dated],
  *check(line): Generator<Found> {
    for (const { from, to, year = anyYear, month, day } of dates(line)) {
      if (month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)) continue
      yield { line, from, to, args: [line.text.slice(from, to)] }
    }
  },
})
