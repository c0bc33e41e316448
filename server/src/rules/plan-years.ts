import type { Config } from '../lint/config.ts'
import type { Part } from '../plan/item.ts'
import { type Years, yearsOf } from '../plan/year.ts'

/** The years that a part is for: those of its title, else the year that the configuration plans for. */
export const planYears = (part: Part, { year }: Pick<Config, 'year'>): Years | undefined =>
  yearsOf(part) ?? (year === undefined ? undefined : { first: year, last: year })
