import { XMLBuilder } from 'fast-xml-parser'
import type { Severity } from '../lint/severity.ts'
import type { Diagnostic, Locale } from './diagnostic.ts'
import { type Linted, lintJson, summarize, type Unused } from './json.ts'
import { type Paint, prettyDiagnostic, prettySummary } from './pretty.ts'

/** A file with what was found in it, and its lines, where there is more to show than the words. */
export type LintedFile = Linted & { readonly lines: readonly string[] }

type Context = {
  readonly locale: Locale
  readonly paint: Paint
  /** What was accepted and is found no more, where it was asked for. */
  readonly unused?: readonly Unused[] | undefined
}

/** What is written when a file was checked, and what when all were. Each ends with a line break where it says something. */
export type LintFormat = {
  readonly file?: (file: LintedFile, context: Context) => string
  readonly end?: (files: readonly Linted[], context: Context) => string
}

const pretty: LintFormat = {
  file: ({ path, diagnostics, lines }, { locale, paint }) =>
    diagnostics
      .map((found) => `${prettyDiagnostic(path, lines[found.range.start.line] ?? '', found, locale, paint)}\n`)
      .join(''),
  end: (files, { locale, paint }) => (files.length > 0 ? `${prettySummary(files, locale, paint)}\n` : ''),
}

/** A document a line, as it was checked: for any number of documents. */
const jsonl: LintFormat = {
  file: ({ path, diagnostics }) => `${JSON.stringify({ path, diagnostics })}\n`,
}

/** What GitHub shows beside the lines of a change. */
const github: LintFormat = {
  file: ({ path, diagnostics }) =>
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
  end: (files) => {
    const { error, warning } = summarize(files)
    const suites = files.map(({ path, diagnostics }) => ({
      '@name': clean(path),
      '@tests': Math.max(diagnostics.length, 1),
      '@failures': diagnostics.filter(fails).length,
      testcase:
        diagnostics.length === 0 ? [{ '@name': clean(path), '@classname': 'yaodian' }] : diagnostics.map(testCase),
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
  end: (files) =>
    xml({
      checkstyle: {
        '@version': '4.3',
        file: files.map(({ path, diagnostics }) => ({
          '@name': clean(path),
          error: diagnostics.map(({ rule, severity, message, range: { start } }) => ({
            '@line': start.line + 1,
            '@column': start.character + 1,
            '@severity': severity === 'information' || severity === 'hint' ? 'info' : severity,
            '@message': clean(message),
            '@source': `yaodian.${rule}`,
          })),
        })),
      },
    }),
}

export const lintFormats = {
  pretty,
  json: { end: (files, { unused }) => `${lintJson(files, unused)}\n` },
  jsonl,
  github,
  junit,
  checkstyle,
} as const satisfies Record<string, LintFormat>

export type LintFormatName = keyof typeof lintFormats
