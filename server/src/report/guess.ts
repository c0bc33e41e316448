import { type Place, placeNamed, placesIn } from '../lexicon/places.ts'
import { titleOf } from '../plan/item.ts'
import { parts } from '../plan/plan.ts'
import { yearsOf } from '../plan/year.ts'
import { holdings, type Source } from './holdings.ts'

/** What documents say of the house that writes them, as a yaodian.json has it. */
export type Guess = {
  /** From large to small; empty where the titles name no place or several. */
  readonly region: readonly string[]
  /** The year that most titles name, the later of two; undefined where none does. */
  readonly year: number | undefined
  /** Those with most to lead first; those that name nobody in particular are no part of a list. */
  readonly units: readonly string[]
}

/** Reads region and year from the titles of documents, and units from their tags. */
export function guess(sources: readonly Source[]): Guess {
  const all = sources.flatMap(({ plan }) => parts(plan))
  const places = all.flatMap((part) => placesIn(titleOf(part)))
  const years = all.flatMap((part) => yearsOf(part)?.last ?? [])
  return {
    region: home(places),
    year: mostOften(years.sort((a, b) => b - a)),
    units: holdings(sources, undefined)
      .filter(({ collective }) => !collective)
      .map(({ name }) => name),
  }
}

/** The city of most titles, or the county where there is no city above it. Titles of several provinces name no home. */
function home(places: readonly Place[]): readonly string[] {
  if (new Set(places.map(({ province }) => province)).size !== 1) return []
  const smallest = mostOften(places.map(({ name }) => name))
  return smallest === undefined ? [] : around(smallest)
}

/** A place with those around it, from large to small: 杭州市 is 浙江省、杭州市. */
function around(name: string): readonly string[] {
  const place = placeNamed(name)
  return place ? [...new Set([place.province, place.city, place.name])].filter(Boolean) : []
}

/** A region as somebody writes it, 杭州市 or 浙江省、杭州市, made whole; undefined where there is no such place. Of 鼓楼区 there are several: it stands behind its city. */
export function regionNamed(text: string): readonly string[] | undefined {
  const names = text.split(/[\s、，,/]+/).filter(Boolean)
  const [first = ''] = names
  if (!placeNamed(first) || !names.every((name) => placeNamed(name) || /.[市区县旗]$/.test(name))) return undefined
  return names.length > 1 ? names : around(first)
}

/** A year as somebody writes it, with or without 年; undefined for what is none. */
export function yearNamed(text: string): number | undefined {
  const [, digits] = /^((?:19|20)[0-9]{2})\s*年?$/.exec(text.normalize('NFKC').trim()) ?? []
  return digits === undefined ? undefined : Number(digits)
}

/** The value that stands most often in a list, the first of equals. */
function mostOften<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce<readonly [T, number] | undefined>(
    (best, each) => (best && best[1] >= each[1] ? best : each),
    undefined,
  )?.[0]
}
