/** A client's own text, changed by the book: what it says of changes is what the protocol says, and in code of its own. */

type Position = { readonly line: number; readonly character: number }
export type Change = { readonly range?: { readonly start: Position; readonly end: Position }; readonly text: string }

/** How many columns a character takes, by what columns count. */
const sizes: Readonly<Record<string, (character: string) => number>> = {
  'utf-8': (character) => Buffer.byteLength(character),
  'utf-16': ({ length }) => length,
  'utf-32': () => 1,
}

/** The text behind a change. Positions that there are none of are the nearest that there is. */
export function applied(text: string, { range, text: put }: Change, encoding: string): string {
  if (!range) return put
  const [from, to] = [range.start, range.end].map((at) => offsetOf(text, at, encoding)) as [number, number]
  return text.slice(0, Math.min(from, to)) + put + text.slice(Math.max(from, to))
}

function offsetOf(text: string, { line, character }: Position, encoding: string): number {
  if (line < 0) return 0
  let start = 0
  for (const { 0: row } of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    if (line-- === 0) return start + column(row.replace(/[\r\n]+$/, ''), character, encoding)
    start += row.length
  }
  return text.length
}

function column(row: string, columns: number, encoding: string): number {
  // Halves of a character are places only where columns count halves.
  if (encoding === 'utf-16') return Math.max(0, Math.min(columns, row.length))
  let at = 0
  for (const character of row) {
    columns -= sizes[encoding]?.(character) ?? 1
    if (columns < 0) break
    at += character.length
  }
  return at
}
