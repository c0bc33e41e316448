import type { Part } from '../plan/item.ts'
import { Line } from '../plan/line.ts'

/** The paragraphs of a part that say something of their own: no tables, titles, signatures. */
export const inBody = (part: Part): readonly Line[] =>
  part.lines.filter((line) => line.role === 'text' && !part.title.includes(line) && !part.closing.includes(line))

/** What a paragraph says without its ordinal and the tags at its end, and where. UTF-16 columns. */
export const textOf = Line.once((line): { readonly text: string; readonly from: number; readonly to: number } => {
  const from = line.ordinal?.to ?? 0
  let to = line.text.trimEnd().length
  for (const tag of [...line.tags].reverse()) if (tag.to >= to - 1) to = tag.from
  const blank = line.text.slice(from, to).length - line.text.slice(from, to).trimStart().length
  return { text: line.text.slice(from, to).trim(), from: from + blank, to: Math.max(to, from + blank) }
})
