import type { Item } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import type { Ordinal } from '../plan/ordinal.ts'
import { asTheyStand } from './arrange.ts'
import type { Operation } from './operation.ts'
import { below, hasLevel, numbered, ordinalOf, type Place, placeAt, siblings, withOrdinal } from './structure.ts'

/** An item a level higher, behind the section that it stood in; what is below it rises with it. */
export const promote: Operation = (plan, { from: row, column }) => {
  const place = placeAt(plan, row)
  if (place?.parent.kind !== 'item' || !hasLevel(place.item) || !hasLevel(place.parent)) return undefined
  const chain = [ordinalOf(place.parent), ...chainOf(place.item)]
  return relevelled(plan, place, chain, ordinalOf(place.parent).value + 1, row, column)
}

/** An item a level lower, the last of the one before it; what is below it sinks with it. */
export const demote: Operation = (plan, { from: row, column }) => {
  const place = placeAt(plan, row)
  const beside = place ? siblings(place).filter(hasLevel) : []
  const before = place && beside[beside.indexOf(place.item) - 1]
  if (!place || !before || !hasLevel(place.item)) return undefined
  const chain: Ordinal[] = []
  for (const own of chainOf(place.item)) {
    const lower = below(place, chain.at(-1) ?? own)
    if (!lower) return undefined
    chain.push(lower)
  }
  const last = before.items.findLast(hasLevel)
  if (last) chain[0] = ordinalOf(last)
  return relevelled(plan, place, chain, (last ? ordinalOf(last).value : 0) + 1, row, column)
}

/** The ordinals of an item and of the first below it, level by level. */
function chainOf(item: Item): readonly Ordinal[] {
  const first = deepest(item)
  return first ? [ordinalOf(item), ...chainOf(first)] : [ordinalOf(item)]
}

/** The first item below that has items itself, or the first at all: so that every level below is in the chain. */
function deepest(item: Item): Item | undefined {
  const items = item.items.filter(hasLevel)
  return items.find((child) => child.items.length > 0) ?? items[0]
}

function relevelled(
  plan: Parameters<Operation>[0],
  { item }: Place,
  chain: readonly Ordinal[],
  value: number,
  row: number,
  column: number | undefined,
): ReturnType<Operation> {
  const texts = new Map<Line, string>()
  const visit = (one: Item, depth: number) => {
    // A box is named, and counts for itself, wherever it stands.
    if (one.kind === 'item' && !hasLevel(one)) return
    const like = chain[Math.min(depth, chain.length - 1)] as Ordinal
    if (one.kind === 'item' && one.head)
      texts.set(one.head, withOrdinal(one.head, numbered(like, depth === 0 ? value : ordinalOf(one).value)))
    for (const child of one.items) visit(child, depth + 1)
  }
  visit(item, 0)
  const arranged = asTheyStand(plan).map((line) => ({ ...line, text: (line.was && texts.get(line.was)) ?? line.text }))
  return { arranged, cursor: { row, ...(column !== undefined && { behind: column - ordinalOf(item).to }) } }
}
