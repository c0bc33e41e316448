import { isoDay, lastDay } from '../plan/due.ts'
import { type Item, titleOf, walk } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import { taskOf } from '../plan/owned.ts'
import { type Plan, parts } from '../plan/plan.ts'
import { responsibilities } from '../plan/responsibility.ts'
import { yearsOf } from '../plan/year.ts'

/** A task with who answers for it, by when, and where it stands. */
export type Duty = {
  readonly task: string
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly deadline: string
  /** The last day, 2024-06-30; empty where no day is meant. */
  readonly due: string
  /** 一、（二）3. of the document or annex named. */
  readonly place: string
  readonly document: string
  /** From 1. */
  readonly line: number
}

/** Every task of a plan that somebody answers for, and those that nobody does where the document names owners at all. */
export function duties(plan: Plan): readonly Duty[] {
  return [...parts(plan)].flatMap((part) => {
    const found = responsibilities(part)
    const years = yearsOf(part)
    const named = [...found.values()].some(
      ({ lead, support, collective }) => lead.length + support.length + collective.length > 0,
    )
    if (!named) return []
    const paths = pathsIn(part)
    return [...walk(part)].flatMap((item): readonly Duty[] => {
      const own = found.get(item)
      if (!own || item.items.length > 0) return []
      const { lead, support, collective, deadline } = own
      const day = deadline?.due && lastDay(deadline.due, years?.first)
      const names = (units: readonly { readonly name: string }[]) => units.map(({ name }) => name)
      const leads = lead.length > 0 ? lead : collective
      return [
        {
          task: task(item),
          lead: names(leads),
          support: names(lead.length > 0 ? [...support, ...collective] : support),
          deadline: deadline?.text ?? '',
          due: day ? isoDay(day) : '',
          place: paths.get(item) ?? '',
          document: titleOf(part),
          line: (plan.row.get(item.head as Line) ?? 0) + 1,
        },
      ]
    })
  })
}

/** An item's words without its ordinal and its tags; a row's task. */
function task(item: Item): string {
  if (item.kind === 'row') return taskOf(item)?.text ?? ''
  return [item.head, ...item.body]
    .flatMap((line) => (line && line.role === 'text' ? [words(line)] : []))
    .filter(Boolean)
    .join('')
}

function words({ text, ordinal, tags }: Line): string {
  let out = ''
  let at = ordinal?.to ?? 0
  for (const { from, to } of tags) {
    out += text.slice(at, from)
    at = to
  }
  return (out + text.slice(at)).trim()
}

function pathsIn(part: Item): ReadonlyMap<Item, string> {
  const found = new Map<Item, string>()
  const visit = (item: Item, above: string) => {
    for (const child of item.items) {
      if (child.kind === 'annex') continue
      const path = above + (child.head?.ordinal?.text.trim() ?? '')
      found.set(child, path)
      visit(child, path)
    }
  }
  visit(part, '')
  return found
}

export type Grouping = 'item' | 'unit' | 'deadline'

/** Duties under headings: all together, by each unit that leads or supports, or by deadline, those without one last. */
export function grouped(
  all: readonly Duty[],
  by: Grouping,
  nobody: string,
): readonly (readonly [string, readonly Duty[]])[] {
  if (by === 'item') return [['', all]]
  const groups = new Map<string, Duty[]>()
  const add = (key: string, duty: Duty) => {
    const there = groups.get(key)
    if (there) there.push(duty)
    else groups.set(key, [duty])
  }
  for (const duty of all) {
    const keys = by === 'unit' ? new Set([...duty.lead, ...duty.support]) : [duty.deadline]
    for (const key of [...keys].length > 0 ? keys : ['']) add(key || nobody, duty)
  }
  const rank = ([key, own]: readonly [string, readonly Duty[]]) =>
    key === nobody ? '~' : by === 'deadline' ? own[0]?.due || '9999' : ''
  return [...groups].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : b[1].length - a[1].length))
}
