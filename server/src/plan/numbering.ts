import type { Item, Part } from './item.ts'
import type { Line } from './line.ts'
import { type Family, families, type Ordinal, writeOrdinal } from './ordinal.ts'

export type Head = Line & { readonly ordinal: Ordinal }

/** One break of a part's numbering. Counting goes on from the number that stands, so one mistake is one break. */
export type Break = {
  readonly kind: 'skip' | 'duplicate' | 'order' | 'start'
  readonly line: Head
  readonly expected: number
  /** The line that has this number too, or the one it should follow. */
  readonly related?: Head
  /** The very first number of the part is not one: an excerpt, or a beginning that was lost. */
  readonly excerpt?: true
  /** A list that begins with one and counts on rightly, where the document’s habit is to run on: odd, and no mistake. */
  readonly fresh?: true
  /** What every line from here to the end of the run would be numbered. */
  readonly renumber: readonly { readonly line: Head; readonly value: number }[]
}

/** A run of one family with nothing above it between; `under` is the highest of what stands between it and the last. */
type Run = { readonly under: Head | undefined; readonly heads: Head[] }

const cache = new WeakMap<Part, readonly Break[]>()

/** The breaks of a part's own numbering, annexes apart, in document order within each family. */
export function breaks(part: Part): readonly Break[] {
  const known = cache.get(part)
  if (known) return known
  const first = firstHead(part)
  const excerpt = first !== undefined && first.ordinal.value !== 1 && !isEmpty(first)
  const skipped = new Set<Line>()
  // From the highest level down, so that what is missing above is known below.
  const runs = [...runsByFamily(part)].sort(([a], [b]) => families.indexOf(a) - families.indexOf(b))
  const rows = new Map(part.lines.map((line, row) => [line, row]))
  const found = runs.flatMap(([, own]) => [...breaksOf({ lines: part.lines, rows, skipped }, own, excerpt)])
  if (excerpt) found.unshift({ kind: 'start', line: first, expected: 1, excerpt, renumber: [] })
  cache.set(part, found)
  return found
}

const runCache = new WeakMap<Part, ReadonlyMap<Family, readonly Run[]>>()

/** The part's numbered lines, each family in runs. */
export function runsByFamily(part: Part): ReadonlyMap<Family, readonly Run[]> {
  const known = runCache.get(part)
  if (known) return known
  const runs = new Map<Family, Run[]>()
  // The highest that came since a family's last number.
  const above: (Head | undefined)[] = families.map(() => undefined)
  for (const line of heads(part)) {
    const { family } = line.ordinal
    const rank = families.indexOf(family)
    for (let lower = rank + 1; lower < above.length; lower++) {
      if (rankOf(above[lower]) > rank) above[lower] = line
    }
    const own = runs.get(family)
    const under = above[rank]
    const last = own?.at(-1)
    if (last && under === undefined) last.heads.push(line)
    else if (own) own.push({ under, heads: [line] })
    else runs.set(family, [{ under, heads: [line] }])
    above[rank] = undefined
  }
  runCache.set(part, runs)
  return runs
}

const rankOf = (head: Head | undefined): number => (head ? families.indexOf(head.ordinal.family) : families.length)

/** The first numbered line of a part. */
function firstHead(item: Item): Head | undefined {
  const child = item.items.find(({ kind }) => kind === 'item')
  return child?.head?.ordinal ? (child.head as Head) : undefined
}

/** The numbered lines below an item, in order. Gathered, as a generator in a generator costs every line its depth. */
function heads(item: Item, into: Head[] = []): readonly Head[] {
  if (item.kind === 'item' && item.head?.ordinal) into.push(item.head as Head)
  for (const child of item.items) if (child.kind === 'item') heads(child, into)
  return into
}

/** Whether a family starts again or runs on where a level above it changes; undefined where the document does both. */
type Habit = 'restarts' | 'runs on' | undefined

/** Inferred per family and per level crossed, as both are common in issued documents (domain notes, section 2). */
function habits(runs: readonly Run[]): ReadonlyMap<number, Habit> {
  const counts = new Map<number, { restarts: number; runsOn: number }>()
  for (const [i, run] of runs.entries()) {
    const before = runs[i - 1]?.heads.at(-1)?.ordinal.value
    const first = run.heads[0]?.ordinal.value
    if (before === undefined) continue
    const count = counts.get(rankOf(run.under)) ?? { restarts: 0, runsOn: 0 }
    counts.set(rankOf(run.under), count)
    if (first === 1) count.restarts++
    else if (first === before + 1) count.runsOn++
  }
  return new Map(
    [...counts].map(([rank, { restarts, runsOn }]) => [
      rank,
      restarts > 2 * runsOn ? 'restarts' : runsOn > 2 * restarts ? 'runs on' : undefined,
    ]),
  )
}

/** What the search for breaks needs of its part. */
type Surroundings = {
  readonly lines: readonly Line[]
  readonly rows: ReadonlyMap<Line, number>
  /** The lines before which a number is missing: what lay below the missing one is missing with it. */
  readonly skipped: Set<Line>
}

