import { rule } from '../lint/rule.ts'
import { terms } from '../plan/responsibility.ts'
import { said } from './deadlines.ts'
import { planYears } from './plan-years.ts'

export const deadlineOutside = rule({
  id: 'deadline/outside',
  scope: 'part',
  severity: 'warning',
  title: { zh: '时限早于计划年度', en: 'Due before the plan begins' },
  message: { zh: '“{0}”在计划年度（{1}年）之前', en: '“{0}” is before the plan’s year, {1}' },
  why: {
    zh: '照去年的稿子改，任务里的年份没有改过来。',
    en: 'The draft was made from last year’s, and the year of a task was left.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: [
    '2024年工作要点\n1.甲事，2024年6月底前完成。\n2.乙事，2025年底前完成。\n3.丙事，年底前完成。',
    '某市三年行动计划（2023—2025年）\n1.甲事，2023年底前完成。\n2.乙事，2025年底前完成。',
  ],
  bad: [
    '2024年工作要点\n1.甲事。（责任单位：市教育局；完成时限：«2023年6月底»）\n! “2023年6月底”在计划年度（2024年）之前',
  ],
  sees: said,
  applies: (part) => terms(part).size > 0,
  *check(part, config) {
    const years = planYears(part, config)
    if (!years) return
    for (const deadline of terms(part).values()) {
      const year = deadline.due?.year
      if (deadline.inherited || year === undefined || year >= years.first) continue
      const { line, from, to, text, tagged } = deadline
      // In running text it may be what was reached by then.
      yield { line, from, to, args: [text, years.first], ...(!tagged && { severity: 'information' }) }
    }
  },
})
