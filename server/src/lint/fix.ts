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

/** Fixes that can be applied together: of two whose edits meet, the earlier stays whole and the later goes whole. */
export function compatible(fixes: readonly Fix[]): readonly Fix[] {
  const taken = new Map<Line, Uint8Array>()
  const columnsOf = (line: Line): Uint8Array => {
    const known = taken.get(line) ?? new Uint8Array(line.text.length + 1)
    taken.set(line, known)
    return known
  }
  return fixes.filter(({ edits }) => {
    // An insertion takes the place where it stands.
    const spans = edits.map(({ line, from, to }) => columnsOf(line).subarray(from, Math.max(to, from + 1)))
    if (spans.some((span) => span.includes(1))) return false
    for (const span of spans) span.fill(1)
    return true
  })
}

/** The edits of all fixes that can be applied together. */
export const together = (fixes: readonly Fix[]): readonly Edit[] => compatible(fixes).flatMap(({ edits }) => edits)

/** The plan's text with edits put in. What no edit names stays as it was, line breaks included. */
export function applyEdits(plan: Plan, edits: readonly Edit[]): string {
  const byLine = new Map<Line, Edit[]>()
  for (const edit of edits) {
    const there = byLine.get(edit.line)
    if (there) there.push(edit)
    else byLine.set(edit.line, [edit])
  }
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
