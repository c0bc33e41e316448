import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver'
import { internalRule } from '../lint/internal.ts'
import type { Finding } from '../lint/lint.ts'
import type { Severity } from '../lint/severity.ts'
import { messageOf, rangeOf, relatedOf } from '../report/diagnostic.ts'
import { pageName } from '../report/rule-page.ts'
import type { View } from './feature.ts'
import { foremost } from './foremost.ts'
import { lasting } from './lasting.ts'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** A finding as LSP sends it. */
export function wireDiagnostic(view: View, finding: Finding): Diagnostic {
  const { rule, severity } = finding
  const related = relatedOf(view.plan, finding, view.locale)
  return {
    range: rangeOf(view.plan, finding),
    severity: severities[severity],
    source: 'yaodian',
    code: rule.id,
    ...(view.pages && rule !== internalRule && { codeDescription: { href: `${view.pages}/${pageName(rule.id)}` } }),
    message: messageOf(finding, view.locale),
    ...(related && {
      relatedInformation: related.map((other) => ({
        location: { uri: view.uri, range: other.range },
        message: other.message,
      })),
    }),
  }
}

/** The foremost findings of views as LSP sends them. One that stands where it stood is the same object as before. */
export function wireDiagnostics(): (view: View) => readonly Diagnostic[] {
  const known = new WeakMap<Finding, Diagnostic>()
  const wired = (view: View, finding: Finding) => {
    const before = known.get(finding)
    // What it is related to may stand elsewhere now.
    if (before && !finding.related && before.range.start.line === view.plan.row.get(finding.line)) return before
    const diagnostic = lasting(wireDiagnostic(view, finding))
    known.set(finding, diagnostic)
    return diagnostic
  }
  return (view) => {
    const { shown, left } = foremost(view.findings)
    const diagnostics = shown.map((finding) => wired(view, finding))
    return left === 0 ? diagnostics : [leftOut(view, left), ...diagnostics]
  }
}

const leftOut = ({ locale }: View, left: number): Diagnostic =>
  lasting({
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: DiagnosticSeverity.Information,
    source: 'yaodian',
    message:
      locale === 'zh'
        ? `问题太多：先列出最要紧的，另有 ${left} 处等改过一些再列`
        : `Too many findings: the gravest are listed first, ${left} more when some of these are mended`,
  })

/** Whether a client would see no difference. */
export const isSame = (a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean =>
  a.length === b.length && a.every((each, i) => each === b[i] || JSON.stringify(each) === JSON.stringify(b[i]))
