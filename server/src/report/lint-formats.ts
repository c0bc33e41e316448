import { XMLBuilder } from 'fast-xml-parser'
import { fingerprint } from '../lint/accept.ts'
import type { Severity } from '../lint/severity.ts'
import type { Diagnostic, Locale } from './diagnostic.ts'
import { visible } from './excerpt.ts'
import { type Linted, lintJson, type Summary, summarize, type Unused } from './json.ts'
import { type Paint, prettyDiagnostic, prettySummary } from './pretty.ts'
import { type Program, sarifLog } from './sarif.ts'

/** A file with what was found in it, and its lines, where there is more to show than the words. */
export type LintedFile = Linted & { readonly lines: readonly string[] }

type Context = {
  readonly locale: Locale
  readonly program: Program
  readonly paint: Paint
  /** What was accepted and is found no more, where it was asked for. */
  readonly unused?: readonly Unused[] | undefined
}

/**
 * How findings are written: file by file and a word at the end, for any number of documents, or all of them at once. Each
 * ends with a line break where it says something.
 */
export type LintFormat = {
  readonly file?: (file: LintedFile, context: Context) => string
  readonly end?: (summary: Summary, context: Context) => string
  readonly whole?: (files: readonly Linted[], context: Context) => string
}

const pretty: LintFormat = {
  file: ({ path, diagnostics, lines }, { locale, paint }) =>
    diagnostics
      .map((found) => `${prettyDiagnostic(path, lines[found.range.start.line] ?? '', found, locale, paint)}\n`)
      .join(''),
  end: (summary, { locale, paint }) => (summary.files > 0 ? `${prettySummary(summary, locale, paint)}\n` : ''),
}

/** A document a line, as it was checked, or with what was wrong with it. */
const jsonl: LintFormat = {
  file: ({ lines, ...file }) => `${JSON.stringify(file)}\n`,
}

const sarif: LintFormat = {
  whole: (files, { locale, program }) => `${JSON.stringify(sarifLog(files, program, locale), null, 2)}\n`,
}

/** A finding a line, as compilers write theirs: what most editors and parsers of logs read. */
const unix: LintFormat = {
  file: ({ path, diagnostics, error }) =>
    (error === undefined ? '' : `${path}:1:1: error: ${error}\n`) +
    diagnostics
      .map(
        ({ rule, severity, message, range: { start } }) =>
          `${path}:${start.line + 1}:${start.character + 1}: ${compilerWords[severity]}: ${visible(message)} [${rule}]\n`,
      )
      .join(''),
}

const compilerWords: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
}

/** What GitLab shows in a merge request: a list of issues as Code Climate has them. */
const gitlab: LintFormat = {
  whole: (files) => {
    const issues = files.flatMap(({ path, diagnostics, error }) => [
      ...(error === undefined ? [] : [gitlabIssue(path, 'yaodian', 'blocker', error, 0, '')]),
      ...numberedAlike(diagnostics).map(([{ rule, severity, message, range }, nth]) =>
        gitlabIssue(path, rule, gitlabSeverities[severity], message, range.start.line, String(nth)),
      ),
    ])
    return `${JSON.stringify(issues, null, 2)}\n`
  },
}

const gitlabSeverities: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
}

const gitlabIssue = (path: string, rule: string, severity: string, description: string, line: number, nth: string) => ({
  description,
  check_name: rule,
  fingerprint: fingerprint([path, rule, description, nth].join('|')),
  severity,
  location: { path, lines: { begin: line + 1 } },
})

/** Each finding with how many like it came before: where it stands may change, which it is must not. */
function numberedAlike(diagnostics: readonly Diagnostic[]): readonly (readonly [Diagnostic, number])[] {
  const seen = new Map<string, number>()
  return diagnostics.map((each) => {
    const key = `${each.rule}\n${each.message}`
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    return [each, nth] as const
  })
}

/** What GitHub shows beside the lines of a change. */
const github: LintFormat = {
  file: ({ path, diagnostics, error }) =>
    (error === undefined ? '' : `::error file=${property(path)}::${data(error)}\n`) +
    diagnostics
      .filter(({ severity }) => severity !== 'hint')
      .map(({ severity, message, rule, range: { start, end } }) => {
        const column = start.line === end.line ? `,endColumn=${end.character + 1}` : ''
        const place = `file=${property(path)},line=${start.line + 1},endLine=${end.line + 1},col=${start.character + 1}${column}`
        return `::${commands[severity]} ${place},title=${property(rule)}::${data(message)}\n`
      })
      .join(''),
}

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'debug',
}

/** As the commands of a workflow want them. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

const xml = (tree: object): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true, suppressEmptyNode: true, suppressBooleanAttributes: false }).build(tree)}`

/** What cannot stand in XML at all as a dot. */
const clean = (text: string): string => text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, '·')

/** A suite a file, a case a finding; a file without findings is a case that passes. */
const junit: LintFormat = {
  whole: (files) => {
    const { error, warning } = summarize(files)
    const suites = files.map(({ path, diagnostics, error: unread }) => ({
      '@name': clean(path),
      '@tests': Math.max(diagnostics.length, 1),
      '@failures': diagnostics.filter(fails).length,
      ...(unread !== undefined && { '@errors': 1 }),
      testcase:
        diagnostics.length === 0
          ? [
              {
                '@name': clean(path),
                '@classname': 'yaodian',
                ...(unread !== undefined && { error: { '@message': clean(unread) } }),
              },
            ]
          : diagnostics.map(testCase),
    }))
    return xml({ testsuites: { '@name': 'yaodian', '@failures': error + warning, testsuite: suites } })
  },
}

const fails = ({ severity }: Diagnostic): boolean => severity === 'error' || severity === 'warning'

function testCase(found: Diagnostic) {
  const { rule, message, severity, range } = found
  const where = `${range.start.line + 1}:${range.start.character + 1}`
  const said = { '@message': clean(message), '@type': severity }
  return {
    '@name': `${rule} ${where}`,
    '@classname': rule,
    ...(fails(found) ? { failure: said } : { 'system-out': clean(`${where} ${message}`) }),
  }
}

const checkstyle: LintFormat = {
  whole: (files) =>
    xml({
      checkstyle: {
        '@version': '4.3',
        file: files.map(({ path, diagnostics, error }) => ({
          '@name': clean(path),
          error: [
            ...(error === undefined
              ? []
              : [{ '@line': 1, '@severity': 'error', '@message': clean(error), '@source': 'yaodian' }]),
            ...diagnostics.map(({ rule, severity, message, range: { start } }) => ({
              '@line': start.line + 1,
              '@column': start.character + 1,
              '@severity': severity === 'information' || severity === 'hint' ? 'info' : severity,
              '@message': clean(message),
              '@source': `yaodian.${rule}`,
            })),
          ],
        })),
      },
    }),
}

export const lintFormats = {
  pretty,
  json: { whole: (files, { unused }) => `${lintJson(files, unused)}\n` },
  jsonl,
  sarif,
  unix,
  github,
  gitlab,
  junit,
  checkstyle,
} as const satisfies Record<string, LintFormat>

export type LintFormatName = keyof typeof lintFormats
