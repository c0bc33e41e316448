import type { Line } from '../plan/line.ts'
import type { Plan } from '../plan/plan.ts'
import type { Finding } from './lint.ts'
import type { Edit, Fix } from './rule.ts'

/** The fix that a finding prefers, or its first. */
export const firstFix = (finding: Finding): Fix | undefined =>
  finding.fixes?.find((fix) => fix.preferred) ?? finding.fixes?.[0]

/** What may be fixed without asking: certain findings with one answer. */
export const bulkFix = (finding: Finding): Fix | undefined =>
  finding.certain ? finding.fixes?.find((fix) => fix.preferred) : undefined

/** Edits that can be applied together: of two that meet, the earlier fix stays whole and the later goes whole. */
export function together(fixes: readonly Fix[]): readonly Edit[] {
  const taken = new Map<Line, Edit[]>()
  const meets = (edit: Edit) =>
    taken.get(edit.line)?.some((other) => edit.from < other.to && other.from < edit.to) ||
    taken.get(edit.line)?.some((other) => edit.from === other.from && edit.to === other.to)
  for (const { edits } of fixes) {
    if (edits.some(meets)) continue
    for (const edit of edits) taken.set(edit.line, [...(taken.get(edit.line) ?? []), edit])
  }
  return [...taken.values()].flat()
}

/** The plan's text with edits put in. What no edit names stays as it was, line breaks included. */
export function applyEdits(plan: Plan, edits: readonly Edit[]): string {
  const byLine = new Map<Line, Edit[]>()
  for (const edit of edits) byLine.set(edit.line, [...(byLine.get(edit.line) ?? []), edit])
  let out = ''
  let at = 0
  for (const line of plan.lines) {
    const end = at + line.text.length
    const gap = /^(?:\r\n|\n|\r)?/.exec(plan.text.slice(end, end + 2))?.[0] ?? ''
    const own = byLine.get(line)?.sort((a, b) => a.from - b.from) ?? []
    out += own.length > 0 ? applyToLine(line.text, own) : line.text
    if (!own.some((edit) => edit.lineBreak)) out += gap
    at = end + gap.length
  }
  return out
}

function applyToLine(text: string, edits: readonly Edit[]): string {
  let out = ''
  let at = 0
  for (const { from, to, text: put } of edits) {
    out += text.slice(at, from) + put
    at = to
  }
  return out + text.slice(at)
}
