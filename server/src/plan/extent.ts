import { heading } from './heading.ts'
import type { Item } from './item.ts'
import { type Line, textStart } from './line.ts'

/** The last line of an item that says something: where its range ends. */
export function lastLine(item: Item): Line | undefined {
  for (let i = item.items.length - 1; i >= 0; i--) {
    const last = lastLine(item.items[i] as Item)
    if (last) return last
  }
  return item.body.findLast((line) => line.role !== 'blank') ?? item.head
}

/** The first line of an item that says something. A document may begin with blank lines, or have no title. */
export const firstLine = (item: Item): Line | undefined =>
  item.head ?? item.body.find((line) => line.role !== 'blank') ?? (item.items[0] && firstLine(item.items[0]))

/** Columns of what names an item: its ordinal with its heading, or its ordinal alone. */
export function nameSpan(line: Line): { readonly from: number; readonly to: number } {
  const found = heading(line)
  if (found) return { from: line.ordinal?.from ?? found.from, to: found.to }
  return line.ordinal ?? { from: textStart(line), to: line.text.length }
}
