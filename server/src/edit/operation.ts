import { readOrdinal } from '../plan/ordinal.ts'
import type { Plan } from '../plan/plan.ts'
import type { Position } from '../report/diagnostic.ts'
import { type Arranged, settle } from './arrange.ts'
import { type TextEdit, textEdits } from './text-edits.ts'

/** Where the drafter is: rows [from, to] that are selected, and the cursor's UTF-16 column in the first. */
export type Selection = { readonly from: number; readonly to: number; readonly column?: number }

/**
 * Something done to a plan's structure: its lines anew, before they are numbered, and the row where the cursor goes,
 * `behind` so many columns after the ordinal there. Undefined where there is nothing to do it to.
 */
export type Operation = (
  plan: Plan,
  selection: Selection,
) => { readonly arranged: Arranged; readonly cursor: { readonly row: number; readonly behind?: number } } | undefined

export type Change = { readonly edits: readonly TextEdit[]; readonly cursor: Position }

/** An operation carried out: numbers and references follow. */
export function change(plan: Plan, operation: Operation, selection: Selection): Change | undefined {
  const done = operation(plan, selection)
  if (!done) return undefined
  const texts = settle(plan, done.arranged)
  const { row, behind } = done.cursor
  const text = texts[row] ?? ''
  const character =
    behind === undefined ? Math.min(selection.column ?? 0, text.length) : ordinalEnd(text) + Math.max(behind, 0)
  return { edits: textEdits(plan, done.arranged, texts), cursor: { line: row, character } }
}

const ordinalEnd = (text: string): number => readOrdinal(text)?.to ?? text.length
