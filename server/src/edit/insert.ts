import type { Plan } from '../plan/plan.ts'
import { type Arranged, asTheyStand } from './arrange.ts'
import type { Operation } from './operation.ts'
import { numbered, ordinalOf, type Place, placeAt, rowsOf, siblings } from './structure.ts'

/** A new item above or below the one at the cursor and all that belongs to it, ready to be written. */
export const insert =
  (where: 'above' | 'below'): Operation =>
  (plan, { from: row }) => {
    const place = placeAt(plan, row)
    if (!place) return undefined
    const { from, to } = rowsOf(plan, place.item)
    const at = where === 'above' ? from : to + 1
    return insertAt(plan, place, at, ordinalOf(place.item).value + (where === 'above' ? 0 : 1))
  }

/** A new item beside another, before a row; with a blank line between where the plan keeps one between its items. */
export function insertAt(plan: Plan, place: Place, at: number, value: number): ReturnType<Operation> {
  const ordinal = ordinalOf(place.item)
  const indent = place.item.head?.text.slice(0, ordinal.from) ?? ''
  const fresh = { text: indent + numbered(ordinal, value) }
  const lines = asTheyStand(plan)
  const spaced = isSpaced(plan, place)
  const block: Arranged = !spaced
    ? [fresh]
    : at > rowsOf(plan, place.item).from
      ? [{ text: '' }, fresh]
      : [fresh, { text: '' }]
  return {
    arranged: [...lines.slice(0, at), ...block, ...lines.slice(at)],
    cursor: { row: at + block.indexOf(fresh), behind: 0 },
  }
}

/** Whether a blank line stands between an item and the next or the one before. */
function isSpaced(plan: Plan, place: Place): boolean {
  const beside = siblings(place)
  const i = beside.indexOf(place.item)
  const upper = beside[i + 1] ? place.item : beside[i - 1]
  return upper !== undefined && plan.lines[rowsOf(plan, upper).to + 1]?.role === 'blank'
}
