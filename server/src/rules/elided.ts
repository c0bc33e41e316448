import type { Edit } from '../lint/rule.ts'
import { elidedBehind } from '../plan/elided.ts'
import type { Line } from '../plan/line.ts'
import type { Unit } from '../plan/unit.ts'

/** What had its prefix from a unit that goes is written whole. */
export function madeWhole(line: Line, unit: Unit): readonly Edit[] {
  const next = elidedBehind(line, unit)
  return next ? [{ line, from: next.from, to: next.to, text: next.name }] : []
}
