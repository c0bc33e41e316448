import type { Line } from './line.ts'
import { captions, decimals, type Family, families, type Ordinal } from './ordinal.ts'
import type { Aside } from './parts.ts'

/** The rank of each family in a part, 0 the highest. A family that is not in it numbers nothing there. */
export type Levels = ReadonlyMap<Family, number>

const levels = (order: readonly Family[]): Levels => new Map(order.map((family, rank) => [family, rank]))

const plain = families.filter((family) => !decimals.has(family))
const conventional = levels(plain)

/** How often a part must nest two families against the convention, and never with it, for that to be its habit. */
const habit = 2

/**
 * The levels of a part: the conventional ones (GB/T 9704-2012 7.3.3), unless it nests two families the other way round
 * throughout (1. above （一）). Decimal numbers count only where the part counts with them: 2, then 2.1 and 2.2.
 */
export function levelsOf(lines: readonly Line[], asides: Aside): Levels {
  const nested = new Map<Family, Map<Family, number>>()
  const decimal = decimalLevels()
  let last: Ordinal | undefined
  for (const line of lines) {
    const { ordinal } = line
    if (!ordinal || asides.has(line)) continue
    decimal.see(ordinal)
    if (decimals.has(ordinal.family) || captions.has(ordinal.family)) continue
    if (last && last.family !== ordinal.family && ordinal.value === 1) {
      const inside = nested.get(last.family) ?? new Map<Family, number>()
      nested.set(last.family, inside.set(ordinal.family, (inside.get(ordinal.family) ?? 0) + 1))
    }
    last = ordinal
  }
  const turned = [...nested].flatMap(([above, inside]) =>
    [...inside]
      .filter(([below, count]) => count >= habit && plain.indexOf(below) < plain.indexOf(above))
      .filter(([below]) => !between(below, above).some((family) => nested.get(family)?.has(above)))
      .map(([below]) => [above, below] as const),
  )
  const over = decimal.over()
  if (turned.length === 0 && !over) return conventional
  const order = [...plain]
  for (const [above, below] of turned) {
    order.splice(order.indexOf(above), 1)
    order.splice(order.indexOf(below), 0, above)
  }
  if (over) order.splice(order.indexOf(over) + 1, 0, ...decimals)
  return levels(order)
}

/** The families from one to another, the latter left out, in the conventional order. */
const between = (from: Family, to: Family): readonly Family[] => plain.slice(plain.indexOf(from), plain.indexOf(to))

/** Gathers whether a part counts with decimal numbers, and what their whole numbers are: 第一章 or 1. or 1 above 1.1. */
function decimalLevels() {
  // The last number of each family, so that 2.1 finds the 2 it stands below.
  const now = new Map<Family, number>()
  let over: Family | undefined
  let counts = false
  let before: Ordinal | undefined
  return {
    see(ordinal: Ordinal): void {
      if (ordinal.family !== 'decimal2') {
        now.set(ordinal.family, ordinal.value)
        return
      }
      const whole = Number.parseInt(ordinal.text, 10)
      const parent = wholes.find((family) => now.get(family) === whole)
      if (ordinal.value === 1) over ??= parent
      else if (over && before && before.above === ordinal.above) counts ||= ordinal.value === before.value + 1
      before = ordinal
    },
    over: (): Family | undefined => (counts ? over : undefined),
  }
}

/** What may stand above 1.1, the likeliest first. */
const wholes: readonly Family[] = ['decimal1', 'part', 'chapter', 'digit', 'han', 'section', 'article']
