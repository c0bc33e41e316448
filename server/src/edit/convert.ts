import { inForm, type Ordinal, standardForm } from '../plan/ordinal.ts'
import { type Plan, parts } from '../plan/plan.ts'
import type { Replacement } from '../plan/renumber.ts'
import { scopes } from '../plan/runs.ts'

/** The edits that write every ordinal of a plan in its level's standard form: 1、 → 1. and (一) → （一）. */
export function standardEdits(plan: Plan): readonly Replacement[] {
  return [...parts(plan)].flatMap((part) =>
    scopes(part).flatMap((scope) =>
      [...scope.values()].flat().flatMap(({ heads }) =>
        heads.flatMap((line) => {
          const text = standard(line.ordinal)
          return text === line.ordinal.text ? [] : [{ line, from: line.ordinal.from, to: line.ordinal.to, text }]
        }),
      ),
    ),
  )
}

function standard(ordinal: Ordinal): string {
  const form = standardForm[ordinal.family]
  return form ? inForm(ordinal, form) : ordinal.text
}
