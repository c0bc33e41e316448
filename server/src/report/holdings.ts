import { identityOf, type UnitList } from '../lexicon/unit-list.ts'
import { type Assignment, assignments, dueOf, isOwned } from '../plan/assignment.ts'
import { type Day, isoDay } from '../plan/due.ts'
import type { Plan } from '../plan/plan.ts'
import type { Assigned } from '../plan/responsibility.ts'

/** A document of several that are looked at together. */
export type Source = { readonly uri: string; readonly plan: Plan }

/** A task in its document. */
export type Held = Task & { readonly source: Source }
/** A task, and what it is to who holds it. */
type Task = { readonly assignment: Assignment; readonly role: Role }
export type Role = 'lead' | 'support' | 'none'

/** What a unit answers for, over any number of documents. */
export type Holding = {
  readonly identity: string
  /** The list's name for it, else the one that it is written by most often. */
  readonly name: string
  readonly collective: boolean
  readonly lead: readonly Held[]
  readonly support: readonly Held[]
}

/** The units of documents, those with most to lead first, collective ones last. */
export function holdings(sources: readonly Source[], units: UnitList | undefined): readonly Holding[] {
  const found = new Map<string, Gathered<Held>>()
  for (const source of sources) {
    const held = (task: Task): Held => ({ ...task, source })
    for (const [identity, own] of gatheredIn(source.plan, units)) {
      const all = found.get(identity) ?? nothing(own.collective)
      found.set(identity, all)
      for (const [name, count] of own.names) all.names.set(name, (all.names.get(name) ?? 0) + count)
      all.collective &&= own.collective
      for (const task of own.lead) all.lead.push(held(task))
      for (const task of own.support) all.support.push(held(task))
    }
  }
  return [...found]
    .map(([identity, { names, ...rest }]) => ({
      identity,
      name: usualName(identity, names, units),
      ...rest,
    }))
    .sort(
      (a, b) =>
        Number(a.collective) - Number(b.collective) ||
        b.lead.length - a.lead.length ||
        b.support.length - a.support.length,
    )
}

type Gathered<T> = {
  readonly names: Map<string, number>
  collective: boolean
  readonly lead: T[]
  readonly support: T[]
}

const nothing = <T>(collective: boolean): Gathered<T> => ({ names: new Map(), collective, lead: [], support: [] })

type Own = ReadonlyMap<string, Gathered<Task>>

/**
 * What was gathered of each plan, for one list of units: an edit costs what it changed. Who asks next may know the plan
 * by another address, or by none.
 */
const cache = new WeakMap<Plan, { readonly units: UnitList | undefined; readonly found: Own }>()

function gatheredIn(plan: Plan, units: UnitList | undefined): Own {
  const known = cache.get(plan)
  if (known && known.units === units) return known.found
  const found = new Map<string, Gathered<Task>>()
  for (const assignment of assignments(plan)) {
    const { lead, support, collective } = assignment
    gather(found, { assignment, role: 'lead' }, lead, units)
    gather(found, { assignment, role: 'support' }, support, units)
    gather(found, { assignment, role: lead.length > 0 ? 'support' : 'lead' }, collective, units)
  }
  cache.set(plan, { units, found })
  return found
}

function gather(
  found: Map<string, Gathered<Task>>,
  task: Task,
  assigned: readonly Assigned[],
  units: UnitList | undefined,
): void {
  for (const each of assigned) {
    const { name, collective } = each
    const identity = identityOf(each, units)
    const own = found.get(identity) ?? nothing<Task>(collective)
    found.set(identity, own)
    own.names.set(name, (own.names.get(name) ?? 0) + 1)
    const list = task.role === 'lead' ? own.lead : own.support
    // Two names of one unit in one tag are one task.
    if (list.at(-1)?.assignment !== task.assignment) list.push(task)
  }
}

/** The list's name for a unit, or the one that it is written by most often, given how often by each. */
export const usualName = (identity: string, names: ReadonlyMap<string, number>, units: UnitList | undefined): string =>
  units?.find(identity)?.unit.name ??
  [...names].reduce((best, each) => (each[1] > best[1] ? each : best), [identity, 0])[0]

/** The tasks of documents that nobody answers for. */
export const unowned = (sources: readonly Source[]): readonly Held[] =>
  sources.flatMap((source) =>
    assignments(source.plan).flatMap((assignment) =>
      isOwned(assignment) ? [] : [{ source, assignment, role: 'none' as const }],
    ),
  )

/** Tasks by when they are due: `text` as it is written where no day is meant. */
export type DueGroup = { readonly key: string; readonly day: Day | undefined; readonly held: readonly Held[] }

/** The tasks of documents by deadline, the next first; those without a day behind, those without a deadline last. */
export function byDeadline(sources: readonly Source[], year: number | undefined): readonly DueGroup[] {
  const found = new Map<string, { day: Day | undefined; held: Held[] }>()
  for (const source of sources) {
    for (const assignment of assignments(source.plan)) {
      const { deadline } = assignment
      const due = dueOf(assignment, year)
      const key = due ? isoDay(due) : (deadline?.text ?? '')
      const group = found.get(key) ?? { day: due, held: [] }
      found.set(key, group)
      group.held.push({ source, assignment, role: isOwned(assignment) ? 'lead' : 'none' })
    }
  }
  const rank = ({ key, day }: DueGroup) => (day ? `0${key}` : key === '' ? '2' : `1${key}`)
  return [...found].map(([key, group]) => ({ key, ...group })).sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
}
