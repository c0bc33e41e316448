import { lastLine } from '../plan/extent.ts'
import type { Item } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import { pathTo } from '../plan/locate.ts'
import { captions, type Family, type Ordinal, readOrdinal, writeOrdinal } from '../plan/ordinal.ts'
import type { Plan } from '../plan/plan.ts'

/** An item with what it stands in, the document or annex first. */
export type Place = { readonly item: Item; readonly path: readonly Item[]; readonly parent: Item }

/** The numbered item that a row belongs to, the innermost. */
export function placeAt(plan: Plan, row: number): Place | undefined {
  const path = pathTo(plan, row)
  const depth = path.findLastIndex(({ kind, head }) => kind === 'item' && head?.ordinal)
  const item = path[depth]
  const parent = path[depth - 1]
  return item && parent ? { item, path: path.slice(0, depth), parent } : undefined
}

/** The numbered items that stand beside one, itself among them. */
export const siblings = ({ parent }: Place): readonly Item[] => parent.items.filter(({ kind }) => kind === 'item')

/** The first and the last row of an item with all below it; the list of attachments behind the last item is the document's. */
export function rowsOf(plan: Plan, item: Item): { readonly from: number; readonly to: number } {
  const from = plan.row.get(item.head as Line) as number
  const to = plan.row.get(lastLine(item) as Line) ?? from
  const listed = plan.lines.slice(from, to + 1).findIndex(({ role }) => role === 'attachments')
  if (listed < 0) return { from, to }
  let last = from + listed - 1
  while (last > from && plan.lines[last]?.role === 'blank') last--
  return { from, to: last }
}

export const ordinalOf = (item: Item): Ordinal => item.head?.ordinal as Ordinal

/** Whether an item stands at a level of its part: captions of boxes, tables and figures stand at none. */
export const hasLevel = ({ kind, head }: Item): boolean =>
  kind === 'item' && head?.ordinal !== undefined && !captions.has(head.ordinal.family)

/** A line with another ordinal in the place of its own. */
export const withOrdinal = ({ text, ordinal }: Line, put: string): string =>
  ordinal ? text.slice(0, ordinal.from) + put + text.slice(ordinal.to) : text

/** The first ordinal of the level below each, as the convention has it (GB/T 9704-2012 7.3.3). */
const conventional: Partial<Readonly<Record<Family, string>>> = {
  part: '一、',
  chapter: '第一节　',
  section: '第一条　',
  article: '（一）',
  clause: '（一）',
  han: '（一）',
  hanParen: '1.',
  digit: '（1）',
  digitParen: '①',
  digitHalfParen: '①',
}

/** An ordinal of the level below one, as the plan writes it elsewhere or as the convention has it. */
export function below(place: Place, ordinal: Ordinal): Ordinal | undefined {
  const root = place.path[0] as Item
  const first = conventional[ordinal.family]
  return findBelow(root, ordinal.family) ?? (first === undefined ? undefined : readOrdinal(`${first}…`))
}

/** What stands below the first item of a family that has items. */
function findBelow(item: Item, family: Family): Ordinal | undefined {
  for (const child of item.items) {
    const first = child.items.find(hasLevel)
    if (child.head?.ordinal?.family === family && first) return ordinalOf(first)
    const deeper = findBelow(child, family)
    if (deeper) return deeper
  }
  return undefined
}

/** `like` with a number. */
export const numbered = (like: Ordinal, value: number): string => writeOrdinal(like, value)
