import { departmentKey } from './departments.ts'

/** A unit as a team lists it in yaodian.json or in a file beside it. */
export type ListedUnit = {
  readonly name: string
  readonly short?: readonly string[]
  readonly former?: readonly FormerName[]
  /** The name of the unit that it belongs to. */
  readonly parent?: string
  /** Names nobody in particular: 委属各单位. */
  readonly collective?: boolean
}

/** A name that a unit no longer has; `until` is the last year in which it had it. */
export type FormerName = { readonly name: string; readonly until?: number }

/** What a name means in a team's list. */
export type Listed = {
  readonly unit: ListedUnit
  readonly as: 'name' | 'short' | 'former'
  readonly until?: number
}

/** A team's units, to be asked by any of their names. */
export type UnitList = {
  readonly units: readonly ListedUnit[]
  readonly find: (name: string) => Listed | undefined
  /** The unit that a name not in the list means all the same: 市发改委 of a list that has 市发展改革委. */
  readonly meant: (name: string) => ListedUnit | undefined
  /** The units whose names are most like a name, the likest first; at most three. */
  readonly nearest: (name: string) => readonly string[]
}

/** The list of units; of two that share a name the first has it. */
export function unitList(units: readonly ListedUnit[]): UnitList {
  const known = new Map<string, Listed>()
  const add = (name: string, listed: Listed) => {
    if (!known.has(name)) known.set(name, listed)
  }
  for (const unit of units) add(unit.name, { unit, as: 'name' })
  for (const unit of units) {
    for (const name of unit.short ?? []) add(name, { unit, as: 'short' })
    for (const { name, until } of unit.former ?? [])
      add(name, { unit, as: 'former', ...(until !== undefined && { until }) })
  }
  const departments = new Map<string, ListedUnit>()
  for (const [name, { unit }] of known) {
    const key = departmentKey(name)
    if (key && !departments.has(key)) departments.set(key, unit)
  }
  return {
    units,
    find: (name) => known.get(name),
    meant: (name) => departments.get(departmentKey(name) ?? ''),
    nearest: (name) =>
      [...known]
        .map(([other, { unit }]) => ({ name: unit.name, shared: likeness(name, other) }))
        .filter(({ shared }) => shared >= likeEnough)
        .sort((a, b) => b.shared - a.shared)
        .map((each) => each.name)
        .filter((each, i, all) => all.indexOf(each) === i)
        .slice(0, mostOffered),
  }
}

const likeEnough = 0.6
const mostOffered = 3

/** The share of two names' pairs of neighbouring characters that both have: Dice's coefficient, from 0 to 1. */
export function likeness(a: string, b: string): number {
  const pairs = pairsOf(a)
  const others = pairsOf(b)
  const common = pairs.filter((pair) => others.includes(pair)).length
  return (2 * common) / (pairs.length + others.length)
}

/** The edges count as pairs as well, so that names of two characters can be alike. */
const pairsOf = (name: string): readonly string[] => {
  const edged = ` ${name} `
  return [...edged].slice(1).map((_, i) => edged.slice(i, i + 2))
}

const identities = new WeakMap<UnitList | typeof unlisted, Map<string, string>>()
const unlisted = {}

/**
 * What unit a name means, the same for all its names: the list's own, else the same for all forms of one department.
 * Remembered for each list, for the same few hundred names are asked over and over.
 */
export function identityOf(unit: Named, units: UnitList | undefined): string {
  const { name, written } = unit
  const list = units ?? unlisted
  const known = identities.get(list) ?? new Map<string, string>()
  identities.set(list, known)
  const key = name === written ? name : `${name} ${written}`
  let identity = known.get(key)
  if (identity === undefined) {
    identity = (units && listedAs(unit, units))?.unit.name ?? units?.meant(name)?.name ?? departmentKey(name) ?? name
    // Whoever types a name asks for each of its beginnings.
    if (known.size >= mostKnown) known.clear()
    known.set(key, identity)
  }
  return identity
}

const mostKnown = 20_000

/** A unit's name made whole, and as it is written. */
type Named = { readonly name: string; readonly written: string }

/** What the list has for a unit: by its name made whole, or as written, for what it seemed to share may not be its own. */
export const listedAs = ({ name, written }: Named, units: UnitList): Listed | undefined =>
  units.find(name) ?? units.find(written)
