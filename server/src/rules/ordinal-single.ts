import { rule } from '../lint/rule.ts'
import type { Item } from '../plan/item.ts'
import { captions, type Family, writeOrdinal } from '../plan/ordinal.ts'
import { type Head, scopes } from '../plan/runs.ts'
import { skeleton } from '../plan/skeleton.ts'

export const ordinalSingle = rule({
  id: 'ordinal/single',
  scope: 'part',
  severity: 'information',
  stage: 'review',
  title: { zh: '只有一条的层次', en: 'A level of one' },
  message: {
    zh: '这一层只有“{0}”一条，可以不编号，或是缺了下一条',
    en: 'Only “{0}” at this level: no number is needed, or one is missing',
  },
  why: {
    zh: '有“（一）”就应当有“（二）”；只有一条时不分条，或者是后面的条目丢了。',
    en: 'Where there is （一） one expects （二）; a single item needs no number.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: [
    '一、甲\n（一）一事\n（二）二事\n二、乙',
    '一、甲\n正文。',
    '一、甲\n（1）一事；（2）二事；（3）三事。\n二、乙',
  ],
  bad: ['一、甲\n«（一）»一事\n! 这一层只有“（一）”一条，可以不编号，或是缺了下一条\n二、乙\n（一）二事\n（二）三事'],
  sees: skeleton,
  *check(part) {
    // A family that runs on below the next heading may have one number in a section.
    const runsOn = new Set<Family>()
    for (const [family, runs] of scopes(part)[0] ?? []) {
      if (runs.some(({ heads }, i) => i > 0 && heads[0]?.ordinal.value !== 1)) runsOn.add(family)
    }
    for (const child of part.items) {
      if (child.kind !== 'item' || child.items.length === 0) continue
      for (const found of singles(child)) if (!runsOn.has(found.line.ordinal.family)) yield found
    }
  },
})

/** （1）一事；（2）二事: the list goes on in its own line. */
const goesOn = ({ text, ordinal }: Head): boolean => text.includes(writeOrdinal(ordinal, 2).trim(), ordinal.to)

function* singles(item: Item): Generator<{ line: Head; from: number; to: number; args: string[] }> {
  let count = 0
  let only: Head | undefined
  for (const { kind, head } of item.items) {
    if (kind !== 'item' || !head?.ordinal) continue
    if (count++ === 0 && !captions.has(head.ordinal.family)) only = head as Head
  }
  if (count === 1 && only?.ordinal.value === 1 && !goesOn(only)) {
    const { from, to, text } = only.ordinal
    yield { line: only, from, to, args: [text.trim()] }
  }
  for (const child of item.items) if (child.kind === 'item' && child.items.length > 0) yield* singles(child)
}
