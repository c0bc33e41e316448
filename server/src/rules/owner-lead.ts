import { type Found, rule } from '../lint/rule.ts'
import { directive } from '../plan/directive.ts'
import type { Part } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import type { Tag } from '../plan/tag.ts'

/** Where this share of the tags that name several units say who leads, the others were forgotten. */
const share = 0.85
const atLeast = 6

export const ownerLead = rule({
  id: 'owner/lead',
  scope: 'part',
  severity: 'information',
  title: { zh: '没有写明牵头单位', en: 'Nobody leads' },
  message: { zh: '其他各条都写明了牵头单位，这一条没有', en: 'The other items say who leads, this one does not' },
  why: {
    zh: '几个单位并列，谁牵头没有说；文档里的其他条目都写了。',
    en: 'Several units are named and none leads, where the rest of the document says who does.',
  },
  good: [
    '1.甲事。（责任单位：市教育局、市财政局）\n2.乙事。（牵头单位：市教育局；配合单位：市财政局）',
    '1.甲事。（责任单位：市教育局）\n2.乙事。（责任单位：市教育局）',
  ],
  bad: [
    `${[1, 2, 3, 4, 5, 6].map((n) => `${n}.某事。（牵头单位：市教育局；配合单位：市财政局）`).join('\n')}\n7.甲事。«（责任单位：市民政局、市医保局）»\n! 其他各条都写明了牵头单位，这一条没有`,
  ],
  *check(part) {
    const all = tagsOf(part).filter(({ tag }) => tag.led || tag.lead.filter(({ collective }) => !collective).length > 1)
    const open = all.filter(({ tag }) => !tag.led)
    if (all.length < atLeast || all.length - open.length < all.length * share) return
    // Asked last, for it looks at every line: a document may say how its lists are to be read.
    if (open.length === 0 || part.lines.some((line) => directive(line)?.leads)) return
    for (const { line, tag } of open) yield found(line, tag)
  },
})

const tagsOf = ({ lines }: Part) => lines.flatMap((line) => line.tags.map((tag) => ({ line, tag })))

const found = (line: Line, { from, to }: Tag): Found => ({ line, from, to })
