import { type Acceptance, keyOf, type Settled } from '../lint/accept.ts'
import { analyze } from '../plan/plan.ts'
import { diagnostic } from '../report/diagnostic.ts'
import { type Linted, summarize } from '../report/json.ts'
import { type LintFormat, type LintFormatName, lintFormats } from '../report/lint-formats.ts'
import type { AcceptedFile } from './accepted.ts'
import { paint } from './colour.ts'
import { exitWith, type Reading, readFiles } from './files.ts'

export type LintOptions = Reading & {
  readonly format: LintFormatName
  readonly unused?: boolean
  /** Only what fails: errors and warnings. */
  readonly quiet?: boolean
  /** So many warnings are let pass. */
  readonly maxWarnings?: number
}

/** Checks files, or what comes by standard input, and writes what was found as it is asked for. */
export async function lintFiles(paths: readonly string[], options: LintOptions): Promise<void> {
  const { lang: locale, unused = false, quiet = false, maxWarnings = 0 } = options
  const format: LintFormat = lintFormats[options.format]
  const context = { locale, paint }
  const files: Linted[] = []
  const stale = staleEntries()
  for await (const { path, text, lint, accepted: file } of readFiles(paths, { ...options, spelling: true })) {
    const plan = analyze(text)
    const { open, accepted } = lint(plan)
    stale.see(file, accepted)
    const all = open.map((finding) => diagnostic(plan, finding, locale))
    const diagnostics = quiet ? all.filter(({ severity }) => severity === 'error' || severity === 'warning') : all
    process.stdout.write(
      format.file?.({ path, diagnostics, lines: plan.lines.map((line) => line.text) }, context) ?? '',
    )
    files.push({ path, diagnostics })
  }
  process.stdout.write(format.end?.(files, context) ?? '')
  const { error, warning } = summarize(files)
  const left = unused ? stale.left() : []
  for (const { path, entry } of left)
    process.stderr.write(
      locale === 'zh'
        ? `${path}：“${entry.words}”（${entry.rule}）已经没有了，可以删去：${entry.excerpt}\n`
        : `${path}: “${entry.words}” (${entry.rule}) is found no more and can go: ${entry.excerpt}\n`,
    )
  exitWith(error + left.length > 0 || warning > maxWarnings ? 1 : 0)
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
