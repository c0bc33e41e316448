import { firstLine, lastLine } from './extent.ts'
import type { Item } from './item.ts'
import type { Plan } from './plan.ts'

/** The items around a row (from 0), from the document down to the innermost; empty where nothing is. */
export function pathTo(plan: Plan, row: number): readonly Item[] {
  const path: Item[] = []
  let level: readonly Item[] = plan.documents
  for (;;) {
    const inside = lastFrom(plan, level, row)
    const last = inside && lastLine(inside)
    if (!inside || !last || row > (plan.row.get(last) ?? -1)) return path
    path.push(inside)
    level = inside.items
  }
}

/** Of items in their order the last that begins on a row or above it. */
function lastFrom(plan: Plan, items: readonly Item[], row: number): Item | undefined {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (beginning(plan, items[middle] as Item) <= row) low = middle + 1
    else high = middle
  }
  return items[low - 1]
}

/** One that says nothing begins nowhere: only a document of blank lines, behind which is no other. */
function beginning(plan: Plan, item: Item): number {
  const first = firstLine(item)
  return (first && plan.row.get(first)) ?? Number.POSITIVE_INFINITY
}
