import { findNodeAtLocation, modify, type ParseError, parseTree } from 'jsonc-parser'
import { formatting, type Insertion } from './settings.ts'

/**
 * What adds a unit or a word to its list: in a yaodian.json, which may be empty yet, to a list of units in JSON or CSV,
 * to words in a text. Undefined for files that are no text, and for texts that are broken.
 */
export function addition(
  list: 'units' | 'words',
  path: string,
  text: string,
  name: string,
): readonly Insertion[] | undefined {
  const end = { offset: text.length, length: 0 }
  if (/\.json$/i.test(path)) return jsonAddition(list, text, name)
  if (list === 'words') return [{ ...end, text: `${newLine(text)}${name}${eolOf(text)}` }]
  return /\.csv$/i.test(path) ? [{ ...end, text: csvLine(text, name) }] : undefined
}

function jsonAddition(list: 'units' | 'words', text: string, name: string): readonly Insertion[] | undefined {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  const isNew = text === ''
  if (!isNew && (!root || errors.length > 0)) return undefined
  const path = root?.type === 'array' ? [] : [list]
  const there = root && findNodeAtLocation(root, path)
  if (there ? there.type !== 'array' : root && root.type !== 'object') return undefined
  const value = list === 'units' ? { name } : name
  return modify(text, [...path, -1], value, { formattingOptions: formatting(text), isArrayInsertion: true }).map(
    ({ offset, length, content }) => ({ offset, length, text: isNew ? `${content}\n` : content }),
  )
}

const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')

/** What begins a new line behind a text: nothing where it ends with one. */
const newLine = (text: string): string => (text === '' || /[\r\n]$/.test(text) ? '' : eolOf(text))

/** A line with the name in the column that names are in. */
function csvLine(text: string, name: string): string {
  const [head = ''] = text.split(/\r\n|\n|\r/, 1)
  const mark = [',', '\t', ';'].find((each) => head.includes(each)) ?? ','
  const at = head.split(mark).findIndex((cell) => /名称|全称|^name$/i.test(cell.trim()))
  return newLine(text) + mark.repeat(Math.max(at, 0)) + name + eolOf(text)
}
