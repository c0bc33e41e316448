import { rule } from '../lint/rule.ts'
import { terms } from '../plan/responsibility.ts'
import { said } from './deadlines.ts'

export const deadlineVague = rule({
  id: 'deadline/vague',
  scope: 'part',
  severity: 'information',
  stage: 'review',
  title: { zh: '时限笼统', en: 'Loose deadline' },
  message: { zh: '“{0}”没有说到什么时候', en: '“{0}” says no time' },
  why: { zh: '“尽快”“适时”无法督办；写到月或季度。', en: 'Nobody can be held to “soon”; name a month or a quarter.' },
  source: '核稿惯例',
  rank: 'practice',
  good: [
    '1.甲事。（责任单位：市教育局；完成时限：6月底前）\n2.乙事。（责任单位：市教育局；完成时限：持续推进）\n3.尽快开展丙事。',
  ],
  bad: ['1.甲事。（责任单位：市教育局；完成时限：«尽快»）\n! “尽快”没有说到什么时候'],
  sees: said,
  applies: (part) => terms(part).size > 0,
  *check(part) {
    for (const deadline of terms(part).values()) {
      if (deadline.due?.precision !== 'vague' || deadline.inherited) continue
      const { line, from, to, text } = deadline
      yield { line, from, to, args: [text] }
    }
  },
})
