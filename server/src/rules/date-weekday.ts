import { type Found, onlyOf, replace, rule } from '../lint/rule.ts'
import { has } from '../plan/characters.ts'
import { dated, dates } from '../plan/dates.ts'
import { daysIn } from '../plan/due.ts'
import { any, sign } from '../plan/signs.ts'
import { planYears } from './plan-years.ts'

const behind = /^[\s　]*[（(]?(?:星期|周|礼拜)([一二三四五六日天])(?![季期])/
const weekdays = any(sign('星', '期'), sign('周'))
const names = '日一二三四五六'

export const dateWeekday = rule({
  id: 'date/weekday',
  scope: 'part',
  severity: 'error',
  stage: 'review',
  title: { zh: '星期与日期不符', en: 'Weekday and date disagree' },
  message: { zh: '“{0}”是星期{1}', en: '“{0}” is another weekday (星期{1})' },
  why: {
    zh: '会议通知里日期和星期对不上，参会的人不知道听哪一个。',
    en: 'Where date and weekday disagree nobody knows which to go by.',
  },
  source: '历法',
  rank: 'standard',
  good: ['一、2024年3月5日（星期二）召开会议。', '2024年工作要点\n一、3月5日（周二）召开会议。'],
  bad: ['一、2024年3月5日（星期«三»）召开会议。\n! “2024年3月5日”是星期二\n= 一、2024年3月5日（星期二）召开会议。'],
  shows: [weekdays, dated],
  sees: onlyOf((line) => has(line, weekdays)),
  *check(part, config): Generator<Found> {
    const own = planYears(part, config)?.first
    for (const line of part.lines) {
      if (!has(line, weekdays)) continue
      for (const { from, to, year = own, month, day } of dates(line)) {
        const weekday = behind.exec(line.text.slice(to, to + 8))
        if (!weekday || year === undefined || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) continue
        const name = names.charAt(new Date(Date.UTC(year, month - 1, day)).getUTCDay())
        if (name === (weekday[1] as string).replace('天', '日')) continue
        const at = to + weekday[0].length - 1
        const span = { line, from: at, to: at + 1 }
        // Which of the two is wrong only the drafter knows.
        yield { ...span, args: [line.text.slice(from, to), name], fixes: [replace(span, name, false)] }
      }
    }
  },
})
