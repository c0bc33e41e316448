import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { parse } from 'csv-parse/sync'

export const isTable = (path: string): boolean => ['.csv', '.xlsx'].includes(extname(path).toLowerCase())

/** The cells of a CSV (UTF-8 or GB18030, as Excel saves it) or of the first sheet of an xlsx, blanks around them left out. */
export async function readRows(path: string): Promise<readonly (readonly string[])[]> {
  const rows: readonly (readonly unknown[])[] =
    extname(path).toLowerCase() === '.xlsx'
      ? await (await import('read-excel-file/node')).readSheet(path)
      : csvRows(readFileSync(path))
  return rows.map((row) => row.map((cell) => String(cell ?? '').trim()))
}

const csvRows = (bytes: Buffer): readonly (readonly string[])[] =>
  parse(decoded(bytes), { bom: true, relax_column_count: true, skip_empty_lines: true })

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
