import { type Acceptance, keyOf, type Settled } from '../../lint/accept.ts'
import { type Config, isAsked } from '../../lint/config.ts'
import { analyze } from '../../plan/plan.ts'
import { diagnostic } from '../../report/diagnostic.ts'
import { counted, type Linted, nothing, type Summary } from '../../report/json.ts'
import { type LintFormat, type LintFormatName, lintFormats } from '../../report/lint-formats.ts'
import { rules } from '../../rules/index.ts'
import type { AcceptedFile } from '../accepted.ts'
import { names } from '../encoding.ts'
import { told } from '../told.ts'
import { type Remembered, remembered } from './cache.ts'
import { paintFor, type When } from './colour.ts'
import { fileReader, type Readable, type Reading } from './files.ts'
import { program } from './program.ts'

/** How a file is checked, as plain values: worker threads are told the same. */
export type FileOptions = Reading & {
  readonly format: LintFormatName
  readonly color?: When
  /** Only what fails: errors and warnings. */
  readonly quiet?: boolean
  /** What was accepted and is found no more is asked for. */
  readonly unused?: boolean
  /** The file that remembers what was found in texts that have not changed since. */
  readonly cache?: string
}

/** All that comes of a file. */
export type Outcome = {
  /** What is written of it. */
  readonly written: string
  readonly counts: Summary
  /** The findings themselves, for formats that are written at the end. */
  readonly linted?: Linted
  /** What is to be said of its configuration, its encoding, or why it could not be read. */
  readonly notes: readonly string[]
  readonly problems: readonly string[]
  readonly accepted?: AcceptedUse
  readonly remember?: Remembered
}

/** What of an acceptance file a document used, and the rules that were asked there. */
export type AcceptedUse = {
  readonly path: string
  readonly entries: readonly Acceptance[]
  readonly found: readonly string[]
  readonly asked: readonly string[]
}

/** What comes of a file, or of one that could not be checked, before anything is said beside it. */
function outcomeOf(linted: Linted, text: string, { lang: locale, format: name, color }: FileOptions): Outcome {
  const { file, whole }: LintFormat = lintFormats[name]
  return {
    written: file?.({ ...linted, lines: linesOf(text) }, { locale, paint: paintFor(color), program }) ?? '',
    counts: counted(nothing, linted),
    ...(whole && { linted }),
    notes: [],
    problems: [],
  }
}

/** The outcome of a file that could not be checked. */
export function failed(path: string, error: unknown, options: FileOptions): Outcome {
  const said = told(error)[options.lang]
  return { ...outcomeOf({ path, diagnostics: [], error: said }, '', options), problems: [`${path}: ${said}`] }
}

/** Checks files under one set of options. Never rejects: what goes wrong is the outcome of that file. */
export function fileLinter(options: FileOptions): (path: string) => Promise<Outcome> {
  const { lang: locale, quiet = false, unused = false, cache } = options
  const known = remembered(unused ? undefined : cache, options)
  const problems: string[] = []
  const read = fileReader({ ...options, spelling: true }, (problem) => problems.push(problem))

  const sayProblems = (): readonly string[] => problems.splice(0)

  return async (path) => {
    try {
      const file = await read(path)
      const key = known?.keyOf(file)
      const before = key === undefined ? undefined : known?.get(key)
      const { diagnostics, settled } = before ? { diagnostics: before, settled: undefined } : lintText(file, locale)
      const shown = quiet
        ? diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning')
        : diagnostics
      const encoding = 'word' in file || file.encoding === 'utf-8' ? undefined : file.encoding
      const accepted = unused && settled ? use(file.accepted, settled, file.config) : undefined
      const linted = { path, diagnostics: shown, ...(encoding && { encoding }) }
      return {
        ...outcomeOf(linted, file.text, options),
        notes: encoding ? [readAs(path, names[encoding], locale)] : [],
        problems: sayProblems(),
        ...(accepted && { accepted }),
        ...(key !== undefined && { remember: { key, diagnostics } }),
      }
    } catch (error) {
      const outcome = failed(path, error, options)
      return { ...outcome, problems: [...sayProblems(), ...outcome.problems] }
    }
  }
}

function lintText({ text, lint }: Readable, locale: Reading['lang']) {
  const plan = analyze(text)
  const settled = lint(plan)
  return {
    diagnostics: settled.open.map((finding) => diagnostic(plan, finding, locale)),
    settled,
  }
}

const linesOf = (text: string): readonly string[] => text.split(/\r\n|\n|\r/)

const readAs = (path: string, encoding: string, locale: Reading['lang']): string =>
  locale === 'zh' ? `${path}：按 ${encoding} 读取` : `${path}: read as ${encoding}`

function use({ path, entries }: AcceptedFile, { accepted }: Settled, config: Config): AcceptedUse | undefined {
  if (path === undefined) return undefined
  return {
    path,
    entries,
    found: accepted.map(({ entry }) => keyOf(entry)),
    asked: rules.filter((rule) => isAsked(rule, config)).map(({ id }) => id),
  }
}
