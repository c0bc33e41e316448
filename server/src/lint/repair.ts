import { analyze } from '../plan/plan.ts'
import { applyEdits, bulkFix, compatible } from './fix.ts'
import type { Lint } from './lint.ts'

const rounds = 10

/** A text with every certain fix applied, again until nothing certain is left, and how many there were. */
export function repair(text: string, lint: Lint): { readonly text: string; readonly count: number } {
  let plan = analyze(text)
  let count = 0
  for (let round = 0; round < rounds; round++) {
    const fixes = compatible(lint(plan).flatMap((finding) => bulkFix(finding) ?? []))
    if (fixes.length === 0) break
    const next = applyEdits(
      plan,
      fixes.flatMap(({ edits }) => edits),
    )
    if (next === plan.text) break
    count += fixes.length
    plan = analyze(next, plan)
  }
  return { text: plan.text, count }
}
