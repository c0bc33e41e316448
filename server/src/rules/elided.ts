import type { Edit } from '../lint/rule.ts'
import { elidedBehind } from '../plan/elided.ts'
import type { Line } from '../plan/line.ts'
import type { Unit } from '../plan/unit.ts'

/** Whether a separator stands before a unit, to go with it. */
export const isSeparated = ({ text }: Line, { from }: Unit): boolean => /[、，,；;]/.test(text.charAt(from - 1))

/** What had its prefix from a unit that goes is written whole. */
export function madeWhole(line: Line, unit: Unit): readonly Edit[] {
  const next = elidedBehind(line, unit)
  return next ? [{ line, from: next.from, to: next.to, text: next.name }] : []
}
