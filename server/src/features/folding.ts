import { type FoldingRange, type FoldingRangeParams, FoldingRangeRequest } from 'vscode-languageserver'
import { firstLine, lastLine } from '../plan/extent.ts'
import type { Item } from '../plan/item.ts'
import type { Plan } from '../plan/plan.ts'
import { feature } from './feature.ts'

/** Documents, annexes, sections and items fold from their first line to the last that says something. */
export const folding = feature<FoldingRangeParams, FoldingRange[]>(
  { foldingRangeProvider: true },
  FoldingRangeRequest.type,
  ({ plan }) => {
    const found: FoldingRange[] = []
    for (const document of plan.documents) fold(plan, document, found)
    return found
  },
)

/** Puts an item's range before those of what is below it: of a long plan they are thousands, asked for at every key. */
function fold(plan: Plan, item: Item, found: FoldingRange[]): void {
  const [first, last] = [firstLine(item), lastLine(item)]
  const startLine = first && plan.row.get(first)
  const endLine = last && plan.row.get(last)
  if (startLine !== undefined && endLine !== undefined && endLine > startLine) found.push({ startLine, endLine })
  for (const child of item.items) fold(plan, child, found)
}
