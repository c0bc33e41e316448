import { readFileSync } from 'node:fs'
import type { FormerName, ListedUnit } from '../lexicon/unit-list.ts'
import { readUnits } from '../lint/config.ts'
import { isTable, readRows } from './table-file.ts'

/** The units of a file, and what in it could not be read. */
export type UnitsFile = { readonly units: readonly ListedUnit[]; readonly problems: readonly string[] }

/**
 * Reads a list of units: JSON as in yaodian.json, CSV (UTF-8 or GB18030, as Excel saves it), or the first sheet of an
 * xlsx. Throws where the file cannot be read at all.
 */
export async function readUnitsFile(path: string): Promise<UnitsFile> {
  if (isTable(path)) return fromRows(await readRows(path))
  const problems: string[] = []
  const json: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
  return { units: readUnits(json, problems), problems }
}

type Column = 'name' | 'short' | 'former' | 'parent' | 'collective'

/** What a column holds, by its heading; in a list without headings the first is the name. */
const headings: readonly (readonly [Column, RegExp])[] = [
  ['former', /曾用|原名|旧称|former/i],
  ['short', /简称|别名|short/i],
  ['parent', /上级|主管|隶属|parent/i],
  ['collective', /统称|泛指|collective/i],
  ['name', /单位|部门|处室|机构|名称|全称|name/i],
]

function fromRows(rows: readonly (readonly string[])[]): UnitsFile {
  const [head = [], ...rest] = rows
  const columns = head.map((cell) => headings.find(([, words]) => words.test(cell))?.[0])
  const named = columns.indexOf('name')
  // Without a row of headings the first row is a unit as well.
  const body = named < 0 ? [head, ...rest] : rest
  const at = (row: readonly string[], column: Column): string =>
    named < 0 ? (column === 'name' ? (row[0] ?? '') : '') : (row[columns.indexOf(column)] ?? '')
  const units = body.flatMap((row): readonly ListedUnit[] => {
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
  return { units, problems: units.length === 0 ? ['no units'] : [] }
}

const names = (cell: string): readonly string[] =>
  cell
    .split(/[、，,；;|\n]/)
    .map((name) => name.trim())
    .filter(Boolean)

/** 市大数据中心（2023） had its name to the end of 2023. */
function formerName(text: string): FormerName {
  const match = /^(.+?)[（(\s]*(?:至|到|-)?((?:19|20)[0-9]{2})年?[）)]?$/.exec(text)
  return match ? { name: match[1] as string, until: Number(match[2]) } : { name: text }
}
