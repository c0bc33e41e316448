import unowned from '../../lexicon/unowned.tsv'
import { rows } from '../lexicon/entries.ts'
import { rule } from '../lint/rule.ts'
import { label } from '../plan/heading.ts'
import type { Item, Part } from '../plan/item.ts'

/** 指导思想, 组织领导: such items often name nobody where all others do. */
const exempt = rows(unowned).map(([text = '']) => text)

/** Where this share of an item's siblings name an owner, one without is an omission. */
const siblingShare = 0.75
const siblingsAtLeast = 3
/** Where this share of the whole part does, one without anywhere is. */
const partShare = 0.9
const partAtLeast = 8

export const ownerMissing = rule({
  id: 'owner/missing',
  scope: 'part',
  severity: 'warning',
  title: { zh: '缺责任单位', en: 'No owner' },
  message: { zh: '“{0}”没有写责任单位', en: '“{0}” names no responsible unit' },
  why: {
    zh: '没人认领的任务不会有人做。文档里多数条目写了责任单位时，没写的那一条就是遗漏；yaodian.json 的 owners 可以强制要求或不要求。',
    en: 'A task that nobody owns is not done. Reported where most items name a unit, or where yaodian.json asks for it.',
  },
  source: '322 份公开的计划类文件、8224 个责任标注的统计',
  good: [
    '1.甲事。（责任单位：市教育局）\n2.乙事。（责任单位：市教育局）\n3.丙事。（责任单位：市财政局）\n4.丁事。（责任单位：市司法局）',
    '1.甲事。\n2.乙事。（责任单位：市教育局）\n3.丙事。',
    '一、甲类（责任单位：市教育局）\n1.甲事。\n2.乙事。\n二、乙类（责任单位：市财政局）\n1.丙事。\n三、丙类（责任单位：市财政局）\n1.丁事。',
  ],
  bad: [
    '1.甲事。（责任单位：市教育局）\n2.乙事。（责任单位：市教育局）\n«3.»丙事。\n! “3.”没有写责任单位\n4.丁事。（责任单位：市司法局）',
    '（一）甲事。[委办公室]\n«（二）»乙事。\n! “（二）”没有写责任单位\n（三）丙事。[委人事处]\n（四）丁事。[委规划处]',
  ],
  *check(part, config) {
    if (config.owners === 'optional') return
    const groups = [...leafGroups(part, false)]
    // A group of which none has an owner (保障措施) is left without on purpose and does not count.
    const leaves = groups.filter((group) => group.length === 1 || group.some((leaf) => leaf.owned)).flat()
    const owned = leaves.filter((leaf) => leaf.owned).length
    const everywhere = leaves.length >= partAtLeast && owned >= leaves.length * partShare
    for (const group of groups) {
      const tagged = group.filter((leaf) => leaf.owned).length
      const habit = tagged >= siblingsAtLeast && tagged >= group.length * siblingShare
      const expected = config.owners === 'required' || habit || (everywhere && (tagged > 0 || group.length === 1))
      if (!expected) continue
      for (const { item, owned } of group) {
        const ordinal = item.head?.ordinal
        if (owned || !item.head || !ordinal || item.head.text.length <= ordinal.to) continue
        const title = label(item.head)
        if (config.owners === 'auto' && exempt.some((text) => title.includes(text))) continue
        yield { line: item.head, from: ordinal.from, to: ordinal.to, args: [ordinal.text] }
      }
    }
  },
})

type Leaf = { readonly item: Item; readonly owned: boolean }

/** The items without items below them, by parent; an owner at a heading covers what is below it. */
function* leafGroups(item: Item | Part, covered: boolean): Generator<readonly Leaf[]> {
  const own = covered || (item.kind === 'item' && isOwned(item))
  const children = item.items.filter(({ kind }) => kind === 'item')
  const leaves = children.filter(({ items }) => items.length === 0)
  if (leaves.length > 0) yield leaves.map((leaf) => ({ item: leaf, owned: own || isOwned(leaf) }))
  for (const child of children) if (child.items.length > 0) yield* leafGroups(child, own)
}

const isOwned = ({ head, body }: Item): boolean =>
  (head !== undefined && head.tags.length > 0) || body.some(({ tags }) => tags.length > 0)
