import type { Acceptance } from '../lint/accept.ts'
import type { Severity } from '../lint/severity.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { OutlineDocument } from './outline.ts'

/** What was found in a file, or why it could not be read. */
export type Linted = {
  readonly path: string
  readonly diagnostics: readonly Diagnostic[]
  /** Where it is not UTF-8. */
  readonly encoding?: string
  readonly error?: string
}
export type Outlined = { readonly path: string; readonly documents: readonly OutlineDocument[] }
/** How much was found in so many files that could be read. */
export type Summary = Readonly<Record<Severity, number>> & { readonly files: number }

export const nothing: Summary = { files: 0, error: 0, warning: 0, information: 0, hint: 0 }

export function counted(sum: Summary, { diagnostics, error }: Linted): Summary {
  if (error !== undefined) return sum
  const counts = { ...sum, files: sum.files + 1 }
  for (const { severity } of diagnostics) counts[severity]++
  return counts
}

export const added = (a: Summary, b: Summary): Summary => ({
  files: a.files + b.files,
  error: a.error + b.error,
  warning: a.warning + b.warning,
  information: a.information + b.information,
  hint: a.hint + b.hint,
})

export const summarize = (files: readonly Linted[]): Summary => files.reduce(counted, nothing)

/** What was accepted and is found no more, and the file that says so. */
export type Unused = { readonly path: string; readonly entry: Acceptance }

/** `unused` is there where it was asked for. */
export const lintJson = (files: readonly Linted[], unused?: readonly Unused[]): string =>
  JSON.stringify({
    version: 1,
    files,
    summary: summarize(files),
    ...(unused && { unused: unused.map(({ path, entry }) => ({ path, ...entry })) }),
  })

/** What kind of item it is, is for the editor's icons: no part of the contract. */
export const outlineJson = (files: readonly Outlined[]): string =>
  JSON.stringify({ version: 1, files }, (key, value) => (key === 'kind' ? undefined : value))
