import { type Day, lastDay } from './due.ts'
import { isExempt } from './exempt.ts'
import { heading } from './heading.ts'
import type { Item, Part } from './item.ts'
import type { Line } from './line.ts'
import { numberOf, taskOf } from './owned.ts'
import { type Plan, parts } from './plan.ts'
import { type Responsibility, responsibilities } from './responsibility.ts'
import { yearsOf } from './year.ts'

/** A task of a plan: an item or a table's row with nothing below it, and who answers for it. */
export type Assignment = Responsibility & {
  readonly item: Item
  readonly head: Line
  readonly part: Part
  /** The items above it, from the outermost, and itself. */
  readonly path: readonly Item[]
}

/** The last day for a task, `year` where the title names none; undefined where no day is set or meant. */
export const dueOf = ({ deadline, part }: Assignment, year: number | undefined): Day | undefined =>
  deadline?.due && lastDay(deadline.due, yearsOf(part)?.first ?? year)

const cache = new WeakMap<Part, readonly Assignment[]>()

/** Every task of a plan whose parts name owners at all, those that somebody forgot among them, in document order. */
export function assignments(plan: Plan): readonly Assignment[] {
  const all = parts(plan).flatMap(assignmentsOf)
  const rows = all.filter(({ item }) => item.kind === 'row')
  if (rows.length === 0 || rows.length === all.length) return all
  // A table that sums up the document says again what its items say.
  const items = all
    .filter(({ item }) => item.kind === 'item')
    .map((each) => [plain(taskText(each)), owners(each)] as const)
  const isSaid = (row: Assignment): boolean => {
    const text = plain(taskText(row))
    return items.some(([task, own]) => task === text || (isSentenceOf(text, task) && own.includes(owners(row))))
  }
  return all.filter((each) => each.item.kind === 'item' || !isSaid(each))
}

/** Whether a text is a whole sentence of a task: a word or two stand in many. */
function isSentenceOf(text: string, task: string): boolean {
  const at = text.endsWith('。') ? task.indexOf(text) : -1
  return at === 0 || (at > 0 && '。；'.includes(task.charAt(at - 1)))
}
const owners = ({ lead }: Assignment): string => lead.map(({ name }) => name).join('、')

const plain = (text: string): string => text.replace(/\s+/g, '')

function assignmentsOf(part: Part): readonly Assignment[] {
  let known = cache.get(part)
  if (!known) {
    known = read(part)
    cache.set(part, known)
  }
  return known
}

function read(part: Part): readonly Assignment[] {
  const found = responsibilities(part)
  if (![...found.values()].some(isOwned)) return []
  const all: Assignment[] = []
  const visit = (item: Item, above: readonly Item[]) => {
    for (const child of item.items) {
      const own = found.get(child)
      if (!own || !child.head) continue
      const path = [...above, child]
      if (child.items.length > 0) visit(child, path)
      else {
        // 指导思想 and what stands under 组织保障 are no tasks that somebody forgot.
        if (!isOwned(own) && path.some(isExempt)) continue
        all.push({
          ...own,
          item: child,
          head: child.head,
          part,
          path,
        })
      }
    }
  }
  visit(part, [])
  return all
}

/** Whether anybody answers for it, be it nobody in particular. */
export const isOwned = ({ lead, support, collective }: Responsibility): boolean =>
  lead.length + support.length + collective.length > 0

/** 一、（二）3. */
export const placeOf = ({ path }: Assignment): string =>
  path.map((item) => (item.kind === 'row' ? numberOf(item) : (item.head?.ordinal?.text.trim() ?? ''))).join('')

/** What is to be done: an item's words without its ordinal and its tags; a row's task. */
export function taskText({ item }: Assignment): string {
  if (item.kind === 'row') return taskOf(item)?.text ?? ''
  const words = [item.head, ...item.body]
    .flatMap((line) => (line?.role === 'text' ? [untagged(line)] : []))
    .filter(Boolean)
  const [first = '', ...others] = words
  // A heading is a sentence of its own; a line that was broken in the middle is none.
  const found = item.head && heading(item.head)
  const isHeading = others.length > 0 && found && !found.runIn && !/[。；：，、！？]$/.test(first)
  return first + (isHeading ? '。' : '') + others.join('')
}

function untagged({ text, ordinal, tags }: Line): string {
  let out = ''
  let at = ordinal?.to ?? 0
  for (const { from, to } of tags) {
    out += text.slice(at, from)
    // A tag without brackets has a full stop of its own.
    at = out.endsWith('。') && text.charAt(to) === '。' ? to + 1 : to
  }
  return (out + text.slice(at)).trim()
}
