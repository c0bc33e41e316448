import type { Item } from '../plan/item.ts'
import type { Plan } from '../plan/plan.ts'
import { asTheyStand } from './arrange.ts'
import type { Operation } from './operation.ts'
import { type Place, placeAt, rowsOf, siblings } from './structure.ts'

/**
 * An item with all below it in the place of the one before or after it, and that one in its place. The first of a
 * section goes to the end of the section before it, the last to the beginning of the next.
 */
export const move =
  (by: -1 | 1): Operation =>
  (plan, { from: row }) => {
    const place = placeAt(plan, row)
    const to = place && destination(plan, place, by)
    if (!place || to === undefined) return undefined
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

/** The row that the item is to stand before. */
function destination(plan: Plan, place: Place, by: -1 | 1): number | undefined {
  const beside = siblings(place)
  const other = beside[beside.indexOf(place.item) + by]
  if (other) return by < 0 ? rowsOf(plan, other).from : rowsOf(plan, other).to + 1
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
