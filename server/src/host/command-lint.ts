import { type Acceptance, keyOf, type Settled } from '../lint/accept.ts'
import type { Profile } from '../lint/profile.ts'
import { analyze } from '../plan/plan.ts'
import { diagnostic, type Locale } from '../report/diagnostic.ts'
import { type Linted, lintJson, summarize } from '../report/json.ts'
import { prettyDiagnostic, prettySummary } from '../report/pretty.ts'
import type { AcceptedFile } from './accepted.ts'
import { paint } from './colour.ts'
import { exitWith, readFiles } from './files.ts'

export async function lintFiles(
  paths: readonly string[],
  options: { readonly format: string; readonly lang: Locale; readonly profile?: Profile; readonly unused?: boolean },
): Promise<void> {
  const { format, lang, profile, unused = false } = options
  const files: Linted[] = []
  const stale = staleEntries()
  for await (const { path, text, lint, accepted: file } of readFiles(paths, lang, { spelling: true, profile })) {
    const plan = analyze(text)
    const { open, accepted } = lint(plan)
    stale.see(file, accepted)
    const diagnostics = open.map((finding) => diagnostic(plan, finding, lang))
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
  const left = unused ? stale.left() : []
  for (const { path, entry } of left)
    process.stderr.write(
      lang === 'zh'
        ? `${path}：“${entry.words}”（${entry.rule}）已经没有了，可以删去：${entry.excerpt}\n`
        : `${path}: “${entry.words}” (${entry.rule}) is found no more and can go: ${entry.excerpt}\n`,
    )
  exitWith(error + warning + left.length > 0 ? 1 : 0)
}

type Stale = { readonly path: string; readonly entry: Acceptance }

/** Gathers what was accepted and is found in none of the files that were seen. */
function staleEntries() {
  const files = new Map<string, Map<string, Acceptance>>()
  return {
    see({ path, entries }: AcceptedFile, accepted: Settled['accepted']): void {
      if (path === undefined) return
      const left = files.get(path) ?? new Map(entries.map((entry) => [keyOf(entry), entry]))
      files.set(path, left)
      for (const { entry } of accepted) left.delete(keyOf(entry))
    },
    left: (): readonly Stale[] =>
      [...files].flatMap(([path, left]) => [...left.values()].map((entry) => ({ path, entry }))),
  }
}
