import { extname } from 'node:path'
import { parse } from 'csv-parse/sync'
import { decode } from './encoding.ts'

export const isTable = (path: string): boolean => ['.csv', '.xlsx'].includes(extname(path).toLowerCase())

type Rows = readonly (readonly string[])[]

/** The cells of a CSV (UTF-8, UTF-16 or GB18030, as Excel saves it; tabs and semicolons part them, too) or of the first sheet of an xlsx, blanks around them left out. */
export const readRows = async (path: string, bytes: Uint8Array): Promise<Rows> =>
  isWorkbook(path) ? cellsOf((await sheetsOf(bytes))[0]?.data ?? []) : csvRows(bytes)

/** The same of every sheet, one below the other. */
export const readAllRows = async (path: string, bytes: Uint8Array): Promise<Rows> =>
  isWorkbook(path) ? (await sheetsOf(bytes)).flatMap(({ data }) => cellsOf(data)) : csvRows(bytes)

const isWorkbook = (path: string): boolean => extname(path).toLowerCase() === '.xlsx'

const sheetsOf = async (bytes: Uint8Array) =>
  (await import('read-excel-file/universal')).default(new Uint8Array(bytes).buffer)

const cellsOf = (rows: readonly (readonly unknown[])[]): Rows => rows.map((row) => row.map(textOf))

/** A date as plans write it: what is typed as 2024年6月30日 Excel keeps as a date. */
function textOf(cell: unknown): string {
  if (cell instanceof Date) return `${cell.getUTCFullYear()}年${cell.getUTCMonth() + 1}月${cell.getUTCDate()}日`
  return String(cell ?? '').trim()
}

function csvRows(bytes: Uint8Array): Rows {
  const { text } = decode(bytes)
  const rows: Rows = parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  return rows.map((row) => row.map((cell) => cell.trim()))
}

/** The mark that the first line has most of; a list of names alone has none. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r\n|\n|\r/, 1)
  const counts = [',', '\t', ';'].map((mark) => [mark, first.split(mark).length] as const)
  return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0]
}
