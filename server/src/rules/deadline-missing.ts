import { rule } from '../lint/rule.ts'
import { type Item, type Part, walk } from '../plan/item.ts'
import { ownersOf } from '../plan/owned.ts'
import { tagsOf } from '../plan/placed.ts'
import { terms } from '../plan/responsibility.ts'
import { said } from './deadlines.ts'

/** Where this share of the items with owners say in their tag or column by when, the others forgot. */
const share = 0.85
const atLeast = 6

export const deadlineMissing = rule({
  id: 'deadline/missing',
  scope: 'part',
  severity: 'information',
  stage: 'review',
  title: { zh: '缺完成时限', en: 'No deadline' },
  message: { zh: '别的条目都写了完成时限，“{0}”没有', en: 'The other items say by when, “{0}” does not' },
  why: {
    zh: '时限写在责任标注或表格里的文件，没写的那一条往往是漏了。写“持续推进”“长期坚持”也算写了。',
    en: 'Where tags or a column say by when, one that does not was mostly forgotten. 持续推进 counts as said.',
  },
  source: '核稿惯例',
  rank: 'house',
  good: [
    '1.甲。（责任单位：市教育局；完成时限：6月底前）\n2.乙。（责任单位：市财政局）',
    '序号\t工作任务\t责任单位\t完成时限\n1\t甲事\t市教育局\t6月底前\n2\t乙事\t市财政局\t持续推进',
  ],
  bad: [
    `${['1', '2', '3', '4', '5', '6'].map((n) => `${n}.某事。（责任单位：市教育局；完成时限：6月底前）`).join('\n')}\n«7.»某事。（责任单位：市财政局）\n! 别的条目都写了完成时限，“7.”没有`,
  ],
  sees: said,
  *check(part) {
    if (!maySayWhen(part)) return
    const found = terms(part)
    const owned = walk(part).filter((item) => item.items.length === 0 && isOwned(item))
    const said = owned.filter((item) => found.get(item)?.tagged)
    if (said.length < atLeast || said.length < owned.length * share) return
    for (const item of owned) {
      const { head } = item
      if (!head || found.has(item)) continue
      const from = head.ordinal?.from ?? head.text.search(/\S/)
      const to = head.ordinal?.to ?? from + (/^\S+/.exec(head.text.slice(from))?.[0].length ?? 0)
      yield { line: head, from, to, args: [head.text.slice(from, to)] }
    }
  },
})

/** Whether enough tags say by when, or rows may: most documents have none that do. */
function maySayWhen(part: Part): boolean {
  let said = tagsOf(part).filter(({ tag }) => tag.deadline).length
  for (const { role } of part.lines) if (role === 'row') said++
  return said >= atLeast
}

const isOwned = (item: Item): boolean => {
  const { lead, support } = ownersOf(item)
  return lead.length + support.length > 0
}
