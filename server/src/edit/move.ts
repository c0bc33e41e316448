import type { Item } from '../plan/item.ts'
import type { Plan } from '../plan/plan.ts'
import { type Arranged, asTheyStand } from './arrange.ts'
import type { Operation } from './operation.ts'
import { numbered, type Place, placeAt, rowsOf, siblings, withOrdinal } from './structure.ts'

/**
 * An item with all below it in the place of the one before or after it, and that one in its place. The first of a
 * section goes to the end of the section before it, the last to the beginning of the next.
 */
export const move =
  (by: -1 | 1): Operation =>
  (plan, { from: row }) => {
    const place = placeAt(plan, row)
    if (!place) return undefined
    const beside = siblings(place)
    const other = beside[beside.indexOf(place.item) + by]
    if (other) return swap(plan, by < 0 ? [other, place.item] : [place.item, other], row, by)
    const to = destination(plan, place, by)
    if (to === undefined) return undefined
    const { from, to: last } = rowsOf(plan, place.item)
    const lines = asTheyStand(plan)
    const block = lines.slice(from, last + 1)
    const arranged =
      to <= from
        ? [...lines.slice(0, to), ...block, ...lines.slice(to, from), ...lines.slice(last + 1)]
        : [...lines.slice(0, from), ...lines.slice(last + 1, to), ...block, ...lines.slice(to)]
    const moved = to <= from ? to - from : to - last - 1
    return { arranged, cursor: { row: row + moved } }
  }

/** Two neighbours in each other's place; the blank lines between them stay between them. */
function swap(plan: Plan, [first, second]: readonly [Item, Item], row: number, by: -1 | 1): ReturnType<Operation> {
  const [a, b] = [rowsOf(plan, first), rowsOf(plan, second)]
  // Each with the other's number: where a list or a box ends, its numbers tell.
  const lines = asTheyStand(plan).map((line) => ({ ...line, text: exchanged(line, first, second) ?? line.text }))
  const between = lines.slice(a.to + 1, b.from)
  const arranged = [
    ...lines.slice(0, a.from),
    ...lines.slice(b.from, b.to + 1),
    ...between,
    ...lines.slice(a.from, a.to + 1),
    ...lines.slice(b.to + 1),
  ]
  return { arranged, cursor: { row: row + (by < 0 ? a.from - b.from : b.to - a.to) } }
}

/** The line of either item with the number of the other; undefined for all other lines, and where the two count apart. */
function exchanged({ was }: Arranged[number], first: Item, second: Item): string | undefined {
  const [a, b] = [first.head?.ordinal, second.head?.ordinal]
  if (!was || !a || !b || a.family !== b.family || a.above !== b.above) return undefined
  if (was === first.head) return withOrdinal(was, numbered(a, b.value))
  return was === second.head ? withOrdinal(was, numbered(b, a.value)) : undefined
}

/** The row of the next section that the item is to stand before. */
function destination(plan: Plan, place: Place, by: -1 | 1): number | undefined {
  const section = neighbour(place, by)
  if (!section) return undefined
  if (by < 0) return rowsOf(plan, section).to + 1
  const first = section.items.find(({ kind }) => kind === 'item')
  return first ? rowsOf(plan, first).from : rowsOf(plan, section).to + 1
}

/** The section before or after the one that an item stands in. */
function neighbour({ path }: Place, by: -1 | 1): Item | undefined {
  const section = path.at(-1)
  const beside = path.at(-2)?.items.filter(({ kind }) => kind === 'item') ?? []
  return section?.kind === 'item' ? beside[beside.indexOf(section) + by] : undefined
}
