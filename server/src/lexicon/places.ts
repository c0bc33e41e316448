import tsv from '../../lexicon/places.tsv'
import { rows } from './entries.ts'

/** A division of the country with those around it: 余杭区 in 杭州市 in 浙江省. `city` is empty for a province. */
export type Place = { readonly name: string; readonly province: string; readonly city: string }

const known = new Map<string, Place>()
for (const [province = '', city = '', counties = ''] of rows(tsv)) {
  known.set(province, { name: province, province, city: '' })
  if (city) known.set(city, { name: city, province, city })
  for (const name of counties ? counties.split('|') : []) known.set(name, { name, province, city: city || province })
}

export const placeNamed = (name: string): Place | undefined => known.get(name)

/** A place as a text names it. UTF-16 columns. */
export type PlaceFound = Place & { readonly from: number; readonly to: number }

/** The last two characters of every name: 全市 and 城区 are told from names at a glance. */
const tails = new Set([...known.keys()].map((name) => name.slice(-2)))
const ends = /[省市区县州盟旗]/g
const shortest = 3
const longest = 8

/** Every province, city and county that a text names in full, from left to right; what stands in a longer name is none. */
export function placesIn(text: string): readonly PlaceFound[] {
  const found: PlaceFound[] = []
  for (const { index } of text.matchAll(ends)) {
    const to = index + 1
    if (!tails.has(text.slice(to - 2, to))) continue
    for (let length = Math.min(longest, to); length >= shortest; length--) {
      const place = known.get(text.slice(to - length, to))
      if (!place) continue
      const from = to - length
      // 市 in 自治州 and the like: the longer name that ends later takes its place.
      if (found.at(-1) && (found.at(-1) as PlaceFound).to > from) found.pop()
      found.push({ ...place, from, to })
      break
    }
  }
  return found
}
