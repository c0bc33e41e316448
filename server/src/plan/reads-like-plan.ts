import { titleOf } from './item.ts'
import { type Plan, parts } from './plan.ts'

const official = /(?:要点|清单|方案|计划|规划|意见|措施|分工|通知|安排|细则|办法)(?:[（(〔][^（(〔]*)?$/

/** Whether a text reads like a plan document: a title of the kind over numbered headings, or much numbering alone. */
export function readsLikePlan(plan: Plan): boolean {
  const all = parts(plan)
  const numbered = plan.lines.filter(({ ordinal }) => ordinal && ordinal.family !== 'digitHalfParen').length
  const chinese = plan.lines.filter(({ ordinal }) => ordinal?.family.startsWith('han')).length
  const titled = all.some((part) => official.test(titleOf(part)))
  return (titled && chinese >= 2) || (chinese >= 4 && numbered >= 8)
}
