import type { Plan } from '../plan/plan.ts'
import { parts } from '../plan/plan.ts'
import { ordinalEdits, type Replacement, referenceEdits, renumbering } from '../plan/renumber.ts'

/** Rows [from, to] of a plan, from 0. */
export type Rows = { readonly from: number; readonly to: number }

/**
 * The edits that number a plan rightly, or what of it lies in some rows, and let every reference follow what moved.
 * Empty where all is right. Nothing but numbers changes.
 */
export function renumberEdits(plan: Plan, rows?: Rows): readonly Replacement[] {
  const inRows = (row: number | undefined): boolean =>
    rows === undefined || (row !== undefined && row >= rows.from && row <= rows.to)
  return parts(plan).flatMap((part) => {
    const all = renumbering(part)
    const wanted = rows ? new Map([...all].filter(([line]) => inRows(plan.row.get(line)))) : all
    return wanted.size > 0 ? [...ordinalEdits(wanted), ...referenceEdits(part, wanted)] : []
  })
}
