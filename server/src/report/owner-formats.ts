import type { Locale } from './diagnostic.ts'
import type { Column, Sheet } from './owner-list.ts'
import { ownersCsv, ownersMarkdown, ownersTable } from './owner-text.ts'

type Write = (
  sheets: readonly Sheet[],
  columns: readonly Column[],
  title: string,
  locale: Locale,
) => string | Promise<Uint8Array>

/** The forms of a 责任清单 by the ending of their files; `table` is for a terminal. */
export const ownerFormats = {
  table: (sheets, columns, _, locale) => ownersTable(sheets, columns, locale),
  csv: (sheets, columns, _, locale) => ownersCsv(sheets, columns, locale),
  md: (sheets, columns, _, locale) => ownersMarkdown(sheets, columns, locale),
  // Their libraries are large and seldom needed: whoever only checks a document does not wait for them.
  xlsx: async (...args) => (await import('./owner-xlsx.ts')).ownersXlsx(...args),
  docx: async (...args) => (await import('./owner-docx.ts')).ownersDocx(...args),
} satisfies Readonly<Record<string, Write>>

export type OwnerFormat = keyof typeof ownerFormats
