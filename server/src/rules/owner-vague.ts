import { rule } from '../lint/rule.ts'

const nobody = /^(?:各|市级|省级|县级|区级)?(?:有关|相关|其他|其它)(?:各)?(?:部门|单位|处室|科室|方面)(?:和单位)?$/

export const ownerVague = rule({
  id: 'owner/vague',
  scope: 'line',
  severity: 'information',
  stage: 'review',
  title: { zh: '责任单位笼统', en: 'Nobody in particular' },
  message: { zh: '只写“{0}”，等于没有落实到单位', en: '“{0}” alone names nobody' },
  why: {
    zh: '“有关部门”谁都可以不是；牵头的总得写出来。',
    en: 'Nobody feels meant by “the departments concerned”; somebody must lead.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: ['1.甲事。（牵头单位：市教育局；配合单位：有关部门）', '1.甲事。（责任单位：各县（市、区）政府）'],
  bad: ['1.甲事。（责任单位：«有关部门»）\n! 只写“有关部门”，等于没有落实到单位'],
  applies: (line) => line.tags.length === 1,
  *check(line) {
    for (const { lead, support, leader, place } of line.tags) {
      const [only] = lead
      // A line of its own may stand beside another that says who leads.
      if (!only || place === 'line' || lead.length + support.length + leader.length > 1) continue
      if (nobody.test(only.name)) yield { line, from: only.from, to: only.to, args: [only.name] }
    }
  },
})
