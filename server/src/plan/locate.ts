import { firstLine, lastLine } from './extent.ts'
import type { Item } from './item.ts'
import type { Plan } from './plan.ts'

/** The items around a row (from 0), from the document down to the innermost; empty where nothing is. */
export function pathTo(plan: Plan, row: number): readonly Item[] {
  const path: Item[] = []
  let level: readonly Item[] = plan.documents
  for (;;) {
    const inside = level.find((item) => covers(plan, item, row))
    if (!inside) return path
    path.push(inside)
    level = inside.items
  }
}

function covers(plan: Plan, item: Item, row: number): boolean {
  const first = firstLine(item)
  const last = lastLine(item)
  if (!first || !last) return false
  return (plan.row.get(first) ?? 0) <= row && row <= (plan.row.get(last) ?? -1)
}
