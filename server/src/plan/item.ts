import type { Levels } from './levels.ts'
import type { Line } from './line.ts'
import type { Columns } from './table.ts'

/**
 * A numbered paragraph with all that belongs to it, a row of a table that lists tasks, or a document or annex with its
 * title. Knows no position.
 */
export type Item = {
  readonly kind: 'document' | 'annex' | 'item' | 'row'
  /** Depth below its document or annex, which is 0. */
  readonly level: number
  /** The line that carries the ordinal or begins the title. */
  readonly head?: Line
  readonly body: readonly Line[]
  readonly items: readonly Item[]
  /** A row's columns, as the table's first row names them. */
  readonly columns?: Columns
}

/** A document or an annex: where numbering starts afresh. `lines` are all of its own, its annexes' not among them. */
export type Part = Item & {
  readonly kind: 'document' | 'annex'
  readonly title: readonly Line[]
  /** What signs it: the issuing unit, the date, the note of publication, behind all items. */
  readonly closing: readonly Line[]
  readonly lines: readonly Line[]
  readonly levels: Levels
}

/** A document's annexes: they stand behind its items. */
export function annexesOf(document: Part): readonly Part[] {
  const { items } = document
  let first = items.length
  while (items[first - 1]?.kind === 'annex') first--
  return items.slice(first).map((item) => item as Part)
}

/** An item and all below it, in document order. */
export function walk(item: Item): readonly Item[] {
  const found: Item[] = []
  const visit = (each: Item) => {
    found.push(each)
    for (const child of each.items) visit(child)
  }
  visit(item)
  return found
}

/** A part's title as one string, its lines joined; a remark on publication that ran into it is left out. */
export function titleOf(part: Part): string {
  let known = titles.get(part)
  if (known === undefined) {
    known = part.title
      .map((line) => line.text.trim())
      .join('')
      .replace(/^（此件.{2,12}）/, '')
    titles.set(part, known)
  }
  return known
}

const titles = new WeakMap<Part, string>()
