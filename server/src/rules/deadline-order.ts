import { type Found, rule } from '../lint/rule.ts'
import { isoDay, lastDay } from '../plan/due.ts'
import type { Item } from '../plan/item.ts'
import { type Term, terms } from '../plan/responsibility.ts'
import { said } from './deadlines.ts'
import { planYears } from './plan-years.ts'

export const deadlineOrder = rule({
  id: 'deadline/order',
  scope: 'part',
  severity: 'warning',
  title: { zh: '时限晚于上级', en: 'Due after what it belongs to' },
  message: { zh: '“{0}”晚于上一级的“{1}”', en: '“{0}” is later than “{1}” of the item above' },
  why: {
    zh: '整项工作已经到期，其中的一条却还没有到期。',
    en: 'The whole is due before one of its parts.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: [
    '2024年工作要点\n一、甲（责任单位：市教育局；完成时限：年底前）\n1.一事，6月底前完成。\n2.二事，12月底前完成。',
  ],
  bad: [
    '2024年工作要点\n一、甲（责任单位：市教育局；完成时限：6月底前）\n1.一事。（责任单位：市教育局；完成时限：«9月底前»）\n! “9月底前”晚于上一级的“6月底前”\n2.二事。',
  ],
  sees: said,
  applies: (part) => terms(part).size > 0,
  *check(part, config) {
    const year = planYears(part, config)?.first
    const found = terms(part)
    for (const child of part.items) if (child.items.length > 0) yield* late(child, found, year)
  },
})

function* late(item: Item, found: ReadonlyMap<Item, Term>, year: number | undefined): Generator<Found> {
  const above = found.get(item)
  for (const child of item.items) {
    const own = found.get(child)
    if (own && above && !own.inherited && isLater(own, above, year)) {
      const { line, from, to, text, tagged } = own
      const at = { line: above.line, from: above.from, to: above.to }
      const related = [{ ...at, message: { zh: '上一级的时限', en: 'Due above' } }]
      const doubtful = !(tagged && above.tagged) && { severity: 'information' as const }
      yield { line, from, to, args: [text, above.text], related, ...doubtful }
    }
    if (child.items.length > 0) yield* late(child, found, year)
  }
}

function isLater(a: Term, b: Term, year: number | undefined): boolean {
  const [own, other] = [a, b].map(({ due }) => due && lastDay(due, year))
  return own !== undefined && other !== undefined && isoDay(own) > isoDay(other)
}
