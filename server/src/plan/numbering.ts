import { standsInside } from './inside.ts'
import type { Item, Part } from './item.ts'
import type { Line } from './line.ts'
import { misplacedLevels } from './misplaced.ts'
import { captions, type Ordinal } from './ordinal.ts'
import { type Head, habitsOf, heads, type Run, rankOf, scopes } from './runs.ts'

/** One break of a part's numbering. Counting goes on from the number that stands, so one mistake is one break. */
export type Break = {
  readonly kind: 'skip' | 'duplicate' | 'order' | 'start'
  readonly line: Head
  readonly expected: number
  /** What a decimal number should repeat of the level above. */
  readonly above?: string
  /** The line that has this number too, or the one it should follow. */
  readonly related?: Head
  /** The very first number of the part is not one: an excerpt, or a beginning that was lost. */
  readonly excerpt?: true
  /** A list that begins with one and counts on rightly, where the document’s habit is to run on: odd, and no mistake. */
  readonly fresh?: true
  /** What every line from here to the end of the run would be numbered. */
  readonly renumber: readonly { readonly line: Head; readonly value: number }[]
}

const cache = new WeakMap<Part, readonly Break[]>()

/** The breaks of a part's own numbering, annexes apart, in document order within each family. */
export function breaks(part: Part): readonly Break[] {
  const known = cache.get(part)
  if (known) return known
  const around = surroundings(part)
  const first = part.items.find(({ kind, head }) => kind === 'item' && head?.ordinal)?.head as Head | undefined
  const excerpt = first !== undefined && first.ordinal.value !== 1 && !isEmpty(around, first)
  const found = scopes(part).flatMap((scope, i) =>
    [...scope.values()].flatMap((runs) => [...breaksOf(around, runs, excerpt && i === 0)]),
  )
  if (part.levels.has('decimal2')) for (const each of few(part, [...misplaced(part)])) found.push(each)
  if (excerpt) found.unshift({ kind: 'start', line: first, expected: 1, excerpt, renumber: [] })
  cache.set(part, found)
  return found
}

/** Where many decimal numbers seem misplaced, what they stand in was not read: a heading lost its number or its line. */
function few(part: Part, misplaced: readonly Break[]): readonly Break[] {
  const decimals = heads(part).filter(({ ordinal }) => ordinal.above !== undefined).length
  return misplaced.length * 10 <= decimals + 10 ? misplaced : []
}

/** Decimal numbers that repeat another number than that of the item they stand in: 1.3 below 2. */
function* misplaced(item: Item): Generator<Break> {
  for (const child of item.items) {
    const own = (child.head as Head | undefined)?.ordinal
    const over = (item.head as Head | undefined)?.ordinal
    if (own?.above !== undefined && over && child.kind === 'item' && item.kind === 'item') {
      const above = aboveOf(over)
      if (above !== own.above.replaceAll('．', '.'))
        yield {
          kind: 'order',
          line: child.head as Head,
          expected: own.value,
          above,
          related: item.head as Head,
          renumber: [],
        }
    }
    if (child.kind === 'item') yield* misplaced(child)
  }
}

/** What the numbers below an ordinal repeat of it: `1.2.` for what is below 1.2. */
export const aboveOf = ({ above = '', value }: Ordinal): string => `${above.replaceAll('．', '.')}${value}.`

/** What the search for breaks needs of its part. */
type Surroundings = {
  readonly part: Part
  readonly rows: ReadonlyMap<Line, number>
  /** The lines before which a number is missing: what lay below the missing one is missing with it. */
  readonly skipped: Set<Line>
  /** Numbers that go on behind a list of a wrong level: that is the mistake, not these. */
  readonly resumed: ReadonlySet<Line>
  /** How many lines there are in what was offered to be renumbered. */
  offered: number
}

function surroundings(part: Part): Surroundings {
  let rows: ReadonlyMap<Line, number> | undefined
  return {
    part,
    // Only where a number is other than it should be is it asked where lines stand.
    get rows() {
      rows ??= new Map(part.lines.map((line, row) => [line, row]))
      return rows
    },
    skipped: new Set(),
    resumed: resumedIn(part),
    offered: 0,
  }
}

const resumedIn = (part: Part): ReadonlySet<Line> =>
  new Set(misplacedLevels(part, heads(part)).map(({ resumed }) => resumed))

/** Whether a family starts again or runs on where a level above it changes; undefined where the document does both. */
type Habit = 'restarts' | 'runs on' | undefined

const habits = (part: Part, runs: readonly Run[]): ReadonlyMap<number, Habit> =>
  new Map(
    [...habitsOf(part, runs)].map(([rank, { restarts, runsOn }]) => [
      rank,
      restarts > 2 * runsOn ? 'restarts' : runsOn > 2 * restarts ? 'runs on' : undefined,
    ]),
  )

/** One run shows none. */
const noHabits: ReadonlyMap<number, Habit> = new Map()

