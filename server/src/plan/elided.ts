import type { Line } from './line.ts'
import type { Unit } from './unit.ts'

/**
 * The unit behind another that has its prefix from it: 政策法规处 of 委综合监督处、政策法规处. Where the other goes or changes
 * its beginning, this one has to be written whole, and those behind it have the prefix from there.
 */
export function elidedBehind({ tags }: Line, unit: Unit): Unit | undefined {
  for (const { lead, support } of tags) {
    const units = [...lead, ...support].sort((a, b) => a.from - b.from)
    const next = units[units.findIndex(({ from }) => from === unit.from) + 1]
    if (!next || !units.some(({ from }) => from === unit.from)) continue
    const shared = next.name.slice(0, next.name.length - next.written.length)
    return shared !== '' && unit.name === unit.written && unit.name.startsWith(shared) ? next : undefined
  }
  return undefined
}
