import { rule } from '../lint/rule.ts'
import { daysIn } from '../plan/due.ts'
import { terms } from '../plan/responsibility.ts'
import { said } from './deadlines.ts'
import { planYears } from './plan-years.ts'

/** A leap year, for a day without a year in a plan without one: 2月29日 may be right. */
const anyYear = 2024

export const deadlineInvalid = rule({
  id: 'deadline/invalid',
  scope: 'part',
  severity: 'error',
  title: { zh: '没有这一天', en: 'No such day' },
  message: { zh: '“{0}”：没有这一天', en: '“{0}”: there is no such day' },
  why: {
    zh: '时限写成了日历上没有的日子，多半是改月份时没有改日子。',
    en: 'The deadline is a day that no calendar has.',
  },
  source: '历法',
  rank: 'standard',
  good: [
    '2024年工作要点\n1.甲事，2月29日前完成。\n2.乙事，6月30日前完成。\n3.丙事，第三季度完成。',
    '1.甲事。（责任单位：市教育局；完成时限：12月底）',
  ],
  bad: [
    '1.甲事，«2月30日前»完成。\n! “2月30日前”：没有这一天',
    '2023年工作要点\n1.甲事。（责任单位：市教育局；完成时限：«2月29日»）\n! “2月29日”：没有这一天',
  ],
  sees: said,
  applies: (part) => terms(part).size > 0,
  *check(part, config) {
    const years = planYears(part, config)
    for (const deadline of terms(part).values()) {
      if (!deadline.due || deadline.inherited) continue
      const { month, day = 0, year = years?.first ?? anyYear } = deadline.due
      if (month === undefined || (month >= 1 && month <= 12 && day <= daysIn(year, month))) continue
      const { line, from, to, text } = deadline
      // 1 0月: a blank that a conversion left.
      if (/[0-9][\s　]*$/.test(line.text.slice(0, from))) continue
      yield { line, from, to, args: [text] }
    }
  },
})
