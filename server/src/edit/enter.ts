import { lastLine } from '../plan/extent.ts'
import { heading } from '../plan/heading.ts'
import type { Item } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import type { Family } from '../plan/ordinal.ts'
import type { Plan } from '../plan/plan.ts'
import { asTheyStand } from './arrange.ts'
import type { Operation } from './operation.ts'
import { below, numbered, ordinalOf, type Place, placeAt, siblings, withOrdinal } from './structure.ts'

/**
 * What Enter makes of the line that it began: at an item's end the next item with its number, behind an item without
 * words the next of the level above, or the end of the list. Nothing where the document's habit says that text follows.
 * The selection is the new line, which must be blank.
 */
export const enter: Operation = (plan, { from: row }) => {
  const line = plan.lines[row]
  const before = plan.lines[row - 1]
  if (line?.role !== 'blank' || !before || before.role === 'blank') return undefined
  const place = placeAt(plan, row - 1)
  if (!place || lastLine(place.item) !== before) return undefined
  return before === place.item.head && isEmpty(before) ? leave(plan, place, row) : goOn(plan, place, row)
}

const isEmpty = (line: Line): boolean => line.text.slice(line.ordinal?.to).trim() === ''

/** The empty item becomes the next of the level above, or a blank line where there is none. */
function leave(plan: Plan, { item, parent }: Place, row: number): ReturnType<Operation> {
  const head = item.head as Line
  const up = parent.kind === 'item' ? ordinalOf(parent) : undefined
  const text = up ? withOrdinal(head, numbered(up, up.value + 1)) : ''
  const lines = asTheyStand(plan)
  // The line that Enter began stays, for the cursor is on it.
  const begun = { ...lines[row], text }
  return { arranged: [...lines.slice(0, row - 1), begun, ...lines.slice(row + 1)], cursor: { row: row - 1, behind: 0 } }
}

function goOn(plan: Plan, place: Place, row: number): ReturnType<Operation> {
  const next = nextOrdinal(place)
  if (!next) return undefined
  const indent = place.item.head?.text.slice(0, ordinalOf(place.item).from) ?? ''
  const lines = asTheyStand(plan)
  const arranged = [...lines.slice(0, row), { ...lines[row], text: indent + next }, ...lines.slice(row + 1)]
  return { arranged, cursor: { row, behind: 0 } }
}

/** Families that mostly head a section: what follows such a heading shows only in the others. */
const headings: ReadonlySet<Family> = new Set(['part', 'chapter', 'section', 'han'])

/** What the next line is numbered, as the items beside this one are followed: by the next, by one below, by text. */
function nextOrdinal(place: Place): string | undefined {
  const { item } = place
  const own = ordinalOf(item)
  const others = siblings(place).filter((other) => other !== item && !isEmpty(other.head as Line))
  const most = (holds: (other: Item) => boolean) => others.filter(holds).length * 2 > others.length
  const said = item.body.some(({ role }) => role !== 'blank') || heading(item.head as Line)?.runIn === true
  if (!said && most(({ items }) => items.length > 0)) {
    const lower = below(place, own)
    return lower && numbered(lower, 1)
  }
  if (!said && most(({ body }) => body.some(({ role }) => role !== 'blank'))) return undefined
  // The first heading of its kind tells nothing of what is to follow it.
  const alone = others.length === 0 && headings.has(own.family) && heading(item.head as Line)?.runIn === false
  return alone ? undefined : numbered(own, own.value + 1)
}
