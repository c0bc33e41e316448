import { type Found, rule } from '../lint/rule.ts'
import type { Item } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import { misplacedLevels } from '../plan/misplaced.ts'
import { captions } from '../plan/ordinal.ts'
import { heads } from '../plan/runs.ts'
import { skeleton } from '../plan/skeleton.ts'

export const ordinalLevel = rule({
  id: 'ordinal/level',
  scope: 'part',
  severity: 'warning',
  title: { zh: '层次用错', en: 'Wrong level' },
  message: { zh: '“{0}”的层次高于它所在的“{1}”', en: '“{0}” is of a higher level than “{1}”, which it stands in' },
  why: {
    zh: '层次序数依次为“一、”“（一）”“1.”“（1）”；下一层用了上一层的序号，或同级的几部分用了不同的层次，读者就分不清从属。',
    en: 'Levels follow 一、（一）1.（1）; where a lower one carries a higher mark the reader cannot tell what belongs to what.',
  },
  source: 'GB/T 9704-2012 7.3.3',
  rank: 'standard',
  good: [
    '一、甲\n（一）一事\n1.细目\n2.细目\n（二）二事\n二、乙\n1.三事\n2.四事',
    '一、甲\n1.一事\n2.二事\n（一）三事\n（二）四事\n二、乙',
  ],
  bad: [
    '一、甲\n1.一事\n«（一）»细目\n! “（一）”的层次高于它所在的“1.”\n（二）细目\n2.二事\n3.三事',
    '一、甲\n（一）一事\n1.细目\n2.细目\n（二）二事\n二、乙\n（一）三事\n（二）四事\n三、丙\n«1.»五事\n! 这一部分直接用“1.”，同级的其他部分用“（一）”\n2.六事\n四、丁\n（一）七事\n（二）八事',
  ],
  sees: skeleton,
  *check(part) {
    for (const { line, above } of misplacedLevels(part, heads(part))) {
      const { from, to, text } = line.ordinal
      const at = { line: above, from: above.ordinal.from, to: above.ordinal.to }
      const related = [{ ...at, message: { zh: '它在这一条下面', en: 'It stands below this one' } }]
      yield { line, from, to, args: [text, above.ordinal.text], related }
    }
    yield* otherSchemes(part)
  },
})

/** Sections fewer than this show no habit. */
const fewest = 4

/** A section that skips the level which all its siblings have. */
function* otherSchemes(item: Item): Generator<Found> {
  if (item.items.length >= fewest) yield* otherScheme(item)
  for (const child of item.items) if (child.kind === 'item' && child.items.length > 0) yield* otherSchemes(child)
}

function* otherScheme(item: Item): Generator<Found> {
  const sections = item.items.flatMap((section) => {
    const first =
      section.kind === 'item'
        ? section.items.find(({ kind, head }) => kind === 'item' && head?.ordinal)?.head
        : undefined
    if (!first?.ordinal || captions.has(first.ordinal.family)) return []
    return [{ section, first, family: first.ordinal.family }]
  })
  const families = new Map<string, typeof sections>()
  for (const section of sections) {
    const own = families.get(section.family)
    if (own) own.push(section)
    else families.set(section.family, [section])
  }
  // One that is alone among sections that are all alike: of three schemes none is usual.
  const odd = [...families.values()].find(({ length }) => length === 1)?.[0]
  const other = sections.find(({ family }) => family !== odd?.family)
  if (sections.length < fewest || families.size !== 2 || !odd || !other) return
  const { first, family } = odd
  const { ordinal } = first
  if (ordinal && uses(other.section, family, first))
    yield {
      line: first,
      from: ordinal.from,
      to: ordinal.to,
      severity: 'information',
      message: {
        zh: '这一部分直接用“{0}”，同级的其他部分用“{1}”',
        en: 'This section goes straight to “{0}” where the others have “{1}”',
      },
      args: [ordinal.text, other.first.ordinal?.text ?? ''],
    }
}

/** Whether a family numbers what is below the first level of any section beside this one. */
function uses(section: Item, family: string, except: Line): boolean {
  return section.items.some(({ items }) =>
    items.some(({ head }) => head !== except && head?.ordinal?.family === family),
  )
}
