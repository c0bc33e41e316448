import { rule } from '../lint/rule.ts'
import { isoDay, lastDay } from '../plan/due.ts'
import { terms } from '../plan/responsibility.ts'
import { said } from './deadlines.ts'
import { planYears } from './plan-years.ts'

export const deadlinePast = rule({
  id: 'deadline/past',
  scope: 'part',
  severity: 'warning',
  atIssue: 'error',
  stage: 'issue',
  title: { zh: '时限已经过了', en: 'Already past' },
  message: { zh: '“{0}”（{1}）在今天之前，印发时已经过期', en: '“{0}” ({1}) is before today: past when it is issued' },
  why: {
    zh: '起草拖得久，或者照去年的稿子改，任务还没有布置就已经到期。只在 profile 为 issue（印发）时检查，以检查那天为准。',
    en: 'The draft took long or was made from last year’s: the task is over before it is given. Asked only under the profile “issue”, by the day of the check.',
  },
  source: '核稿惯例',
  rank: 'practice',
  given: '{ "profile": "issue" }',
  good: [
    '2024年工作要点\n1.甲事。（责任单位：市教育局；完成时限：12月底前）',
    '1.甲事。（责任单位：市教育局；完成时限：3月底前）',
    '2024年工作要点\n1.甲事，持续推进。（责任单位：市教育局；完成时限：长期坚持）',
  ],
  bad: [
    '2024年工作要点\n1.甲事。（责任单位：市教育局；完成时限：«3月底前»）\n! “3月底前”（2024-03-31）在今天之前，印发时已经过期',
  ],
  sees: said,
  applies: (part) => terms(part).size > 0,
  *check(part, config) {
    const { today } = config
    if (today === '') return
    const year = planYears(part, config)?.first
    for (const { line, from, to, text, due, inherited, tagged } of terms(part).values()) {
      const day = due && !inherited && lastDay(due, year)
      // A year before the plan's own is another mistake, and reported as such.
      if (!day || isoDay(day) >= today || (year !== undefined && day.year < year)) continue
      yield { line, from, to, args: [text, isoDay(day)], ...(!tagged && { severity: 'information' as const }) }
    }
  },
})
