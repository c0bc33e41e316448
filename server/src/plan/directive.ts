import type { Line } from './line.ts'
import { readUnits, type Unit } from './unit.ts'

/** How tags are to be read from a line on, as the line says: 逗号前为牵头单位，下同. */
export type Directive = {
  /** Who leads in a list without role words: those before the first comma, or the first named. */
  readonly leads?: 'before the comma' | 'the first'
  /** Who answers for every item from here on without being named again. */
  readonly everywhere?: readonly Unit[]
  /** Where it is said, they answer as well. */
  readonly hereToo?: true
}

const beforeComma = /逗号(?:之)?前(?:面)?(?:的|者)?(?:单位|部门)?(?:均)?(?:为|是)牵头/
const first = /(?:列|排)(?:名)?(?:在)?(?:第一|首)(?:位|名)?(?:的|者)?(?:单位|部门)?(?:为|是)牵头/
const everywhere =
  /以下(?:各项|工作|任务)?均?(?:需|须|由|涉及)(?<units>[^，。；]{2,40}?)(?:负责|落实|参与|配合)?(?:落实)?，(?:以下)?不再(?:一一)?列出/

/** 各县（市、区）政府均为责任单位，以下不再列出 */
const hereToo =
  /(?<=[。；，（(〔])(?<units>[^，。；]{2,40}(?:、[^，。；]{2,40})*?)均为(?:责任|牵头|配合|落实)(?:单位|部门)，(?:以下)?不再(?:一一)?列出/

/** What a line says of the tags from there on; null where it says nothing. */
export function directive({ text }: Line): Directive | null {
  // Two looks that most lines do not pass.
  if (!text.includes('牵头') && !text.includes('不再')) return null
  if (!/下同|为牵头|是牵头|不再/.test(text)) return null
  const said = hereToo.exec(text)
  const units = said ?? everywhere.exec(text)
  const from = units ? units.index + units[0].indexOf(units.groups?.['units'] ?? '') : 0
  const leads = beforeComma.test(text) ? 'before the comma' : first.test(text) ? 'the first' : undefined
  if (!leads && !units) return null
  return {
    ...(leads && { leads }),
    ...(units && { everywhere: readUnits(text, from, from + (units.groups?.['units'] ?? '').length) }),
    ...(said && { hereToo: true as const }),
  }
}
