import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver'
import { internalRule } from '../lint/internal.ts'
import type { Finding } from '../lint/lint.ts'
import type { Severity } from '../lint/severity.ts'
import { messageOf, rangeOf, relatedOf } from '../report/diagnostic.ts'
import { pageName } from '../report/rule-page.ts'
import type { View } from './feature.ts'

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

/** The findings of views as LSP sends them. One that stands where it stood is the same object as before. */
export function wireDiagnostics(): (view: View) => readonly Diagnostic[] {
  const known = new WeakMap<Finding, Diagnostic>()
  return (view) =>
    view.findings.map((finding) => {
      const before = known.get(finding)
      // What it is related to may stand elsewhere now.
      if (before && !finding.related && before.range.start.line === view.plan.row.get(finding.line)) return before
      const diagnostic = wireDiagnostic(view, finding)
      known.set(finding, diagnostic)
      return diagnostic
    })
}
