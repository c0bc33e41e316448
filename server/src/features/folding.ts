import { type FoldingRange, type FoldingRangeParams, FoldingRangeRequest } from 'vscode-languageserver'
import type { Item } from '../plan/item.ts'
import type { Plan } from '../plan/plan.ts'
import { extent } from '../report/outline.ts'
import { feature } from './feature.ts'

/** Documents, annexes, sections and items fold from their first line to the last that says something. */
export const folding = feature<FoldingRangeParams, FoldingRange[]>(
  { foldingRangeProvider: true },
  FoldingRangeRequest.type,
  ({ plan }) => plan.documents.flatMap((document) => folds(plan, document)),
)

function folds(plan: Plan, item: Item): FoldingRange[] {
  const { start, end } = extent(plan, item)
  const own = end.line > start.line ? [{ startLine: start.line, endLine: end.line }] : []
  return [...own, ...item.items.flatMap((child) => folds(plan, child))]
}
