import { analyze } from '../plan/plan.ts'
import { diagnostic, type Locale } from '../report/diagnostic.ts'
import { type Linted, lintJson, summarize } from '../report/json.ts'
import { prettyDiagnostic, prettySummary } from '../report/pretty.ts'
import { paint } from './colour.ts'
import { exitWith, readFiles } from './files.ts'

export async function lintFiles(
  paths: readonly string[],
  options: { readonly format: string; readonly lang: Locale },
): Promise<void> {
  const { format, lang } = options
  const files: Linted[] = []
  for await (const { path, text, lint } of readFiles(paths, lang, { spelling: true })) {
    const plan = analyze(text)
    const diagnostics = lint(plan).map((finding) => diagnostic(plan, finding, lang))
    files.push({ path, diagnostics })
    if (format !== 'pretty') continue
    for (const found of diagnostics) {
      const line = plan.lines[found.range.start.line]?.text ?? ''
      process.stdout.write(`${prettyDiagnostic(path, line, found, lang, paint)}\n`)
    }
  }
  if (format === 'json') process.stdout.write(`${lintJson(files)}\n`)
  else if (files.length > 0) process.stdout.write(`${prettySummary(files, lang, paint)}\n`)
  const { error, warning } = summarize(files)
  exitWith(error + warning > 0 ? 1 : 0)
}
