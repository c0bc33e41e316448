import { identityOf, type UnitList } from '../lexicon/unit-list.ts'
import { type Assignment, assignments, dueOf, placeOf, taskText } from '../plan/assignment.ts'
import { isoDay } from '../plan/due.ts'
import { label } from '../plan/heading.ts'
import { titleOf } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import { rolesIn } from '../plan/owned.ts'
import type { Plan } from '../plan/plan.ts'
import type { Assigned } from '../plan/responsibility.ts'
import type { Tag } from '../plan/tag.ts'
import type { Locale } from './diagnostic.ts'
import { usualName } from './holdings.ts'
import { entitled } from './outline.ts'

/** A row of a 责任清单: a task, or one of its sentences where each names its owners, with who answers for it. */
export type Duty = {
  /** The task's number in its plan, from 1; several rows of one task share it. */
  readonly number: number
  /** The heading that the task stands under. */
  readonly section: string
  readonly task: string
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly leader: readonly string[]
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
export const duties = (plan: Plan, { year }: { readonly year?: number | undefined } = {}): readonly Duty[] =>
  assignments(plan).flatMap((assignment, i) => {
    const { part, path, head, leader, deadline } = assignment
    const due = dueOf(assignment, year)
    const above = path.at(-2)?.head
    const common = {
      number: i + 1,
      section: above ? entitled(above.ordinal?.text.trim() ?? '', label(above)) : '',
      leader: names(leader),
      deadline: deadline?.text ?? '',
      due: due ? isoDay(due) : '',
      place: placeOf(assignment),
      document: titleOf(part),
      line: (plan.row.get(head) ?? 0) + 1,
    }
    return steps(assignment).map((step) => ({ ...common, ...step }))
  })

type Step = Pick<Duty, 'task' | 'lead' | 'support'>

/** A task as one step, or by sentences where more than one of them names its own owners. */
function steps(assignment: Assignment): readonly Step[] {
  const { lead, support, collective, item } = assignment
  const sentences = item.kind === 'item' ? bySentence([item.head, ...item.body]) : []
  if (sentences.filter(({ lead, support }) => lead.length + support.length > 0).length > 1) return sentences
  return [
    {
      task: taskText(assignment),
      lead: names(lead.length > 0 ? lead : collective),
      support: names(lead.length > 0 ? [...support, ...collective] : support),
    },
  ]
}

/** The words before each tag or each row of tags side by side, with whom they name; what stands behind the last, too. */
function bySentence(lines: readonly (Line | undefined)[]): readonly Step[] {
  const found: Step[] = []
  let words = ''
  let tags: readonly Tag[] = []
  const end = () => {
    const task = words.replace(/^[\s。；]+/, '').trim()
    const { lead, support } = rolesIn(tags)
    if (task !== '' || tags.length > 0)
      found.push({ task, lead: lead.map(({ name }) => name), support: support.map(({ name }) => name) })
    words = ''
    tags = []
  }
  const say = (text: string) => {
    const isMark = !/[^\s。；]/.test(text)
    if (tags.length > 0 && isMark) return
    if (tags.length > 0) end()
    words += text
  }
  for (const line of lines) {
    if (line?.role !== 'text') continue
    let at = line.ordinal?.to ?? 0
    for (const tag of line.tags) {
      say(line.text.slice(at, tag.from))
      tags = [...tags, tag]
      at = tag.to
    }
    say(line.text.slice(at))
  }
  end()
  return found
}

const names = (units: readonly Assigned[]): readonly string[] => units.map(({ name }) => name)

/** What a list of these duties is called: by its document, where it is of one. */
export function listTitle(all: readonly Duty[], locale: Locale): string {
  const [first, ...others] = new Set(all.map(({ document }) => document))
  const list = locale === 'zh' ? '责任清单' : ' (owners)'
  if (first && others.length === 0) return first.endsWith(list) ? first : first + list
  return locale === 'zh' ? list : 'Owners'
}

export const columnNames = [
  'number',
  'section',
  'task',
  'lead',
  'support',
  'leader',
  'deadline',
  'place',
  'document',
] as const
export type Column = (typeof columnNames)[number]

/** What a list has where nobody says otherwise. */
export const usualColumns: readonly Column[] = ['number', 'task', 'lead', 'support', 'deadline', 'place']

export const headings: Readonly<Record<Locale, Readonly<Record<Column, string>>>> = {
  zh: {
    number: '序号',
    section: '类别',
    task: '工作任务',
    lead: '牵头单位',
    support: '配合单位',
    leader: '责任领导',
    deadline: '完成时限',
    place: '出处',
    document: '文件',
  },
  en: {
    number: 'No.',
    section: 'Section',
    task: 'Task',
    lead: 'Lead',
    support: 'Support',
    leader: 'Leader',
    deadline: 'Deadline',
    place: 'Source',
    document: 'Document',
  },
}

/** The columns of what a user wrote, 序号,工作任务 or number,task; a name that is no column is given back. */
export function columnsNamed(text: string): readonly Column[] | { readonly unknown: string } {
  const found: Column[] = []
  for (const name of text.split(/[,，、]/).map((each) => each.trim())) {
    const column = columnNames.find((each) => [each, headings.zh[each], headings.en[each]].includes(name))
    if (!column) return { unknown: name }
    found.push(column)
  }
  return found
}

export const cellText = (duty: Duty, column: Column): string => {
  const value = duty[column]
  if (typeof value !== 'object') return clipped(String(value))
  return clipped(
    value.length > mostNames ? `${value.slice(0, mostNames).join('、')}…（${value.length}）` : value.join('、'),
  )
}

/** A list by unit says a task again for each of its units: one of a thousand units would be a million names. */
const mostNames = 200
/** No more stands in a cell of a workbook that Excel opens. */
const longest = 30_000
const clipped = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)

