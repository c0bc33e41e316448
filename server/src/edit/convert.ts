import type { Line } from '../plan/line.ts'
import { type Family, inForm, type Ordinal, standardForm } from '../plan/ordinal.ts'
import { type Plan, parts } from '../plan/plan.ts'
import type { Replacement } from '../plan/renumber.ts'
import { scopes } from '../plan/runs.ts'
import { placeAt } from './structure.ts'

/** The edits that write every ordinal of a plan in its level's standard form: 1、 → 1. and (一) → （一）. */
export function standardEdits(plan: Plan): readonly Replacement[] {
  return parts(plan).flatMap((part) =>
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

/** How each family may be written, the standard's way first (GB/T 15834-2011 B.3): forms as Ordinal has them. */
const forms: Partial<Readonly<Record<Family, readonly string[]>>> = {
  hanParen: ['（#）', '(#)', '㈠'],
  digit: ['#.', '#．', '#、', '⒈'],
  digitParen: ['（#）', '(#)', '⑴'],
  digitHalfParen: ['#）', '#)'],
}

/** The level of a row and how it may be written otherwise, its own number as the example. */
export function otherForms(plan: Plan, row: number): readonly { readonly form: string; readonly example: string }[] {
  const ordinal = placeAt(plan, row)?.item.head?.ordinal
  if (!ordinal) return []
  return (forms[ordinal.family] ?? [])
    .map((form) => ({ form, example: inForm(ordinal, form) }))
    .filter(({ example }) => example !== ordinal.text)
}

/** The edits that write every ordinal of the level of a row, in its document or annex, in a form. */
export function levelEdits(plan: Plan, row: number, form: string): readonly Replacement[] {
  const family = placeAt(plan, row)?.item.head?.ordinal?.family
  const part = parts(plan).find(({ lines }) => lines.includes(plan.lines[row] as Line))
  if (!family || !part || !forms[family]?.includes(form)) return []
  return scopes(part).flatMap((scope) =>
    (scope.get(family) ?? []).flatMap(({ heads }) =>
      heads.flatMap((line) => {
        const { from, to, text } = line.ordinal
        const put = inForm(line.ordinal, form)
        return put === text ? [] : [{ line, from, to, text: put }]
      }),
    ),
  )
}
