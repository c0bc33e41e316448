import { type Found, rule } from '../lint/rule.ts'
import { directive } from '../plan/directive.ts'
import type { Part } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import { tagsOf } from '../plan/placed.ts'
import { tagged } from '../plan/skeleton.ts'
import type { Tag } from '../plan/tag.ts'

/** Where this share of the tags that name several units say who leads, the others were forgotten. */
const share = 0.85
const atLeast = 6

export const ownerLead = rule({
  id: 'owner/lead',
  scope: 'part',
  severity: 'information',
  stage: 'review',
  title: { zh: '牵头单位没有写明，或者不止一个', en: 'Nobody leads, or several' },
  message: { zh: '其他各条都写明了牵头单位，这一条没有', en: 'The other items say who leads, this one does not' },
  why: {
    zh: '几个单位并列，谁牵头没有说；文档里的其他条目都写了。',
    en: 'Several units are named and none leads, where the rest of the document says who does.',
  },
  source: '核稿惯例',
  rank: 'house',
  good: [
    '1.甲事。（责任单位：市教育局、市财政局）\n2.乙事。（牵头单位：市教育局；配合单位：市财政局）',
    '1.甲事。（责任单位：市教育局）\n2.乙事。（责任单位：市教育局）',
  ],
  bad: [
    `${[1, 2, 3, 4, 5, 6].map((n) => `${n}.某事。（牵头单位：市教育局；配合单位：市财政局）`).join('\n')}\n7.甲事。«（责任单位：市民政局、市医保局）»\n! 其他各条都写明了牵头单位，这一条没有`,
    `${led(12)}\n13.甲事。（牵头单位：«市民政局、市医保局»；配合单位：市财政局）\n! 其他各条的牵头单位只有一个，这一条有 2 个`,
  ],
  sees: (line) => (directive(line) ? line.text : tagged(line)),
  applies: (part) => tagsOf(part).length >= atLeast,
  *check(part) {
    const tags = tagsOf(part)
    yield* several(part)
    const all = tags.filter(({ tag }) => tag.led || tag.lead.filter(({ collective }) => !collective).length > 1)
    const open = all.filter(({ tag }) => !tag.led)
    if (all.length < atLeast || all.length - open.length < all.length * share) return
    // Asked last, for it looks at every line: a document may say how its lists are to be read.
    if (open.length === 0 || part.lines.some((line) => directive(line)?.leads)) return
    for (const { line, tag } of open) yield found(line, tag)
  },
})

function led(count: number): string {
  return Array.from({ length: count }, (_, i) => `${i + 1}.某事。（牵头单位：市教育局；配合单位：市财政局）`).join('\n')
}

/** Where this share of the tags has one lead, a second is a slip or a quarrel. */
const singleShare = 0.92
const singleAtLeast = 12

const message = {
  zh: '其他各条的牵头单位只有一个，这一条有 {0} 个',
  en: 'The other items have one lead, this one has {0}',
}

function* several(part: Part): Generator<Found> {
  const all = tagsOf(part).filter(({ tag }) => tag.led && tag.support.length > 0)
  const more = all.filter(({ tag }) => tag.lead.length > 1)
  if (all.length < singleAtLeast || more.length === 0 || all.length - more.length < all.length * singleShare) return
  for (const { line, tag } of more) {
    const from = tag.lead[0]?.from ?? tag.from
    const to = tag.lead.at(-1)?.to ?? tag.to
    if (tag.lead.every(({ collective }) => !collective)) yield { line, from, to, message, args: [tag.lead.length] }
  }
}

const found = (line: Line, { from, to }: Tag): Found => ({ line, from, to })
