import type { Item, Part } from './item.ts'
import type { Line } from './line.ts'
import { captions, type Family, type Ordinal } from './ordinal.ts'

export type Head = Line & { readonly ordinal: Ordinal }

/** A run of one family with nothing above it between; `under` is the highest of what stands between it and the last. */
export type Run = { readonly under: Head | undefined; readonly heads: Head[] }

const cache = new WeakMap<Part, { readonly scopes: readonly Scope[]; readonly heads: readonly Head[] }>()

/** What is counted for itself: a part, or a box in it. Each family in runs, the highest family first. */
export type Scope = ReadonlyMap<Family, readonly Run[]>

/** The numbered lines of a part, annexes' apart: those of the part itself first, then those of each box. */
export const scopes = (part: Part): readonly Scope[] => counted(part).scopes

/** The numbered lines of a part in order, those in its boxes and annexes apart. */
export const heads = (part: Part): readonly Head[] => counted(part).heads

function counted(part: Part) {
  const known = cache.get(part)
  if (known) return known
  const boxes: Item[] = []
  const own = gather(part, boxes, [])
  const found = [runsByFamily(part, own)]
  for (let i = 0; i < boxes.length; i++) found.push(runsByFamily(part, gather(boxes[i] as Item, boxes, [])))
  const both = { scopes: found, heads: own }
  cache.set(part, both)
  return both
}

function runsByFamily(part: Part, lines: readonly Head[]): Scope {
  const runs = new Map<Family, Run[]>()
  // The highest that came since a family's last number, by rank; and how high it is.
  const above: (Head | undefined)[] = [...part.levels].map(() => undefined)
  const height = new Int32Array(above.length).fill(part.levels.size)
  for (const line of lines) {
    const rank = rankOf(part, line)
    for (let lower = rank + 1; lower < above.length; lower++) {
      if ((height[lower] as number) <= rank) continue
      above[lower] = line
      height[lower] = rank
    }
    const own = runs.get(line.ordinal.family)
    const under = above[rank]
    const last = own?.at(-1)
    if (last && under === undefined) last.heads.push(line)
    else if (own) own.push({ under, heads: [line] })
    else runs.set(line.ordinal.family, [{ under, heads: [line] }])
    above[rank] = undefined
    height[rank] = part.levels.size
  }
  // From the highest level down, so that what is missing above is known below.
  return new Map([...runs].sort(([a], [b]) => (part.levels.get(a) ?? 0) - (part.levels.get(b) ?? 0)))
}

/** The rank of a head's level in its part, 0 the highest; below all where there is no head. */
export const rankOf = (part: Part, head: Head | undefined): number =>
  (head && part.levels.get(head.ordinal.family)) ?? part.levels.size

/** The numbered lines below an item, in order, those in boxes apart: a box is only named. */
function gather(item: Item, boxes: Item[], into: Head[]): readonly Head[] {
  for (const child of item.items) {
    if (child.kind !== 'item' || !child.head?.ordinal) continue
    into.push(child.head as Head)
    if (child.head.ordinal.family === 'box') boxes.push(child)
    // Gathered, as a generator in a generator costs every line its depth.
    else gather(child, boxes, into)
  }
  return into
}

/** How often a family starts again, or runs on, where a level above it changes. */
export type Habit = { restarts: number; runsOn: number }

/** Counted per family and per level crossed (a rank), as both are common in issued documents (domain notes, section 2). */
export function habitsOf(part: Part, runs: readonly Run[]): ReadonlyMap<number, Readonly<Habit>> {
  const counts = new Map<number, Habit>()
  for (const [i, run] of runs.entries()) {
    const before = runs[i - 1]?.heads.at(-1)?.ordinal.value
    const first = run.heads[0]?.ordinal
    if (before === undefined || first === undefined) continue
    const rank = rankOf(part, run.under)
    const count = counts.get(rank) ?? { restarts: 0, runsOn: 0 }
    counts.set(rank, count)
    if (captions.has(first.family)) count.runsOn++
    else if (first.value === 1) count.restarts++
    else if (first.value === before + 1 || (first.value > before && before > 1)) count.runsOn++
  }
  return counts
}
