import { standsInside } from './inside.ts'
import type { Item, Part } from './item.ts'
import type { Line } from './line.ts'
import { writeHan } from './numerals.ts'
import { captions, type Family, readOrdinal, writeOrdinal } from './ordinal.ts'
import { linksTo } from './resolve.ts'
import { type Head, habitsOf, type Run, rankOf, scopes } from './runs.ts'

/** The ordinals that a part's lines should carry, where they are other than those that stand there. */
export type Renumbering = ReadonlyMap<Line, string>

/**
 * The right number of every numbered line of a part, from its order alone: each level counts from one, and starts again
 * or runs on below the next heading as the part mostly does, or as another does that it came from. The author's glyphs
 * and marks stay.
 */
export function renumbering(part: Part, from: Part = part): Renumbering {
  const counting: Counting = { part, from, values: new Map(), rows: rowsIn(part), habits: new Map() }
  for (const scope of scopes(part)) for (const runs of scope.values()) count(counting, runs)
  const found = new Map<Line, string>()
  write(part, undefined, counting.values, found)
  return found
}

type Counting = {
  readonly part: Part
  /** The part whose habits hold. */
  readonly from: Part
  readonly values: Map<Line, number>
  readonly rows: ReadonlyMap<Line, number>
  readonly habits: Map<Family, Habits>
}

type Habits = ReturnType<typeof habitsOf>

const rowsIn = ({ lines }: Part): ReadonlyMap<Line, number> => new Map(lines.map((line, row) => [line, row]))

function count(counting: Counting, runs: readonly Run[]): void {
  const { part, from } = counting
  const family = runs[0]?.heads[0]?.ordinal.family
  const habits = from === part ? habitsOf(part, runs) : habitsFrom(counting, family, runs)
  let next = 1
  for (const [i, { under, heads }] of runs.entries()) {
    const { restarts = 0, runsOn = 0 } = habits.get(rankOf(part, under)) ?? {}
    const stands = heads[0]?.ordinal.value === next
    if (i > 0 && (restarts > runsOn || (restarts === runsOn && !stands))) next = 1
    next = countLists(counting, heads, next, runs[i - 1]?.heads.at(-1))
  }
}

/** The habits of the part that a part came from, read once for all the boxes that it has. */
function habitsFrom({ from, habits }: Counting, family: Family | undefined, runs: readonly Run[]): Habits {
  const own = family && scopes(from)[0]?.get(family)
  if (!own) return habitsOf(from, runs)
  const known = habits.get(family) ?? habitsOf(from, own)
  habits.set(family, known)
  return known
}

/** Lists do not stand in more lists than this: from there on the innermost are one. */
const deepest = 10

/** What a list has counted to, what its numbers as they stand count to, and how many it has. */
type List = { readonly next: number; readonly stands: number; readonly length: number }

/**
 * Counts the lists of a run: mostly one. Another begins where a line that ends in a colon leads to it, or where a list
 * of at least two numbers is followed by one and two with text between; the first goes on where its own next number
 * stands.
 */
function countLists(counting: Counting, heads: readonly Head[], start: number, last: Head | undefined): number {
  let list: List = { next: start, stands: start, length: 0 }
  let outer: readonly List[] = []
  for (const [i, head] of heads.entries()) {
    const { value, family } = head.ordinal
    const before = heads[i - 1] ?? last
    if (
      i > 0 &&
      before &&
      value === 1 &&
      list.stands !== 1 &&
      beginsList(counting, head, before, heads[i + 1], list.length)
    ) {
      outer = outer.length < deepest ? [...outer, list] : outer
      list = { next: 1, stands: 1, length: 0 }
    } else if (value !== list.stands) {
      const back = outer.findLastIndex(({ stands }) => stands === value)
      if (back >= 0) {
        list = outer[back] as List
        outer = outer.slice(0, back)
      } else if (value > 1 && standsInside(counting, before, head, value - 1)) {
        // A list that begins in mid-line: 注：1.…, or numbers whose line break was lost.
        if (value > list.stands) list = { ...list, next: list.next + value - list.stands }
        else {
          outer = outer.length < deepest ? [...outer, list] : outer
          list = { next: value, stands: value, length: 0 }
        }
      } else if (value > list.stands && standsInside(counting, before, head, list.stands)) {
        list = { ...list, next: list.next + value - list.stands }
      }
    }
    // A box that goes on overleaf carries its name again.
    const again = captions.has(family) && before?.text === head.text
    counting.values.set(head, again ? list.next - 1 : list.next)
    list = { next: again ? list.next : list.next + 1, stands: value + 1, length: list.length + 1 }
  }
  return (outer[0] ?? list).next
}

function beginsList({ part, rows }: Counting, head: Head, before: Head, after: Head | undefined, length: number) {
  let above = (rows.get(head) as number) - 1
  while (part.lines[above]?.role === 'blank') above--
  const line = part.lines[above]
  if (line === before || !line) return false
  return /[：:][\s　]*$/.test(line.text) || (length > 1 && after?.ordinal.value === 2)
}

/** Writes what each line should carry below an item, decimal numbers with what they repeat of the level above. */
function write(
  item: Item,
  above: string | undefined,
  values: ReadonlyMap<Line, number>,
  into: Map<Line, string>,
): void {
  for (const child of item.items) {
    const { kind, head } = child
    if (kind !== 'item' || !head?.ordinal) continue
    const { ordinal } = head
    const value = values.get(head) ?? ordinal.value
    const repeated = ordinal.above === undefined ? undefined : (above ?? ordinal.above)
    // 01. and 廿一、 are right numbers in the author's own form.
    if (value !== ordinal.value || repeated !== ordinal.above) into.set(head, writeOrdinal(ordinal, value, repeated))
    write(child, `${repeated ?? ''}${value}.`, values, into)
  }
}

/** Words of a line that others take the place of. Columns [from, to), UTF-16. */
export type Replacement = { readonly line: Line; readonly from: number; readonly to: number; readonly text: string }

/** What puts new ordinals in the place of those that stand. */
export const ordinalEdits = (ordinals: Renumbering): readonly Replacement[] =>
  [...ordinals].flatMap(([line, text]) =>
    line.ordinal ? [{ line, from: line.ordinal.from, to: line.ordinal.to, text }] : [],
  )

/** What lets the references of a part follow the lines that get other numbers. */
export const referenceEdits = (part: Part, ordinals: Renumbering): readonly Replacement[] =>
  [...ordinals].flatMap(([target, ordinal]) => {
    const value = readOrdinal(ordinal)?.value
    if (value === undefined) return []
    return (linksTo(part).get(target) ?? []).flatMap(
      ({ reference: { line }, number: { from, to, value: old }, step }) =>
        value === old ? [] : [{ line, from, to, text: step.arabic ? String(value) : writeHan(value) }],
    )
  })
