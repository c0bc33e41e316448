import type { Line } from './line.ts'
import { writeOrdinal } from './ordinal.ts'
import { references } from './reference.ts'
import type { Head } from './runs.ts'

type Surroundings = {
  readonly part: { readonly lines: readonly Line[] }
  /** Row of each line in its part, from 0. */
  readonly rows: ReadonlyMap<Line, number>
}

/** Whether a number stands in mid-line between two heads, as where a line break was lost: it is not missing then. */
export function standsInside(
  { part: { lines }, rows }: Surroundings,
  before: Head | undefined,
  line: Head,
  missing: number,
): boolean {
  const from = before ? (rows.get(before) as number) : 0
  const marks = writeOrdinal(line.ordinal, missing).replace(/[.．、，,]$/, '')
  return lines
    .slice(from, rows.get(line))
    .some((between) => includesNumber(between, marks, between === before ? before.ordinal.to : 0))
}

/** The lines between may carry the number for their own: in a box, or in a list of attachments. */
function includesNumber(line: Line, marks: string, start: number): boolean {
  const { text } = line
  for (let at = text.indexOf(marks, start); at >= 0; at = text.indexOf(marks, at + 1)) {
    const bracketed = /^[（(第①-⒛]/.test(marks)
    // A full stop of some conversions is a dot: 推进.2.建设 has a number, 1.2. has not.
    const before = text.slice(Math.max(0, at - 2), at)
    const alone =
      !/[0-9一二三四五六七八九十]$|[0-9]\.$/.test(before) && /[.．、，,]/.test(text.charAt(at + marks.length))
    const refers = references(line).some(({ from, to }) => from <= at && at < to)
    if ((bracketed || alone) && !refers) return true
  }
  return false
}
