import type { Part } from './item.ts'
import type { Line } from './line.ts'
import type { Ordinal } from './ordinal.ts'

/** An entry of the list that names a document's attachments (GB/T 9704-2012 7.3.4). Columns of its title, UTF-16. */
export type Attachment = {
  readonly line: Line
  readonly number: number
  readonly title: string
  readonly from: number
  readonly to: number
}

const label = /^[\s　]*附\s*件[\s　]*[:：]?[\s　]*/
const numbered = /([0-9０-９]{1,2})[.．、][\s　]*/g

/** The entries of the list of attachments behind a document's text, in order; empty where there is none. */
export function attachments(part: Part): readonly Attachment[] {
  const row = part.lines.findLastIndex(({ role }) => role === 'attachments')
  const first = part.lines[row]
  if (!first) return []
  const found = entries(first, label.exec(first.text)?.[0].length ?? 0)
  for (let i = row + 1; i < part.lines.length; i++) {
    const line = part.lines[i] as Line
    if (line.role === 'blank') continue
    if (goesOn(line, found)) for (const each of entries(line, (line.ordinal as Ordinal).from)) found.push(each)
    // A title may be broken over two lines.
    else if (line.ordinal || line.text.length > 40 || !goesOn(part.lines[i + 1], found)) break
  }
  return found
}

const goesOn = (line: Line | undefined, found: readonly Attachment[]): boolean =>
  line?.ordinal?.family === 'digit' && line.ordinal.value === (found.at(-1)?.number ?? 0) + 1

function entries(line: Line, start: number): Attachment[] {
  const { text } = line
  const marks = [...text.slice(start).matchAll(numbered)].filter(
    ({ index }) => index === 0 || /[\s　；;]/.test(text.charAt(start + index - 1)),
  )
  if (marks.length === 0 || marks[0]?.index !== 0) return [entry(line, 1, start, text.length)]
  return marks.map((mark, i) => {
    const end = marks[i + 1]
    return entry(
      line,
      Number((mark[1] as string).normalize('NFKC')),
      start + mark.index + mark[0].length,
      end ? start + end.index : text.length,
    )
  })
}

function entry(line: Line, number: number, from: number, end: number): Attachment {
  const to = from + line.text.slice(from, end).trimEnd().length
  return { line, number, title: line.text.slice(from, to), from, to }
}
