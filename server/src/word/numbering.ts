import { numberIn } from './number-format.ts'
import { child, children, type Element, isOn, valueIn } from './xml.ts'

/** One level of a list, from 0. */
type Level = {
  readonly start: number
  readonly format: string
  /** %1 is the number of the first level. */
  readonly text: string
  readonly suffix: string
  /** All numbers in digits. */
  readonly isLegal: boolean
  /** The level whose next number makes this one begin again; 0 is none. */
  readonly restart: number | undefined
  readonly style: string | undefined
}

type List = {
  /** Lists of one abstract list count on together. */
  readonly counter: string
  readonly levels: ReadonlyMap<number, Level>
  readonly starts: ReadonlyMap<number, number>
}

/** Which list and which level of it a paragraph belongs to. */
export type Place = { readonly list: string; readonly level: number }

export type Numbering = {
  /** The level of a list that a paragraph style is tied to. */
  readonly levelOf: (list: string, style: string) => number | undefined
  /** Counts a paragraph and gives what stands before its text; undefined where there is no such list. */
  readonly next: (place: Place) => string | undefined
}

const numberOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?[0-9]{1,9}$/.test(text) ? Number(text) : undefined

const levelsIn = (element: Element | undefined): ReadonlyMap<number, Level> =>
  new Map(children(element, 'lvl').map((each) => [numberOf(each.attributes['ilvl']) ?? 0, levelIn(each)]))

const levelIn = (level: Element): Level => ({
  start: numberOf(valueIn(child(level, 'start'))) ?? 0,
  format: formatOf(level),
  text: valueIn(child(level, 'lvlText')) ?? '',
  suffix: valueIn(child(level, 'suff')) ?? 'tab',
  isLegal: isOn(child(level, 'isLgl')),
  restart: numberOf(valueIn(child(level, 'lvlRestart'))),
  style: valueIn(child(level, 'pStyle')),
})

/** Newer formats are wrapped: <mc:AlternateContent> with the old one as its fallback. */
const formatOf = (level: Element): string =>
  valueIn(child(level, 'numFmt')) ?? valueIn(child(level, 'AlternateContent', 'Fallback', 'numFmt')) ?? 'decimal'

/** The lists of numbering.xml (ECMA-376 part 1, 17.9), and how far each has counted. */
export function numberingOf(root: Element | undefined, styles: ReadonlyMap<string, Element>): Numbering {
  const abstracts = new Map(children(root, 'abstractNum').map((each) => [each.attributes['abstractNumId'] ?? '', each]))
  const byStyle = new Map(
    children(root, 'abstractNum').flatMap((each) => {
      const style = valueIn(child(each, 'styleLink'))
      return style === undefined ? [] : [[style, each] as const]
    }),
  )
  /** A list that only names a style has that style's levels. */
  const ownOf = (abstract: Element | undefined): Element | undefined => {
    const link = valueIn(child(abstract, 'numStyleLink'))
    if (link === undefined) return abstract
    const num = valueIn(child(styles.get(link), 'pPr', 'numPr', 'numId'))
    const named = nums.get(num ?? '')
    return byStyle.get(link) ?? abstracts.get(valueIn(child(named, 'abstractNumId')) ?? '') ?? abstract
  }
  const nums = new Map(children(root, 'num').map((each) => [each.attributes['numId'] ?? '', each]))
  const lists = new Map<string, List>()
  for (const [id, num] of nums) {
    const abstract = ownOf(abstracts.get(valueIn(child(num, 'abstractNumId')) ?? ''))
    const overrides = children(num, 'lvlOverride')
    const levels = new Map(levelsIn(abstract))
    const starts = new Map<number, number>()
    for (const override of overrides) {
      const at = numberOf(override.attributes['ilvl']) ?? 0
      for (const [, level] of levelsIn(override)) levels.set(at, level)
      const start = numberOf(valueIn(child(override, 'startOverride')))
      if (start !== undefined) starts.set(at, start)
    }
    lists.set(id, { counter: abstract?.attributes['abstractNumId'] ?? id, levels, starts })
  }

  const counters = new Map<string, (number | undefined)[]>()
  const started = new Set<string>()

  return {
    levelOf(list, style) {
      for (const [at, level] of lists.get(list)?.levels ?? []) if (level.style === style) return at
      return undefined
    },
    next({ list: id, level: at }) {
      const list = lists.get(id)
      const level = list?.levels.get(at)
      if (!list || !level) return undefined
      const counts = counters.get(list.counter) ?? []
      counters.set(list.counter, counts)
      const override = list.starts.get(at)
      const isFirst = override !== undefined && !started.has(`${id} ${at}`)
      if (isFirst) started.add(`${id} ${at}`)
      const before = counts[at]
      counts[at] = isFirst ? override : before === undefined ? (override ?? level.start) : before + 1
      for (let below = at + 1; below < counts.length; below++) {
        const { restart } = list.levels.get(below) ?? {}
        // Without a word it begins again after any level above; with one, after that level and those above it.
        if (restart === undefined || (restart > 0 && at < restart)) counts[below] = undefined
      }
      return labelOf(list, level, counts)
    },
  }
}

function labelOf(list: List, level: Level, counts: readonly (number | undefined)[]): string {
  if (level.format === 'bullet') return ''
  const label = level.text.replace(/%([1-9])/g, (_, nth: string) => {
    const own = list.levels.get(Number(nth) - 1)
    const count = counts[Number(nth) - 1] ?? list.starts.get(Number(nth) - 1) ?? own?.start ?? 1
    return numberIn(level.isLegal ? 'decimal' : (own?.format ?? 'decimal'), count)
  })
  // Between a number and what it numbers plans have a blank only where it ends in a digit or a letter.
  return label !== '' && level.suffix !== 'nothing' && /[0-9A-Za-z]$/.test(label) ? `${label} ` : label
}
