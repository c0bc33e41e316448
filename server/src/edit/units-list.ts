import { modify, parseTree } from 'jsonc-parser'

/** A text put into another at an offset, in UTF-16 units. */
export type Insertion = { readonly offset: number; readonly length: number; readonly text: string }

/**
 * What adds a unit to a list: to the `units` of a yaodian.json, to a list in JSON, or as a line of a CSV. Undefined for
 * files that are no text, and for texts that are broken.
 */
export function addition(path: string, text: string, name: string): readonly Insertion[] | undefined {
  if (/\.csv$/i.test(path)) return [{ offset: text.length, length: 0, text: csvLine(text, name) }]
  if (!/\.json$/i.test(path)) return undefined
  const root = parseTree(text)
  const list = root?.type === 'array' ? [] : ['units']
  if (!root || (root.type !== 'array' && root.type !== 'object')) return undefined
  const options = { formattingOptions: { insertSpaces: true, tabSize: 2 }, isArrayInsertion: true }
  return modify(text, [...list, -1], { name }, options).map(({ offset, length, content }) => ({
    offset,
    length,
    text: content,
  }))
}

/** A line with the name in the column that names are in. */
function csvLine(text: string, name: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const [head = ''] = text.split(/\r\n|\n|\r/, 1)
  const mark = [',', '\t', ';'].find((each) => head.includes(each)) ?? ','
  const at = head.split(mark).findIndex((cell) => /名称|全称|^name$/i.test(cell.trim()))
  return (/(?:^|[\r\n])$/.test(text) ? '' : eol) + mark.repeat(Math.max(at, 0)) + name + eol
}
