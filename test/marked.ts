import { applyEdits, firstFix, together } from '../server/src/lint/fix.ts'
import type { Lint } from '../server/src/lint/lint.ts'
import { fill } from '../server/src/lint/rule.ts'
import { analyze } from '../server/src/plan/plan.ts'

/** A marked document: «…» a range, `! message` below its line, `= line` what the fixes make of the line above. */
export const source = (marked: string): string =>
  marked
    .split('\n')
    .filter((line) => !/^[!=] /.test(line))
    .join('\n')
    .replace(/[«»]/g, '')

/** What a linter says of a document, written back into it in the same notation. */
export function report(lint: Lint, text: string): string {
  const plan = analyze(text)
  const findings = lint(plan)
  const fixes = findings.flatMap((finding) => firstFix(finding) ?? [])
  const edits = together(fixes)
  const gone = new Set(edits.filter((edit) => edit.lineBreak).map(({ line }) => line))
  const fixed = applyEdits(
    plan,
    edits.map(({ lineBreak: _, ...edit }) => edit),
  ).split('\n')
  return plan.lines
    .flatMap((line, row) => {
      const own = findings.filter((finding) => finding.line === line)
      let shown = line.text
      for (const { from, to } of [...own].reverse()) {
        shown = `${shown.slice(0, from)}«${shown.slice(from, to)}»${shown.slice(to)}`
      }
      const messages = own.map(({ message, rule, args }) => `! ${fill((message ?? rule.message).zh, args)}`)
      const changed = fixed[row] !== line.text || gone.has(line) ? [`= ${fixed[row]}`] : []
      return [shown, ...messages, ...changed]
    })
    .join('\n')
}