/** A list under a name, its duties in their order. */
export type Sheet = { readonly name: string; readonly duties: readonly Duty[] }

export type Grouping = 'item' | 'unit' | 'deadline'

/** Duties as one list, a list for each unit that leads or supports, or one for each deadline, those without one last. */
export function sheets(all: readonly Duty[], by: Grouping, locale: Locale, units?: UnitList): readonly Sheet[] {
  if (by === 'item') return [{ name: '', duties: all }]
  const nobody = nobodyNames[locale][by]
  const groups = new Map<string, Duty[]>()
  const written = new Map<string, Map<string, number>>()
  for (const duty of all) {
    const keys = by === 'unit' ? identities(duty, units, written) : [duty.deadline].filter(Boolean)
    for (const key of keys.length > 0 ? keys : [nobody]) {
      const there = groups.get(key)
      if (there) there.push(duty)
      else groups.set(key, [duty])
    }
  }
  const rank = ([key, own]: readonly [string, readonly Duty[]]) =>
    key === nobody ? '~' : by === 'deadline' ? own[0]?.due || '9999' : ''
  return [...groups]
    .sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : b[1].length - a[1].length))
    .map(([key, own]) => ({ name: usualName(key, written.get(key) ?? new Map(), units), duties: own }))
}

/** The units that answer for a duty, each once; how often each of their names is written is counted in `written`. */
function identities(
  { lead, support }: Duty,
  units: UnitList | undefined,
  written: Map<string, Map<string, number>>,
): readonly string[] {
  const found = new Set<string>()
  for (const name of [...lead, ...support]) {
    const identity = identityOf({ name, written: name }, units)
    const counts = written.get(identity) ?? new Map<string, number>()
    written.set(identity, counts)
    counts.set(name, (counts.get(name) ?? 0) + 1)
    found.add(identity)
  }
  return [...found]
}

const nobodyNames = {
  zh: { unit: '未落实', deadline: '未写时限' },
  en: { unit: 'nobody', deadline: 'no deadline' },
} as const

/** Columns that say the same in all rows of one task, and the one that does in all rows of one section. */
const shared: readonly Column[] = ['number', 'leader', 'deadline', 'place', 'document']

/**
 * How many rows from `i` on say the same in a column, so that their cells can be one; 0 where the row above says it
 * already.
 */
export function span(all: readonly Duty[], i: number, column: Column): number {
  if (column !== 'section' && !shared.includes(column)) return 1
  const same = (a: Duty | undefined, b: Duty | undefined) =>
    a !== undefined &&
    b !== undefined &&
    a.document === b.document &&
    (column === 'section' ? a.section === b.section && a.section !== '' : a.number === b.number && a.line === b.line)
  if (same(all[i - 1], all[i])) return 0
  let end = i + 1
  while (same(all[i], all[end])) end++
  return end - i
}