function* breaksOf(around: Surroundings, runs: readonly Run[], excerpt: boolean): Generator<Break> {
  const habit = runs.length > 1 ? habits(around.part, runs) : noHabits
  let last: Head | undefined
  let next = 1
  for (const [i, run] of runs.entries()) {
    const first = run.heads[0] as Head
    const { value } = first.ordinal
    const lost = run.under !== undefined && around.skipped.has(run.under) && value > next
    // What an excerpt begins with is right, at every level.
    const taken =
      (excerpt && !last) ||
      around.resumed.has(first) ||
      (lost && habit.get(rankOf(around.part, run.under)) !== 'restarts')
    const expected = taken ? value : startOf(value, last && next, habit.get(rankOf(around.part, run.under)))
    const after = runs[i + 1]
    const follows = after && habit.get(rankOf(around.part, after.under)) === 'runs on' ? after.heads[0] : undefined
    const runsOn = () => runOn(around.part, runs.slice(i + 1), habit)
    next = yield* breaksIn(around, run.heads, expected, last, follows, runsOn)
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
function runOn(part: Part, runs: readonly Run[], habit: ReadonlyMap<number, Habit>): readonly Head[] {
  const restart = runs.findIndex((run) => habit.get(rankOf(part, run.under)) !== 'runs on')
  return runs.slice(0, restart < 0 ? undefined : restart).flatMap(({ heads }) => heads)
}

function* breaksIn(
  around: Surroundings,
  heads: readonly Head[],
  start: number,
  last: Head | undefined,
  follows: Head | undefined,
  runsOn: () => readonly Head[],
): Generator<Break, number> {
  // Most runs have no break.
  if (heads.every(({ ordinal }, i) => ordinal.value === start + i)) return start + heads.length
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
    const next = (heads[i + 1] ?? follows)?.ordinal.value
    const afterNext = heads[i + 2]?.ordinal.value
    const outer = open.lastIndexOf(value)
    if (outer >= 0) {
      open = [...open.slice(0, outer), value + 1]
      before = line
      continue
    }
    // A number without words that is far off belongs to something else, as the list of documents that were put together.
    if (isBareNumber(line) && Math.abs(value - expected) > 1) continue
    if (isEmpty(around, line) && !isEmpty(around, before) && !isEmpty(around, heads[i + 1])) continue
    const restarts = i > 0 && value === 1 && next !== expected + 1 && (next === undefined || next <= 2)
    if (restarts && before && !isBare(around, before, line, expected === 2)) {
      open = [...open.slice(-deepest), 2]
      before = line
      continue
    }
    const report = (kind: Break['kind'], related = before): Break => ({
      kind,
      line,
      expected,
      ...(related && { related }),
      renumber: found++ === 0 || heads.length - i <= most ? toTheEnd(around, heads.slice(i), runsOn, expected) : [],
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
    // 注：1.… in mid-line, and 2. begins the next line: a list of its own.
    if (value > 1 && standsInside(around, before, line, value - 1)) {
      open = [...open.slice(-deepest), value + 1]
      before = line
      continue
    }
    const twin = value < expected ? seen.get(value) : undefined
    if (i === 0 && !alone)
      yield { ...report('start'), ...(value === 1 && next !== expected + 1 && (next ?? 2) === 2 && { fresh: true }) }
    // A list that begins again below a heading without a number is odd, and no copy.
    else if (twin) yield { ...report('duplicate', twin), ...(value === 1 && next === 2 && { fresh: true }) }
    else if (value < expected || alone) yield report('order')
    else {
      around.skipped.add(line)
      yield report('skip')
    }
    goOn(alone ? expected + 1 : value + 1)
  }
  return open.at(-1) as number
}

/** An ordinal without a word behind it. */
const isBareNumber = (line: Line): boolean => line.text.slice(line.ordinal?.to).trim() === ''

/** A lone ordinal without a word behind it, nor below it, is being typed, or is debris of a table. */
function isEmpty({ part: { lines }, rows }: Surroundings, line: Line | undefined): boolean {
  if (!line || !isBareNumber(line)) return false
  const below = lines[(rows.get(line) as number) + 1]
  return below?.role !== 'text' || below.ordinal !== undefined
}

/**
 * Whether nothing but the item itself stands between two numbered lines: then the second begins no new list. Behind the
 * first of a list, neither does what is numbered below it, for a list of one is none; unless it leads to another.
 */
function isBare({ part: { lines }, rows }: Surroundings, before: Head, line: Head, first: boolean): boolean {
  const to = rows.get(line) as number
  let below = false
  let last: Line | undefined
  for (let row = (rows.get(before) as number) + 1; row < to; row++) {
    const between = lines[row] as Line
    if (between.role === 'blank') continue
    if (first && between.ordinal && !captions.has(between.ordinal.family)) below = true
    if (!below) return false
    last = between
  }
  return !last || !/[：:][\s　]*$/.test(last.text)
}

/** Lists do not stand in more lists than this: those further out are not gone on with. */
const deepest = 10

/** Renumbering every break of a long run to its end would cost its square: the first offers it. */
const most = 200

/** Runs that run on are renumbered to the end of the last: of many, only so many times the part. */
const times = 4

function toTheEnd(
  around: Surroundings,
  heads: readonly Head[],
  runsOn: () => readonly Head[],
  expected: number,
): Break['renumber'] {
  if (around.offered > times * (around.part.lines.length + most)) return []
  const behind = [...heads, ...runsOn()]
  around.offered += behind.length
  return renumber(behind, expected)
}

function renumber(heads: readonly Head[], start: number): { line: Head; value: number }[] {
  return heads.map((line, i) => ({ line, value: start + i })).filter(({ line, value }) => line.ordinal.value !== value)
}
