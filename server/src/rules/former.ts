import { type Former, formerOf } from '../lexicon/departments.ts'
import { listedAs, type UnitList } from '../lexicon/unit-list.ts'
import type { Unit } from '../plan/unit.ts'

/** What a unit is called in a year that no longer has its name there, by the team's list or by a nationwide reform. */
export function nameNow(unit: Unit, units: UnitList | undefined, year: number | undefined): string | undefined {
  return listedNow(unit, units, year) ?? (year === undefined ? undefined : reformedNow(unit.name, year))
}

function listedNow(unit: Unit, units: UnitList | undefined, year: number | undefined): string | undefined {
  const listed = units && listedAs(unit, units)
  if (listed?.as !== 'former') return undefined
  const { until } = listed
  return until === undefined || (year !== undefined && until < year) ? listed.unit.name : undefined
}

function reformedNow(name: string, year: number): string | undefined {
  const former = formerOf(name)
  return former && former.until < year ? today(name, former) : undefined
}

const today = (name: string, former: Former): string => name.slice(0, -former.name.length) + former.now
