import { rule, type Span } from '../lint/rule.ts'
import { isExempt, isTitledExempt } from '../plan/exempt.ts'
import type { Item, Part } from '../plan/item.ts'
import { type Line, textStart } from '../plan/line.ts'
import { captions } from '../plan/ordinal.ts'
import { isTagged, saidForAll } from '../plan/owned.ts'
import { tagsOf } from '../plan/placed.ts'
import { tagged } from '../plan/skeleton.ts'
import type { Tag } from '../plan/tag.ts'

/** Where this share of an item's siblings name an owner, one without is an omission. */
const siblingShare = 0.75
const siblingsAtLeast = 3
/** Where this share of the whole part does, one without anywhere is. */
const partShare = 0.85
const partAtLeast = 8
/** What stands behind the last tag of a paragraph and is no task: 确有困难的除外。 */
const shortestTask = 12

export const ownerMissing = rule({
  id: 'owner/missing',
  scope: 'part',
  severity: 'warning',
  atIssue: 'error',
  stage: 'review',
  title: { zh: '缺责任单位', en: 'No owner' },
  message: { zh: '“{0}”没有写责任单位', en: '“{0}” names no responsible unit' },
  why: {
    zh: '没人认领的任务不会有人做。文档里多数条目写了责任单位时，没写的那一条就是遗漏；yaodian.json 的 owners 可以强制要求或不要求。',
    en: 'A task that nobody owns is not done. Reported where most items name a unit, or where yaodian.json asks for it.',
  },
  source: '322 份公开的计划类文件、8224 个责任标注的统计',
  rank: 'house',
  good: [
    '1.甲事。（责任单位：市教育局）\n2.乙事。（责任单位：市教育局）\n3.丙事。（责任单位：市财政局）\n4.丁事。（责任单位：市司法局）',
    '1.甲事。\n2.乙事。（责任单位：市教育局）\n3.丙事。',
    '一、甲类（责任单位：市教育局）\n1.甲事。\n2.乙事。\n二、乙类（责任单位：市财政局）\n1.丙事。\n三、丙类（责任单位：市财政局）\n1.丁事。',
  ],
  bad: [
    '1.甲事。（责任单位：市教育局）\n2.乙事。（责任单位：市教育局）\n«3.»丙事。\n! “3.”没有写责任单位\n4.丁事。（责任单位：市司法局）',
    '（一）甲事。[委办公室]\n«（二）»乙事。\n! “（二）”没有写责任单位\n（三）丙事。[委人事处]\n（四）丁事。[委规划处]',
  ],
  sees: (line) =>
    `${tagged(line)}\n${isTitledExempt(line)}${hasWords(line)}${garbled.test(line.text)}${endsOpen(line)}`,
  *check(part, config) {
    // Where nobody is named anywhere, nobody was forgotten.
    if (config.owners === 'optional' || (config.owners === 'auto' && tagsOf(part).length === 0)) return
    const groups = groupsOf(part)
    // A group of which none has an owner (保障措施) is left without on purpose and does not count.
    const counted = groups
      .filter((group) => group.length === 1 || group.some(({ owned }) => owned))
      .flat()
      .filter(({ item, owned }) => owned || !isExempt(item))
    const owned = counted.filter((member) => member.owned).length
    const everywhere = counted.length >= partAtLeast && owned >= counted.length * partShare
    for (const group of groups) {
      const tagged = group.filter((member) => member.owned).length
      const habit = tagged >= siblingsAtLeast && tagged >= group.length * siblingShare
      const expected = config.owners === 'required' || habit || (everywhere && (tagged > 0 || group.length === 1))
      if (!expected) continue
      for (const { item, owned } of group) {
        const ordinal = item.head?.ordinal
        if (owned || !item.head || !ordinal || !hasText(item) || isGarbled(item)) continue
        const found = { line: item.head, from: ordinal.from, to: ordinal.to, args: [ordinal.text] }
        if (config.owners === 'required' || !isExempt(item)) yield found
        // Who tagged all the others may have meant to tag 组织领导 as well.
        else if (everywhere && group.length > 2 && tagged === group.length - 1)
          yield { ...found, severity: 'information' as const }
      }
    }
    yield* behindTags(part)
  },
})

const garbled = /责任[^，。；]{1,8}单位[：:]/

/** 责任— 7 —单位：a page number that fell into a tag. */
const isGarbled = ({ head, body }: Item): boolean =>
  [head, ...body].some((line) => line !== undefined && garbled.test(line.text))

const hasWords = (line: Line): boolean => line.text.length > textStart(line)

const hasText = ({ head, body }: Item): boolean => (head !== undefined && hasWords(head)) || body.length === 1

type Member = { readonly item: Item; readonly owned: boolean }

/**
 * Items side by side that have nothing below them, by parent. An owner at a heading covers what is below it. Where each
 * of them names its own, so should an item among them that has items below: there somewhere, or at its own heading.
 */
function groupsOf(part: Part): readonly (readonly Member[])[] {
  const groups: (readonly Member[])[] = []
  const forAll = saidForAll(part)
  const visit = (item: Item | Part, covered: boolean): void => {
    const own = covered || (item.kind === 'item' && isTagged(item))
    const children = item.items.filter(({ kind, head }) => kind === 'item' && !isCaption(head))
    const leaves = children.filter(({ items }) => items.length === 0)
    const all = leaves.length >= siblingsAtLeast && leaves.every(isTagged)
    const covers = own || forAll.has(item)
    const group = (all ? children : leaves).map((each) => ({ item: each, owned: covers || isTaggedBelow(each) }))
    if (group.length > 0) groups.push(group)
    for (const child of children) if (child.items.length > 0) visit(child, own)
  }
  visit(part, false)
  return groups
}

const isTaggedBelow = (item: Item): boolean => isTagged(item) || item.items.some(isTaggedBelow)

const isCaption = (head: Line | undefined): boolean => head?.ordinal !== undefined && captions.has(head.ordinal.family)

const endsOpen = (line: Line): boolean => line.tags.length > 0 && untagged(line) !== undefined

/** Where the sentences of paragraphs name their owners one by one, a paragraph whose last sentence does not. */
function* behindTags({ lines }: Part) {
  const bySentence = lines.filter(({ tags }) => tags.some(({ place }) => place === 'inline'))
  const open = bySentence.flatMap((line) => untagged(line) ?? [])
  if (open.length > bySentence.length * (1 - siblingShare)) return
  const message = { zh: '这几句没有写责任单位，前面的都写了', en: 'No owner here; the sentences before name theirs' }
  for (const span of open) yield { ...span, message, severity: 'information' as const }
}

function untagged(line: Line): Span | undefined {
  const { to: end, place } = line.tags.at(-1) as Tag
  if (place !== 'inline') return undefined
  const from = end + line.text.slice(end).search(/[^\s　。；]|$/)
  const to = line.text.trimEnd().length
  return to - from >= shortestTask && line.text.endsWith('。') ? { line, from, to } : undefined
}
