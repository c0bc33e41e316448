import type { FormerName, ListedUnit } from '../lexicon/unit-list.ts'
import { readUnits } from '../lint/house-units.ts'
import type { Message } from '../lint/message.ts'
import type { Problem } from '../lint/problem.ts'
import { isTable, readRows } from './table-file.ts'

/** The units of a file, and what in it could not be read. */
export type UnitsFile = { readonly units: readonly ListedUnit[]; readonly problems: readonly Message[] }

/**
 * Reads a list of units, by the file's name: JSON as in yaodian.json, CSV (UTF-8 or GB18030, as Excel saves it), or the first sheet of an
 * xlsx. Throws where the file cannot be read at all.
 */
export async function readUnitsFile(path: string, bytes: Uint8Array): Promise<UnitsFile> {
  if (isTable(path)) return fromRows(await readRows(path, bytes))
  const problems: Problem[] = []
  const json: unknown = JSON.parse(new TextDecoder().decode(bytes))
  const units = readUnits(json, problems)
  return { units, problems: problems.map(({ message }) => message) }
}

type Column = 'name' | 'short' | 'former' | 'parent' | 'collective'

/** What a column holds, by its heading, the surer words first; in a list without headings the first column is the name. */
const headings: readonly (readonly [Column, RegExp])[] = [
  ['former', /^(?:曾用名称?|原名称?|旧称|曾用|former(?: names?)?)$/i],
  ['short', /^(?:(?:规范化?)?简称|别名|其他名称|short(?: names?)?)$/i],
  ['parent', /^(?:上级|主管|隶属)(?:单位|部门|机构)?(?:名称)?$|^parent$/i],
  ['collective', /^(?:是否)?(?:统称|泛指)$|^collective$/i],
  ['name', /^(?:(?:单位|部门|处室|机构)?(?:名称|全称)|name)$/i],
  ['name', /^(?:单位|部门|处室|机构|责任单位)$/],
]

/** A title may stand above the headings, but not much. */
const headingsWithin = 5

function columnsOf(row: readonly string[]): readonly (Column | undefined)[] {
  const columns: (Column | undefined)[] = row.map(() => undefined)
  for (const [column, words] of headings) {
    if (columns.includes(column)) continue
    const at = row.findIndex((cell, i) => columns[i] === undefined && words.test(cell))
    if (at >= 0) columns[at] = column
  }
  return columns
}

function fromRows(rows: readonly (readonly string[])[]): UnitsFile {
  const headed = rows.slice(0, headingsWithin).findIndex((row) => columnsOf(row).includes('name'))
  const columns = columnsOf(rows[headed] ?? [])
  const at = (row: readonly string[], column: Column): string =>
    headed < 0 ? (column === 'name' ? (row[0] ?? '') : '') : (row[columns.indexOf(column)] ?? '')
  const units = rows.slice(headed + 1).flatMap((row): readonly ListedUnit[] => {
    const name = at(row, 'name')
    if (name === '') return []
    const parent = at(row, 'parent')
    return [
      {
        name,
        short: names(at(row, 'short')),
        former: names(at(row, 'former')).map(formerName),
        ...(parent && { parent }),
        ...(/^(?:是|有|√|1|y|yes|true)$/i.test(at(row, 'collective')) && { collective: true }),
      },
    ]
  })
  return { units, problems: units.length === 0 ? [{ zh: '里面没有单位', en: 'there are no units in it' }] : [] }
}

const names = (cell: string): readonly string[] =>
  cell
    .split(/[、，,；;|\n]/)
    .map((name) => name.trim())
    .filter(Boolean)

/** 市大数据中心（2023） had its name to the end of 2023. */
function formerName(text: string): FormerName {
  const match = /(?:至|到|-)?((?:19|20)[0-9]{2})年?[）)]?$/.exec(text)
  const name = match ? text.slice(0, match.index).replace(/(?<![（(\s])[（(\s]+$/, '') : ''
  return match && name ? { name, until: Number(match[1]) } : { name: text }
}
