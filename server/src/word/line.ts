import type { Element, Text } from './xml.ts'

/** Where a stretch of a line is written. Columns are UTF-16 units from 0. */
export type Piece = {
  readonly from: number
  readonly to: number
  /** What a mark can stand before or behind: a run, or what cannot be parted. */
  readonly outer: Element
  /** The text or the tab in the run; with the text's own characters, and how many of them stand before the line's. */
  readonly inner?: { readonly holder: Element; readonly node?: Text; readonly skipped: number }
}

/** A line of a document's text: a paragraph or a part of it, or the row of a table. */
export type WordLine = {
  readonly text: string
  readonly pieces: readonly Piece[]
  /** The paragraph that it is of; the first of a row. */
  readonly paragraph: Element
  /** Where it is in the body, if it is not of the body itself: a foot-note's mark, a text box. */
  readonly anchor?: Element
}

/** A line that is being written. */
export type Draft = {
  text: string
  pieces: Piece[]
  readonly paragraph: Element
  readonly anchor?: Element | undefined
}

export function put(draft: Draft, text: string, outer: Element, inner?: Piece['inner']): void {
  if (text === '') return
  const from = draft.text.length
  draft.text += text
  draft.pieces.push({ from, to: draft.text.length, outer, ...(inner && { inner }) })
}

/** Puts words that are written nowhere, as a number is, before a line. */
export function prefix(draft: Draft, label: string): void {
  draft.text = label + draft.text
  draft.pieces = draft.pieces.map((piece) => ({
    ...piece,
    from: piece.from + label.length,
    to: piece.to + label.length,
  }))
}

/** Puts a line behind another. */
export function append(draft: Draft, more: Pick<Draft, 'text' | 'pieces'>, between = ''): void {
  const shift = draft.text.length + between.length
  draft.text += between + more.text
  draft.pieces.push(...more.pieces.map((piece) => ({ ...piece, from: piece.from + shift, to: piece.to + shift })))
}
