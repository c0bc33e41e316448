import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Kept } from '../../plan/plan.ts'

/** How many rows at the top and at the end of a document no edit has touched since it was last read. */
export type Untouched = { readonly head: number; readonly tail: number }

export const untouched: Untouched = { head: Number.POSITIVE_INFINITY, tail: Number.POSITIVE_INFINITY }

/**
 * Makes a change in a document and tells what it leaves. A row beside the edit counts as touched: a \r and a \n that come
 * together make one line break of two.
 */
export function change(
  document: TextDocument,
  left: Untouched,
  event: TextDocumentContentChangeEvent,
  version: number,
): Untouched {
  if (!('range' in event)) {
    TextDocument.update(document, [event], version)
    return { head: 0, tail: 0 }
  }
  const [start, end] = ordered(inside(document, event.range.start), inside(document, event.range.end))
  const rows = document.lineCount
  TextDocument.update(document, [{ range: { start, end }, text: event.text }], version)
  return {
    head: Math.max(0, Math.min(left.head, start.line - 1)),
    tail: Math.max(0, Math.min(left.tail, rows - end.line - 2)),
  }
}

/** The nearest position that there is: a document that is told of others loses count of its lines. */
function inside(document: TextDocument, { line, character }: Position): Position {
  const last = document.lineCount - 1
  if (line > last) return document.positionAt(document.getText().length)
  return line < 0 ? { line: 0, character: 0 } : { line, character: Math.max(0, character) }
}

const ordered = (a: Position, b: Position): readonly [Position, Position] =>
  a.line < b.line || (a.line === b.line && a.character <= b.character) ? [a, b] : [b, a]

/** Where in a document what was touched begins and ends. */
export function keptIn(document: TextDocument, { head, tail }: Untouched): Kept {
  const at = (line: number) => document.offsetAt({ line, character: 0 })
  return { head, tail, from: at(head), to: tail === 0 ? document.getText().length : at(document.lineCount - tail) }
}
