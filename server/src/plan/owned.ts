import { has } from './characters.ts'
import type { Item, Part } from './item.ts'
import { Line } from './line.ts'
import type { Family } from './ordinal.ts'
import type { Deadline } from './owner.ts'
import { any, sign } from './signs.ts'
import { type Column, cells } from './table.ts'
import type { Tag } from './tag.ts'
import { readUnits, type Unit } from './unit.ts'

const lines = (item: Item): readonly Line[] => (item.head ? [item.head, ...item.body] : item.body)

/** The words of a row in a column, with where they stand. */
function cellOf({ head, columns }: Item, column: Column): Deadline | undefined {
  const cell = head && columns && cells(head)[columns.indexOf(column)]
  return cell && cell.to > cell.from ? { ...cell, text: head.text.slice(cell.from, cell.to) } : undefined
}

/** What a row asks to be done; the whole row where no column says it. */
export const taskOf = (item: Item): Deadline | undefined => cellOf(item, 'task')

/** A row's number as it stands. */
export const numberOf = (item: Item): string => cellOf(item, 'number')?.text ?? ''

type Roles = { readonly lead: readonly Unit[]; readonly support: readonly Unit[] }

/** Who answers for an item by its own tags or cells, those below it not counted. */
export function ownersOf(item: Item): Roles {
  if (item.kind === 'row') {
    const units = (column: Column) => {
      const cell = cellOf(item, column)
      return cell && item.head ? readUnits(item.head.text, cell.from, cell.to) : []
    }
    return { lead: units('lead'), support: units('support') }
  }
  if (item.kind !== 'item') return { lead: [], support: [] }
  return rolesIn(lines(item).flatMap((line) => line.tags))
}

/** Who leads and who supports by tags that are said of one task: beside one that says who leads, the others support. */
export function rolesIn(tags: readonly Tag[]): Roles {
  const led = tags.some((tag) => tag.led)
  return {
    lead: tags.flatMap((tag) => (led && !tag.led ? [] : tag.lead)),
    support: tags.flatMap((tag) => (led && !tag.led ? [...tag.lead, ...tag.support] : tag.support)),
  }
}

/** Whether an item's own tags name anybody: one that only says by when does not. */
export const isTagged = ({ head, body }: Item): boolean =>
  (head?.tags.some(namesSomebody) ?? false) || body.some(({ tags }) => tags.some(namesSomebody))

export const namesSomebody = ({ lead, support, leader, deadline }: Tag): boolean =>
  // An empty one was meant to, and is a mistake of its own.
  lead.length + support.length + leader.length > 0 || deadline === undefined

/**
 * By item, the last of several below it that alone carries a tag: it is said of them all, at the end of what they belong
 * to, unless the part tags such items one by one elsewhere.
 */
export function saidForAll(part: Part): ReadonlyMap<Item, Item> {
  const known = forAll.get(part)
  if (known) return known
  const found = new Map<Item, Item>()
  const oneByOne = new Set<Family | undefined>()
  const visit = (item: Item) => {
    if (item.items.length === 0) return
    const last = item.kind === 'item' && !isTagged(item) ? onlyLast(item.items.filter(isItem)) : undefined
    if (last) found.set(item, last)
    for (const child of item.items) {
      if (!isItem(child)) continue
      if (!last && isTagged(child)) oneByOne.add(child.head?.ordinal?.family)
      visit(child)
    }
  }
  visit(part)
  for (const [item, last] of found) if (oneByOne.has(last.head?.ordinal?.family)) found.delete(item)
  forAll.set(part, found)
  return found
}

const isItem = ({ kind }: Item): boolean => kind === 'item'

const forAll = new WeakMap<Part, ReadonlyMap<Item, Item>>()

function onlyLast(items: readonly Item[]): Item | undefined {
  const last = items.at(-1)
  if (!last || items.length < 2 || last.items.length > 0 || !isTagged(last)) return undefined
  return items.every((item) => item === last || (item.items.length === 0 && !isTagged(item))) ? last : undefined
}

// Not a span (3年内), nor what was done up to then (截至2022年底, 2022年底前已完成).
const prose =
  /(?<!截至|截止|自|从|至|到|至[0-9]{4}年|到[0-9]{4}年|起至[0-9]{4}年)(?:(?:[0-9]{4}年)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日|底|末|上旬|中旬|下旬)?|年底|年末|第?[一二三四1-4]季度末?|上半年|月底)(?:之?前|以前)|(?<![0-9])[0-9]{4}年(?:底|末)(?:之?前|以前)?|(?<![0-9一二两三四五六七八九十半])年内)(?!已)/

/** When an item is due: as its tag says, or the first date in its own text that sets an end. */
export function deadlineOf(item: Item): Deadline | undefined {
  if (item.kind === 'row') return cellOf(item, 'deadline')
  if (item.kind !== 'item') return undefined
  return first(item, deadlineInTags) ?? first(item, deadlineIn)
}

/** What is found first in the lines of an item. */
function first<T>({ head, body }: Item, find: (line: Line) => T | null | undefined): T | undefined {
  const found = head && find(head)
  if (found) return found
  for (const line of body) {
    const further = find(line)
    if (further) return further
  }
  return undefined
}

const deadlineInTags = ({ tags }: Line): Deadline | undefined =>
  tags.length === 0 ? undefined : tags.find(({ deadline }) => deadline)?.deadline

/** The first date in a line's own words that sets an end. */
export const deadlineIn = (line: Line): Deadline | null => (has(line, ending) ? read(line) : null)

const read = Line.once((line): Deadline | null => {
  const match = prose.exec(line.text)
  return match && { text: match[0], from: match.index, to: match.index + match[0].length }
})

/** What every end has. */
const ending = any(sign('月日底末旬度年', '前'), sign('月日底末旬度年', '之以', '前'), sign('年', '底末内'))
