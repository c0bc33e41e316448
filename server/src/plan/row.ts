import { Line } from './line.ts'

/** Where lines stand. */
export type Rows = {
  /** Row from 0; undefined where the line is not among them. */
  readonly get: (line: Line) => number | undefined
  readonly has: (line: Line) => boolean
}

/** Where a line stood when it was last asked: a hint, looked at before it is believed. */
const hints = Line.slot<number>()

/**
 * The rows of lines. Most edits move no line, so that nearly all hints of the version before hold, and a table of every
 * line's row, which costs more than the edit, is hardly ever made.
 */
export function rowsOf(lines: readonly Line[]): Rows {
  let refreshed = false
  let table: ReadonlyMap<Line, number> | undefined
  const get = (line: Line): number | undefined => {
    const hint = hints.get(line)
    if (hint !== undefined && lines[hint] === line) return hint
    if (!refreshed) {
      refreshed = true
      for (let row = 0; row < lines.length; row++) hints.set(lines[row] as Line, row)
      const found = hints.get(line)
      return found !== undefined && lines[found] === line ? found : undefined
    }
    // Another version has moved the hints since, or the line is none of these.
    table ??= new Map(lines.map((each, row) => [each, row]))
    return table.get(line)
  }
  return { get, has: (line) => get(line) !== undefined }
}
