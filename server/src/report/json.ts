import type { Acceptance } from '../lint/accept.ts'
import type { Severity } from '../lint/severity.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { OutlineDocument } from './outline.ts'

export type Linted = { readonly path: string; readonly diagnostics: readonly Diagnostic[] }
export type Outlined = { readonly path: string; readonly documents: readonly OutlineDocument[] }
export type Summary = Readonly<Record<Severity, number>> & { readonly files: number }

export function summarize(files: readonly Linted[]): Summary {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 }
  for (const { diagnostics } of files) for (const { severity } of diagnostics) counts[severity]++
  return { files: files.length, ...counts }
}

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
