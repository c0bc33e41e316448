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
/** What ends both: who answers stands before it. */
const closing = /(?:均为(?:责任|牵头|配合|落实)(?:单位|部门))?，(?:以下)?不再(?:一一)?列出/
/** 以下均需各县（市、区）落实，不再列出 */
const everywhere =
  /^以下(?:各项|工作|任务)?均?(?:需|须|由|涉及)(?<units>[^，。；]{2,40}?)(?:负责|落实|参与|配合)?(?:落实)?$/
/** 各县（市、区）政府均为责任单位，以下不再列出 */
const clause = /(?<![^。；，])[^。；，]{2,}$/

/** The units that a line names for all items from there on; `here`: for its own item, too. */
function unitsFor(text: string): { readonly from: number; readonly to: number; readonly here: boolean } | undefined {
  const end = closing.exec(text)
  if (!end) return undefined
  const before = text.slice(0, end.index)
  if (end[0].startsWith('均为')) {
    const words = clause.exec(before)
    if (!words) return undefined
    // What is in brackets as a whole begins behind them.
    const open = Math.max(...['（', '(', '〔'].map((mark) => words[0].lastIndexOf(mark)))
    const isOpen = open >= 0 && !/[）)〕]/.test(words[0].slice(open))
    return { from: words.index + (isOpen ? open + 1 : 0), to: end.index, here: true }
  }
  const start = before.lastIndexOf('以下')
  const units = start < 0 ? undefined : everywhere.exec(before.slice(start))?.groups?.['units']
  if (units === undefined) return undefined
  const from = before.indexOf(units, start)
  return { from, to: from + units.length, here: false }
}

/** What a line says of the tags from there on; null where it says nothing. */
export function directive({ text }: Line): Directive | null {
  // Two looks that most lines do not pass.
  if (!text.includes('牵头') && !text.includes('不再')) return null
  if (!/下同|为牵头|是牵头|不再/.test(text)) return null
  const units = unitsFor(text)
  const leads = beforeComma.test(text) ? 'before the comma' : first.test(text) ? 'the first' : undefined
  if (!leads && !units) return null
  return {
    ...(leads && { leads }),
    ...(units && { everywhere: readUnits(text, units.from, units.to) }),
    ...(units?.here && { hereToo: true as const }),
  }
}
