import { firstLine, lastLine, nameSpan } from '../plan/extent.ts'
import { heading, label, shortened } from '../plan/heading.ts'
import { type Item, type Part, titleOf } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import { deadlineOf, numberOf, ownersOf, taskOf } from '../plan/owned.ts'
import type { Plan } from '../plan/plan.ts'
import { type Range, rangeOf } from './diagnostic.ts'

/** `heading`: the whole line is one; `run-in`: a heading with text behind it; `item`: text without a heading. */
export type OutlineKind = 'annex' | 'heading' | 'run-in' | 'item' | 'row'

/** The contract of `outline --format json`. `ordinal` is the text as it stands, `level` counts from 1. */
export type OutlineItem = {
  readonly kind: OutlineKind
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
    items: document.items.map((item) => whole(plan, item)),
  }))

/** 一、总体要求, but 第一章 总则 and 1.1 目的: an ordinal without a mark of its own stands apart from the title. */
export const entitled = (ordinal: string, title: string): string =>
  title && /[0-9章节条款分编篇]$/.test(ordinal) ? `${ordinal} ${title}` : ordinal + title

/** From an item's first line to the last one that says something. */
export function extent(plan: Plan, item: Item): Range {
  const first = firstLine(item)
  const last = lastLine(item)
  if (!first || !last) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
  const end = { line: plan.row.get(last) ?? 0, character: last.text.length }
  return { start: { line: plan.row.get(first) ?? 0, character: 0 }, end }
}

const whole = (plan: Plan, item: Item): OutlineItem =>
  outlineItem(
    plan,
    item,
    item.items.map((child) => whole(plan, child)),
  )

/** An item's entry, with those given below it. */
export function outlineItem(plan: Plan, item: Item, items: readonly OutlineItem[]): OutlineItem {
  const { level } = item
  const { lead, support } = ownersOf(item)
  // Written out: to spread one object into another costs more than all the rest.
  const { kind, ordinal, value, title, selectionRange } = named(plan, item)
  return {
    kind,
    ordinal,
    value,
    title,
    selectionRange,
    level: item.kind === 'annex' ? 1 : level,
    range: extent(plan, item),
    lead: lead.map(({ name }) => name),
    support: support.map(({ name }) => name),
    deadline: deadlineOf(item)?.text ?? null,
    items,
  }
}

function named(plan: Plan, item: Item): Pick<OutlineItem, 'kind' | 'ordinal' | 'value' | 'title' | 'selectionRange'> {
  const line = item.head as Line
  const selectionRange = rangeOf(plan, { line, ...nameSpan(line) })
  switch (item.kind) {
    case 'annex':
      return { kind: 'annex', ordinal: line.text.trim(), value: 0, title: titleOf(item as Part), selectionRange }
    case 'row': {
      const task = taskOf(item)
      const ordinal = numberOf(item)
      return {
        kind: 'row',
        ordinal,
        value: Number.parseInt(ordinal, 10) || 0,
        title: shortened(task?.text ?? line.text.trim()),
        selectionRange: task ? rangeOf(plan, { line, ...task }) : selectionRange,
      }
    }
    default: {
      const { text = '', value = 0 } = line.ordinal ?? {}
      const found = heading(line)
      const kind = !found ? 'item' : found.runIn ? 'run-in' : 'heading'
      return { kind, ordinal: text, value, title: label(line), selectionRange }
    }
  }
}