function* breaksOf(around: Surroundings, runs: readonly Run[], excerpt: boolean): Generator<Break> {
  const habit = habits(runs)
  let last: Head | undefined
  let next = 1
  for (const [i, run] of runs.entries()) {
    const first = run.heads[0] as Head
    const { value } = first.ordinal
    const lost = run.under !== undefined && around.skipped.has(run.under) && value > next
    // What an excerpt begins with is right, at every level.
    const taken = (excerpt && !last) || (lost && habit.get(rankOf(run.under)) !== 'restarts')
    const expected = taken ? value : startOf(value, last && next, habit.get(rankOf(run.under)))
    next = yield* breaksIn(around, run.heads, expected, last, () => runOn(runs.slice(i + 1), habit))
    last = run.heads.at(-1)
  }
}

/** The number a run should begin with, `next` being the one to run on with. Where the habit is open, either is right. */
function startOf(value: number, next: number | undefined, habit: Habit): number {
  if (next === undefined || habit === 'restarts') return 1
  if (habit === 'runs on') return next
  return value === next ? next : 1
}

/** The heads of the runs that run on from the one before them: they are renumbered with it. */
function runOn(runs: readonly Run[], habit: ReadonlyMap<number, Habit>): readonly Head[] {
  const restart = runs.findIndex((run) => habit.get(rankOf(run.under)) !== 'runs on')
  return runs.slice(0, restart < 0 ? undefined : restart).flatMap(({ heads }) => heads)
}

function* breaksIn(
  around: Surroundings,
  heads: readonly Head[],
  start: number,
  last: Head | undefined,
  after: () => readonly Head[],
): Generator<Break, number> {
  // Lists that wait for their next number: a box or a note may hold a list of its own and the outer one goes on after.
  let open = [start]
  let before = last
  let found = 0
  const seen = new Map<number, Head>()
  for (let i = 0; i < heads.length; i++) {
    const line = heads[i] as Head
    const { value } = line.ordinal
    if (i > 0) seen.set((heads[i - 1] as Head).ordinal.value, heads[i - 1] as Head)
    const expected = open.at(-1) as number
    const next = heads[i + 1]?.ordinal.value
    const afterNext = heads[i + 2]?.ordinal.value
    const outer = open.lastIndexOf(value)
    if (outer >= 0) {
      open = [...open.slice(0, outer), value + 1]
      before = line
      continue
    }
    if (isEmpty(line) && !isEmpty(before) && !isEmpty(heads[i + 1])) continue
    const restarts = i > 0 && value === 1 && next !== expected + 1 && (next === undefined || next <= 2)
    if (restarts && before && !isBare(around, before, line)) {
      open.push(2)
      before = line
      continue
    }
    const report = (kind: Break['kind'], related = before): Break => ({
      kind,
      line,
      expected,
      ...(related && { related }),
      renumber: found++ === 0 || heads.length - i <= most ? renumber([...heads.slice(i), ...after()], expected) : [],
    })
    const goOn = (number: number) => {
      open = [...open.slice(0, -1), number]
      before = line
    }
    const swapped = value === expected + 1 && next === expected && (afterNext === undefined || afterNext === value + 1)
    if (swapped) {
      yield report('order', heads[i + 1])
      i++
      goOn(value + 1)
      continue
    }
    const alone = next === expected + 1
    if (value > expected && !alone && standsInside(around, before, line, expected)) {
      goOn(value + 1)
      continue
    }
    const twin = value < expected ? seen.get(value) : undefined
    if (i === 0 && !alone)
      yield { ...report('start'), ...(value === 1 && next !== expected + 1 && (next ?? 2) === 2 && { fresh: true }) }
    else if (twin) yield report('duplicate', twin)
    else if (value < expected || alone) yield report('order')
    else {
      around.skipped.add(line)
      yield report('skip')
    }
    goOn(alone ? expected + 1 : value + 1)
  }
  return open.at(-1) as number
}

/** A lone ordinal without a word behind it is being typed, or is debris of a table. */
const isEmpty = (line: Line | undefined): boolean =>
  line !== undefined && line.text.slice(line.ordinal?.to).trim() === ''

/** Whether nothing but the item itself stands between two numbered lines: then the second begins no new list. */
function isBare({ lines, rows }: Surroundings, before: Head, line: Head): boolean {
  const to = rows.get(line) as number
  for (let row = (rows.get(before) as number) + 1; row < to; row++) if (lines[row]?.role !== 'blank') return false
  return true
}

/** Whether the missing number stands in mid-line, as where a line break was lost: nothing is skipped then. */
function standsInside({ lines, rows }: Surroundings, before: Head | undefined, line: Head, missing: number): boolean {
  const from = before ? (rows.get(before) as number) : 0
  const marks = writeOrdinal(line.ordinal, missing).replace(/[.．、，,]$/, '')
  return lines.slice(from, rows.get(line)).some(({ text }) => includesNumber(text, marks))
}

function includesNumber(text: string, marks: string): boolean {
  for (let at = text.indexOf(marks); at >= 0; at = text.indexOf(marks, at + 1)) {
    const bracketed = /^[（(第①-⒛]/.test(marks)
    const alone =
      !/[0-9.一二三四五六七八九十]/.test(text.charAt(at - 1)) && /[.．、，,]/.test(text.charAt(at + marks.length))
    if (bracketed || alone) return true
  }
  return false
}

/** Renumbering every break of a long run to its end would cost its square: the first offers it. */
const most = 200

function renumber(heads: readonly Head[], start: number): { line: Head; value: number }[] {
  return heads.map((line, i) => ({ line, value: start + i })).filter(({ line, value }) => line.ordinal.value !== value)
}
