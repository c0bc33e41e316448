import type { Finding } from '../lint/lint.ts'
import { type Edit, fill, type Span } from '../lint/rule.ts'
import type { Severity } from '../lint/severity.ts'
import type { Plan } from '../plan/plan.ts'

export type Locale = 'zh' | 'en'

/** Lines and UTF-16 columns from 0, as LSP has them. */
export type Position = { readonly line: number; readonly character: number }
export type Range = { readonly start: Position; readonly end: Position }

/** The contract of `--format json`; the language server sends the same. */
export type Diagnostic = {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly range: Range
  readonly fixes: readonly {
    readonly title: string
    readonly preferred: boolean
    readonly edits: readonly { readonly range: Range; readonly newText: string }[]
  }[]
  readonly related?: readonly { readonly range: Range; readonly message: string }[]
}

export function diagnostic(plan: Plan, finding: Finding, locale: Locale): Diagnostic {
  const related = relatedOf(plan, finding, locale)
  return {
    rule: finding.rule.id,
    severity: finding.severity,
    message: messageOf(finding, locale),
    range: rangeOf(plan, finding),
    fixes: (finding.fixes ?? []).map((fix) => ({
      title: fix.title[locale],
      preferred: fix.preferred ?? false,
      edits: fix.edits.map((edit) => textEdit(plan, edit)),
    })),
    ...(related && { related }),
  }
}

export const messageOf = ({ message, rule, args }: Finding, locale: Locale): string =>
  fill((message ?? rule.message)[locale], args)

export const relatedOf = (plan: Plan, { related, args }: Finding, locale: Locale): Diagnostic['related'] =>
  related?.map((other) => ({ range: rangeOf(plan, other), message: fill(other.message[locale], args) }))

export function rangeOf(plan: Plan, { line, from, to }: Span): Range {
  const row = plan.row.get(line) ?? 0
  return { start: { line: row, character: from }, end: { line: row, character: to } }
}

export function textEdit(plan: Plan, edit: Edit): { readonly range: Range; readonly newText: string } {
  const range = rangeOf(plan, edit)
  const row = range.start.line
  const wholeLine = edit.lineBreak && row + 1 < plan.lines.length
  return { range: wholeLine ? { start: range.start, end: { line: row + 1, character: 0 } } : range, newText: edit.text }
}
