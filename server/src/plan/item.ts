import type { Line } from './line.ts'

/** A numbered paragraph with all that belongs to it, or a document or annex with its title. Knows no position. */
export type Item = {
  readonly kind: 'document' | 'annex' | 'item'
  /** Depth below its document or annex, which is 0. */
  readonly level: number
  /** The line that carries the ordinal or begins the title. */
  readonly head?: Line
  readonly body: readonly Line[]
  readonly items: readonly Item[]
}

/** A document or an annex: where numbering starts afresh. `lines` are all of its own, its annexes' not among them. */
export type Part = Item & {
  readonly kind: 'document' | 'annex'
  readonly title: readonly Line[]
  readonly lines: readonly Line[]
}

/** An item and all below it, in document order. */
export function* walk(item: Item): Generator<Item> {
  yield item
  for (const child of item.items) yield* walk(child)
}

/** A part's title as one string, its lines joined; a remark on publication that ran into it is left out. */
export const titleOf = (part: Part): string =>
  part.title
    .map((line) => line.text.trim())
    .join('')
    .replace(/^（此件.{2,12}）/, '')
