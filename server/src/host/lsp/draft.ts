import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'

/**
 * The text of an open document in pages of whole rows. A value: what changes it gives another, which shares with it the
 * pages that the change did not touch, so that a key costs a page and not the document.
 */
export type Draft = {
  readonly uri: string
  readonly version: number
  readonly pages: readonly TextDocument[]
  /** How long a page is made, in UTF-16 units. One that grows to twice as much is divided. */
  readonly size: number
}

/** How many rows at the top and at the end of a document no change has touched. */
export type Untouched = { readonly head: number; readonly tail: number }

export const untouched: Untouched = { head: Number.POSITIVE_INFINITY, tail: Number.POSITIVE_INFINITY }

export const draft = (uri: string, version: number, text: string, size = sizeFor(text.length)): Draft => ({
  uri,
  version,
  pages: paged(text, size),
  size,
})

/** A key costs a page and a look at how many rows each page has, so that there are about as many pages as a page has rows. */
const sizeFor = (length: number): number => Math.max(2048, Math.round(4 * Math.sqrt(length)))

export const textOf = ({ pages }: Draft): string => text(pages)

/**
 * The draft behind a change, and what of it is still untouched. A row beside the change counts as touched: a \r and a \n
 * that come together make one line break of two.
 */
export function change(
  before: Draft,
  left: Untouched,
  event: TextDocumentContentChangeEvent,
  version: number,
): readonly [Draft, Untouched] {
  const { uri, pages, size } = before
  if (!('range' in event)) return [draft(uri, version, event.text, size), { head: 0, tail: 0 }]
  const last = rowCount(before) - 1
  const [start, end] = ordered(inside(event.range.start, last), inside(event.range.end, last))
  const head = Math.max(0, start.line - 1)
  const tail = Math.max(0, last - end.line - 1)
  const [first, behind, row] = pagesAt(before, head, last - tail)
  const touched = joined(pages, first, behind)
  const within = ({ line, character }: Position) => ({ line: line - row, character })
  const range = { start: within(start), end: within(end) }
  const fresh = TextDocument.applyEdits(touched, [{ range, newText: event.text }])
  const now = pages.slice(0, first).concat(paged(fresh, size), pages.slice(behind))
  return [
    { uri, version, pages: now, size },
    { head: Math.min(left.head, head), tail: Math.min(left.tail, tail) },
  ]
}

/** The text of the rows behind the first `head` and before the last `tail`, with their line breaks. */
export function textBetween(of: Draft, { head, tail }: Untouched): string {
  const rows = rowCount(of)
  const [first, behind, row] = pagesAt(of, head, rows - tail - 1)
  const touched = joined(of.pages, first, behind)
  return touched.getText({ start: { line: head - row, character: 0 }, end: { line: rows - tail - row, character: 0 } })
}

/** The text of a row without its line break; empty where there is no such row. */
export function rowText(of: Draft, row: number): string {
  if (row < 0) return ''
  const [at, , first] = pagesAt(of, row, row)
  const start = { line: row - first, character: 0 }
  const text = (of.pages[at] as TextDocument).getText({ start, end: { line: start.line + 1, character: 0 } })
  return text.replace(/\r\n$|[\r\n]$/, '')
}

/** Every page but the last ends with a line break, behind which is no row of its own. */
function rowCount({ pages }: Draft): number {
  let rows = 1
  for (const { lineCount } of pages) rows += lineCount - 1
  return rows
}

/** The pages from the one of row `from` to the one of row `to`, without the last, and which row they begin with. */
function pagesAt({ pages }: Draft, from: number, to: number): readonly [first: number, behind: number, row: number] {
  let first = 0
  let row = 0
  const rowsOf = (at: number) => (pages[at] as TextDocument).lineCount - 1
  while (first < pages.length - 1 && row + rowsOf(first) <= from) row += rowsOf(first++)
  let behind = first
  let next = row
  while (behind < pages.length - 1 && next + rowsOf(behind) <= to) next += rowsOf(behind++)
  return [first, behind + 1, row]
}

const text = (pages: readonly TextDocument[]): string => pages.map((each) => each.getText()).join('')

const joined = (pages: readonly TextDocument[], first: number, behind: number): TextDocument =>
  behind - first === 1 ? (pages[first] as TextDocument) : page(text(pages.slice(first, behind)))

const page = (text: string): TextDocument => TextDocument.create('', '', 0, text)

function paged(text: string, size: number): TextDocument[] {
  const found: TextDocument[] = []
  let from = 0
  while (text.length - from > 2 * size) {
    const to = rowBehind(text, from + size)
    if (to === text.length) break
    found.push(page(text.slice(from, to)))
    from = to
  }
  found.push(page(from === 0 ? text : text.slice(from)))
  return found
}

/** Where the row behind a place begins; the text's end where there is none. */
function rowBehind(text: string, at: number): number {
  lineBreak.lastIndex = at
  return lineBreak.test(text) ? lineBreak.lastIndex : text.length
}

const lineBreak = /\r\n|\n|\r/g

/** The nearest position that there is. */
const inside = ({ line, character }: Position, last: number): Position =>
  line > last ? { line: last, character: Number.MAX_SAFE_INTEGER } : line < 0 ? zero : { line, character }

const zero: Position = { line: 0, character: 0 }

const ordered = (a: Position, b: Position): readonly [Position, Position] =>
  a.line < b.line || (a.line === b.line && a.character <= b.character) ? [a, b] : [b, a]
