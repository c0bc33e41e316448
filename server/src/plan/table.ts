import type { Line } from './line.ts'

/** What a column of a 责任清单 holds, known by its heading. */
export type Column = 'number' | 'task' | 'lead' | 'support' | 'leader' | 'deadline'

/** A table's columns by their place; what is none of these is undefined. */
export type Columns = readonly (Column | undefined)[]

/** The words between two bars or tabs, blanks around them left out. Columns [from, to) are UTF-16. */
export type Cell = { readonly from: number; readonly to: number }

const headings: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(?:序号|编号|项次)$/],
  ['support', /配合|参与|参加|协办|协同|协助/],
  ['lead', /(?:牵头|主办|主责|责任|落实|负责|承办|实施)(?:单位|部门|处室|科室|主体)/],
  ['leader', /(?:责任|分管|牵头|负责)(?:领导|人)/],
  ['deadline', /时限|时间|期限|节点|进度/],
  ['task', /任务|内容|事项|工作|措施|举措|项目|要点/],
]

/** No heading of a column is longer. */
const longest = 14

/** Like Line.once, for the few lines that are rows: they need no room in every line. */
function once<T extends object | null>(compute: (line: Line) => T): (line: Line) => T {
  const known = new WeakMap<Line, T>()
  return (line) => {
    const found = known.get(line)
    if (found !== undefined) return found
    const value = compute(line)
    known.set(line, value)
    return value
  }
}

/** The columns that a line names, or undefined where it is no table's first row. */
export const columnsOf = once((line): Columns | null => {
  if (line.role !== 'row') return null
  const columns: (Column | undefined)[] = []
  for (const { from, to } of cells(line)) {
    const text = line.text.slice(from, to).replace(/\s/g, '')
    const found = text.length <= longest ? headings.find(([, words]) => words.test(text))?.[0] : undefined
    columns.push(found && columns.includes(found) ? undefined : found)
  }
  return columns.includes('task') && (columns.includes('number') || columns.includes('lead')) ? columns : null
})

/** The cells of a row between bars (Markdown) or tabs. */
export const cells = once((line): readonly Cell[] => {
  const { text } = line
  const bars = /^[\s　]*\|/.test(text)
  const mark = bars ? '|' : '\t'
  const found: Cell[] = []
  let from = bars ? text.indexOf('|') + 1 : 0
  const end = bars && text.trimEnd().endsWith('|') ? text.trimEnd().length - 1 : text.length
  while (from <= end) {
    const stop = text.indexOf(mark, from)
    const to = stop < 0 || stop > end ? end : stop
    found.push(trimmed(text, from, to))
    from = to + 1
  }
  return found
})

function trimmed(text: string, from: number, to: number): Cell {
  const words = text.slice(from, to)
  const start = from + words.length - words.trimStart().length
  return { from: start, to: start + words.trim().length }
}

/** Whether a row says something: a Markdown table's rule does not. */
export const saysSomething = (line: Line): boolean => /[^\s　|:\-\t]/.test(line.text)
