import type { Locale } from './diagnostic.ts'
import { type Column, cellText, columnNames, type Duty, headings } from './owner-list.ts'

/** Where a list that came back differs from the document that it was made of. */
export type Difference =
  | {
      readonly kind: 'changed'
      readonly row: number
      readonly duty: Duty
      readonly column: Column
      readonly text: string
    }
  /** A task of the list that the document has not. */
  | { readonly kind: 'added'; readonly row: number; readonly task: string }
  /** A task of the document that the list has not. */
  | { readonly kind: 'missing'; readonly duty: Duty }

/** What is compared: the rest of a list says where a task stands, not what it is. */
const compared: readonly Column[] = ['task', 'lead', 'support', 'leader', 'deadline']

/**
 * Compares the rows of a list, one of them its headings, with a document's duties. Rows count from 1, as a spreadsheet
 * shows them. A cell left empty under one that spans rows has what stands above it. Undefined where no row is headings.
 */
export function compareOwners(
  rows: readonly (readonly string[])[],
  duties: readonly Duty[],
): readonly Difference[] | undefined {
  const at = rows.findIndex((row) => row.some((cell) => columnOf(cell) === 'task'))
  if (at < 0) return undefined
  const columns = (rows[at] as readonly string[]).map(columnOf)
  const left = new Set(duties)
  const all: ReadonlySet<Duty> = new Set(duties)
  const found: Difference[] = []
  let above: ReadonlyMap<Column, string> = new Map()
  for (const [i, cells] of rows.entries()) {
    if (i <= at || cells.every((cell) => cell === '')) continue
    const own = readRow(columns, cells, above)
    above = own
    // A list by unit has a task once for each of its units.
    const duty = match(own, left) ?? match(own, all)
    if (isHeading(own)) continue
    if (!duty) {
      found.push({ kind: 'added', row: i + 1, task: own.get('task') ?? '' })
      continue
    }
    left.delete(duty)
    for (const column of compared) {
      const text = own.get(column)
      if (text !== undefined && plain(text) !== plain(cellText(duty, column)))
        found.push({ kind: 'changed', row: i + 1, duty, column, text })
    }
  }
  return [...found, ...[...left].map((duty) => ({ kind: 'missing', duty }) as const)]
}

const columnOf = (cell: string): Column | undefined =>
  columnNames.find((column) => headings.zh[column] === cell || headings.en[column] === cell)

function readRow(
  columns: readonly (Column | undefined)[],
  cells: readonly string[],
  above: ReadonlyMap<Column, string>,
): ReadonlyMap<Column, string> {
  const own = new Map<Column, string>()
  for (const [i, column] of columns.entries()) if (column) own.set(column, cells[i] ?? '')
  // Under a cell that spans rows there is no number: the row belongs to the task above.
  if (own.get('number') === '')
    for (const column of ['number', 'leader', 'deadline', 'place', 'document'] as const)
      if (own.get(column) === '') own.set(column, above.get(column) ?? '')
  return own
}

/** The duty that a row is of: of the same words, or of the same place with words that begin alike. */
function match(own: ReadonlyMap<Column, string>, left: ReadonlySet<Duty>): Duty | undefined {
  const task = plain(own.get('task') ?? '')
  const all = [...left]
  const same = all.filter((duty) => plain(duty.task) === task)
  const place = own.get('place')
  return (
    same.find((duty) => duty.place === place) ??
    same[0] ??
    all.find((duty) => place !== undefined && place !== '' && duty.place === place && alike(plain(duty.task), task))
  )
}

/** The headings again, on another sheet, or a title. */
const isHeading = (own: ReadonlyMap<Column, string>): boolean =>
  columnOf(own.get('task') ?? '') === 'task' || (own.get('task') === '' && own.get('lead') === '')

const alike = (a: string, b: string): boolean => a.slice(0, 6) === b.slice(0, 6) || a.slice(-10) === b.slice(-10)

/**
 * Words without what a spreadsheet changes by the way: blanks, which mark parts a list, and the ' that our own CSV puts
 * before what begins like a formula.
 */
const plain = (text: string): string =>
  text
    .replace(/^'(?=[=+\-@＝＋－＠])/, '')
    .replace(/\s+/g, '')
    .replace(/[，,；;]/g, '、')

/** A difference as a line of text. */
export function describe(difference: Difference, locale: Locale): string {
  const zh = locale === 'zh'
  switch (difference.kind) {
    case 'added':
      return zh
        ? `第 ${difference.row} 行：文档里没有“${difference.task}”`
        : `row ${difference.row}: “${difference.task}” is not in the document`
    case 'missing': {
      const { place, task, line } = difference.duty
      return zh
        ? `文档第 ${line} 行：清单里没有“${place}${task}”`
        : `line ${line}: “${place}${task}” is not in the list`
    }
    default: {
      const { row, duty, column, text } = difference
      const name = headings[locale][column]
      const own = cellText(duty, column)
      return zh
        ? `第 ${row} 行“${duty.place}”的${name}：清单“${text}”，文档“${own}”（第 ${duty.line} 行）`
        : `row ${row}, “${duty.place}”, ${name}: list “${text}”, document “${own}” (line ${duty.line})`
    }
  }
}
