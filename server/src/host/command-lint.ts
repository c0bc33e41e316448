import { type Acceptance, keyOf, type Settled } from '../lint/accept.ts'
import { type Config, isAsked } from '../lint/config.ts'
import { analyze } from '../plan/plan.ts'
import { diagnostic, type Locale } from '../report/diagnostic.ts'
import { type Linted, summarize, type Unused } from '../report/json.ts'
import { type LintFormat, type LintFormatName, lintFormats } from '../report/lint-formats.ts'
import { rules } from '../rules/index.ts'
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
  const files: Linted[] = []
  const entries = acceptedEntries()
  for await (const { path, text, config, lint, accepted: file } of readFiles(paths, { ...options, spelling: true })) {
    const plan = analyze(text)
    const { open, accepted } = lint(plan)
    entries.see(file, accepted, config)
    const all = open.map((finding) => diagnostic(plan, finding, locale))
    const diagnostics = quiet ? all.filter(({ severity }) => severity === 'error' || severity === 'warning') : all
    process.stdout.write(
      format.file?.({ path, diagnostics, lines: plan.lines.map((line) => line.text) }, { locale, paint }) ?? '',
    )
    files.push({ path, diagnostics })
  }
  const left = unused ? entries.unused() : undefined
  process.stdout.write(format.end?.(files, { locale, paint, unused: left }) ?? '')
  const { error, warning } = summarize(files)
  if (options.format !== 'json') for (const one of left ?? []) process.stderr.write(`${describe(one, locale)}\n`)
  exitWith(error + (left?.length ?? 0) > 0 || warning > maxWarnings ? 1 : 0)
}

function describe({ path, entry: { rule, words, excerpt } }: Unused, lang: Locale): string {
  const what = words && `“${words}”`
  return lang === 'zh'
    ? `${path}：${what}（${rule}）已经没有了，可以删去：${excerpt}`
    : `${path}: ${what} (${rule}) is found no more and can go: ${excerpt}`
}

const known = new Set<string>(rules.map(({ id }) => id))

/** Gathers what was accepted and is found in none of the files that were seen, though its rule was asked there or is no more. */
function acceptedEntries() {
  const files = new Map<string, { readonly left: Map<string, Acceptance>; readonly asked: Set<string> }>()
  return {
    see({ path, entries }: AcceptedFile, accepted: Settled['accepted'], config: Config): void {
      if (path === undefined) return
      const { left, asked } = files.get(path) ?? {
        left: new Map(entries.map((entry) => [keyOf(entry), entry])),
        asked: new Set<string>(),
      }
      files.set(path, { left, asked })
      for (const { entry } of accepted) left.delete(keyOf(entry))
      for (const rule of rules) if (isAsked(rule, config)) asked.add(rule.id)
    },
    unused: (): readonly Unused[] =>
      [...files].flatMap(([path, { left, asked }]) =>
        [...left.values()].flatMap((entry) =>
          asked.has(entry.rule) || !known.has(entry.rule) ? [{ path, entry }] : [],
        ),
      ),
  }
}
