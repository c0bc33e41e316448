import { firstLine, lastLine, nameSpan } from '../plan/extent.ts'
import { label } from '../plan/heading.ts'
import { type Item, type Part, titleOf } from '../plan/item.ts'
import { deadlineOf, ownersOf } from '../plan/owned.ts'
import type { Plan } from '../plan/plan.ts'
import { type Range, rangeOf } from './diagnostic.ts'

/** The contract of `outline --format json`. `ordinal` is the text as it stands, `level` counts from 1. */
export type OutlineItem = {
  readonly ordinal: string
  readonly level: number
  readonly value: number
  readonly title: string
  readonly range: Range
  readonly selectionRange: Range
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly deadline: string | null
  readonly items: readonly OutlineItem[]
}

export type OutlineDocument = {
  readonly title: string
  readonly range: Range
  readonly items: readonly OutlineItem[]
}

export const outline = (plan: Plan): readonly OutlineDocument[] =>
  plan.documents.map((document) => ({
    title: titleOf(document),
    range: extent(plan, document),
    items: document.items.map((item) => outlineItem(plan, item)),
  }))

/** From an item's first line to the last one that says something. */
export function extent(plan: Plan, item: Item): Range {
  const first = firstLine(item)
  const last = lastLine(item)
  if (!first || !last) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
  const end = { line: plan.row.get(last) ?? 0, character: last.text.length }
  return { start: { line: plan.row.get(first) ?? 0, character: 0 }, end }
}

function outlineItem(plan: Plan, item: Item): OutlineItem {
  const { head, items, kind, level } = item
  const { lead, support } = ownersOf(item)
  const annex = kind === 'annex'
  const line = head as NonNullable<typeof head>
  return {
    ordinal: annex ? line.text.trim() : (line.ordinal?.text ?? ''),
    level: annex ? 1 : level,
    value: line.ordinal?.value ?? 0,
    title: annex ? titleOf(item as Part) : label(line),
    range: extent(plan, item),
    selectionRange: rangeOf(plan, { line, ...nameSpan(line) }),
    lead: lead.map(({ name }) => name),
    support: support.map(({ name }) => name),
    deadline: deadlineOf(item)?.text ?? null,
    items: items.map((child) => outlineItem(plan, child)),
  }
}
