import type { TextEdit } from '../server/src/edit/text-edits.ts'

/** A text with LSP edits applied, as a client does. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const starts = [0]
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + lineBreak.length)
  const offset = ({ line, character }: TextEdit['range']['start']) => (starts[line] as number) + character
  // From the end on; of those at one place the first comes first in the text: an insertion before what replaces.
  const sorted = [...edits].reverse().sort((a, b) => offset(b.range.start) - offset(a.range.start))
  return sorted.reduce(
    (out, { range, newText }) => out.slice(0, offset(range.start)) + newText + out.slice(offset(range.end)),
    text,
  )
}
