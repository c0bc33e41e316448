import type {
  Fix,
  Location,
  Log,
  Notification,
  PhysicalLocation,
  Region,
  ReportingConfiguration,
  ReportingDescriptor,
  Result,
} from 'sarif'
import type { Rule } from '../lint/rule.ts'
import type { Severity } from '../lint/severity.ts'
import type { Diagnostic, Locale, Range } from './diagnostic.ts'
import type { Linted } from './json.ts'

/** What is said of the program itself. */
export type Program = { readonly version: string; readonly rules: readonly Rule[] }

/** Findings in SARIF 2.1.0, the format that code scanning reads: rules, places, related places and fixes. */
export function sarifLog(files: readonly Linted[], { version, rules }: Program, locale: Locale): Log {
  const found = new Set(files.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule)))
  const described = rules.filter(({ id }) => found.has(id))
  const index = new Map(described.map(({ id }, i) => [id as string, i]))
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'yaodian',
            version,
            semanticVersion: version,
            rules: described.map((rule) => descriptor(rule, locale)),
          },
        },
        // As LSP has them, from 1 here.
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'the folder that yaodian was started in' } } },
        invocations: [
          {
            executionSuccessful: files.every(({ error }) => error === undefined),
            toolExecutionNotifications: files.flatMap(notification),
          },
        ],
        results: files.flatMap(({ path, diagnostics }) => diagnostics.map((each) => result(path, each, index))),
      },
    ],
  }
}

const levels: Readonly<Record<Severity, NonNullable<ReportingConfiguration['level']>>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
}

const descriptor = ({ id, title, why, severity }: Rule, locale: Locale): ReportingDescriptor => ({
  id,
  name: title[locale],
  shortDescription: { text: title[locale] },
  fullDescription: { text: why[locale] },
  help: { text: why[locale] },
  defaultConfiguration: { level: levels[severity] },
})

const notification = ({ path, error }: Linted): Notification[] =>
  error === undefined
    ? []
    : [{ level: 'error', message: { text: error }, locations: [{ physicalLocation: physical(path) }] }]

function result(path: string, found: Diagnostic, index: ReadonlyMap<string, number>): Result {
  const { rule, severity, message, range, fixes, related } = found
  const ruleIndex = index.get(rule)
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[severity],
    message: { text: message },
    locations: [location(path, range)],
    ...(related && {
      relatedLocations: related.map((other, id) => ({
        id,
        ...location(path, other.range),
        message: { text: other.message },
      })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => sarifFix(path, fix)) }),
  }
}

const sarifFix = (path: string, { title, edits }: Diagnostic['fixes'][number]): Fix => ({
  description: { text: title },
  artifactChanges: [
    {
      artifactLocation: artifact(path),
      replacements: edits.map(({ range, newText }) => ({
        deletedRegion: region(range),
        insertedContent: { text: newText },
      })),
    },
  ],
})

const location = (path: string, range: Range): Location => ({
  physicalLocation: physical(path, region(range)),
})

const physical = (path: string, where?: Region): PhysicalLocation => ({
  artifactLocation: artifact(path),
  ...(where && { region: where }),
})

/** Relative paths are relative to where the program was started; others are URIs of their own. */
function artifact(path: string): NonNullable<PhysicalLocation['artifactLocation']> {
  const uri = path
    .replace(/\p{Cs}/gu, '\ufffd')
    .replaceAll('\\', '/')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  if (/^[A-Za-z]:[\\/]/.test(path)) return { uri: `file:///${uri.replace('%3A', ':')}` }
  return path.startsWith('/') ? { uri: `file://${uri}` } : { uri: uri.replace(/^(?:\.\/)+/, ''), uriBaseId: 'SRCROOT' }
}

const region = ({ start, end }: Range): Region => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
})
