import type { Config } from '../lint/config.ts'
import { assignments, dueOf, isOwned } from '../plan/assignment.ts'
import { isoDay } from '../plan/due.ts'
import { type Item, type Part, titleOf, walk } from '../plan/item.ts'
import { captions } from '../plan/ordinal.ts'
import { type Plan, parts } from '../plan/plan.ts'
import { habitsOf, scopes } from '../plan/runs.ts'
import { holdings } from './holdings.ts'

/** One level of a part's numbering as it was read: its first ordinal, and whether it starts again below each heading. */
export type LevelReading = {
  readonly example: string
  readonly count: number
  readonly habit: 'restarts' | 'runs on' | 'mixed' | 'once'
}

/** What a document is, beside its mistakes. */
export type Facts = {
  /** Without blanks: 字符数（不计空格） of a word processor. */
  readonly characters: number
  readonly sections: number
  readonly items: number
  readonly annexes: number
  readonly units: number
  readonly tasks: number
  readonly unowned: number
  /** Tasks with a deadline, and the first and the last day among them; empty where none is a day. */
  readonly dated: number
  readonly firstDay: string
  readonly lastDay: string
  readonly numbering: readonly PartReading[]
}

/** How the numbering of a document or annex was read, the highest level first. */
export type PartReading = { readonly title: string; readonly levels: readonly LevelReading[] }

export function facts(plan: Plan, { units, year }: Pick<Config, 'units' | 'year'>): Facts {
  const tasks = assignments(plan)
  const days = tasks
    .flatMap((task) => dueOf(task, year) ?? [])
    .map(isoDay)
    .sort()
  const all = parts(plan)
  const items = all.flatMap((part) => part.items.flatMap((item) => walk(item))).filter(isNumbered)
  return {
    characters: plan.text.replace(/[\s\u3000\uFEFF]+/g, '').length,
    sections: all.reduce((sum, part) => sum + part.items.filter(isNumbered).length, 0),
    items: new Set(items).size,
    annexes: all.filter(({ kind }) => kind === 'annex').length,
    units: holdings([{ uri: '', plan }], units).filter(({ collective }) => !collective).length,
    tasks: tasks.length,
    unowned: tasks.filter((task) => !isOwned(task)).length,
    dated: tasks.filter(({ deadline }) => deadline !== undefined).length,
    firstDay: days[0] ?? '',
    lastDay: days.at(-1) ?? '',
    numbering: all
      .map((part) => ({ title: titleOf(part), levels: levelsIn(part) }))
      .filter(({ levels }) => levels.length > 0),
  }
}

const isNumbered = ({ kind, head }: Item): boolean =>
  kind === 'item' && head?.ordinal !== undefined && !captions.has(head.ordinal.family)

const levelsIn = (part: Part): readonly LevelReading[] =>
  [...(scopes(part)[0] ?? [])]
    .filter(([family]) => !captions.has(family))
    .map(([, runs]) => {
      const habits = [...habitsOf(part, runs).values()]
      const restarts = habits.reduce((sum, each) => sum + each.restarts, 0)
      const runsOn = habits.reduce((sum, each) => sum + each.runsOn, 0)
      return {
        example: runs[0]?.heads[0]?.ordinal.text.trim() ?? '',
        count: runs.reduce((sum, { heads }) => sum + heads.length, 0),
        habit:
          restarts > 2 * runsOn
            ? 'restarts'
            : runsOn > 2 * restarts
              ? 'runs on'
              : restarts + runsOn > 0
                ? 'mixed'
                : 'once',
      }
    })
