import { type Directive, directive } from './directive.ts'
import { type Due, readDue } from './due.ts'
import type { Item, Part } from './item.ts'
import type { Line } from './line.ts'
import { deadlineOf, ownersOf, saidForAll } from './owned.ts'
import type { Tag } from './tag.ts'
import type { Unit } from './unit.ts'

/** Where something was read, and whether it stands at a heading above the item that it holds for. */
type Source = { readonly line: Line; readonly from: number; readonly to: number; readonly inherited: boolean }

export type Assigned = Unit & Source
/** `tagged`: it stands in a tag or a column for it, not in the running text. */
export type Term = Source & { readonly text: string; readonly due: Due | undefined; readonly tagged: boolean }

/** Who answers for an item, and by when. */
export type Responsibility = {
  readonly lead: readonly Assigned[]
  readonly support: readonly Assigned[]
  /** 各有关部门, 委属各单位: nobody in particular, whatever their role. */
  readonly collective: readonly Assigned[]
  /** 责任领导, 责任人. */
  readonly leader: readonly Assigned[]
  readonly deadline?: Term
}

type Owned = Omit<Responsibility, 'deadline'>

const nobody: Responsibility = { lead: [], support: [], collective: [], leader: [] }
const cache = new WeakMap<Part, ReadonlyMap<Item, Responsibility>>()

/**
 * What each item and row of a part answers to: by its own tags, or by the nearest above that has any. Tags are read as the
 * document's directives say from where they stand.
 */
export function responsibilities(part: Part): ReadonlyMap<Item, Responsibility> {
  const known = cache.get(part)
  if (known) return known
  const found = new Map<Item, Responsibility>()
  const said = directives(part)
  const due = terms(part)
  const forAll = saidForAll(part)
  const visit = (item: Item, passed: Responsibility) => {
    const last = forAll.get(item)
    const above = last ? passedOn(responsibility(last, passed, said, undefined)) : passed
    for (const child of item.items) {
      if (child.kind === 'annex') continue
      const own = responsibility(child, above, said, due.get(child))
      found.set(child, own)
      if (child.items.length > 0) visit(child, own === nobody ? own : passedOn(own))
    }
  }
  visit(part, nobody)
  cache.set(part, found)
  return found
}

/** When each item and row of a part is due that is due at all: as its tag or its text says, or as the nearest above. */
export function terms(part: Part): ReadonlyMap<Item, Term> {
  const known = termCache.get(part)
  if (known) return known
  const found = new Map<Item, Term>()
  const visit = (item: Item, above: Term | undefined) => {
    for (const child of item.items) {
      if (child.kind === 'annex') continue
      const own = term(child) ?? above
      if (own) found.set(child, own)
      if (child.items.length > 0) visit(child, own && { ...own, inherited: true })
    }
  }
  visit(part, undefined)
  termCache.set(part, found)
  return found
}

const termCache = new WeakMap<Part, ReadonlyMap<Item, Term>>()

function responsibility(
  item: Item,
  above: Responsibility,
  said: ReadonlyMap<Line, Directive>,
  deadline: Term | undefined,
): Responsibility {
  const own = item.kind === 'row' ? ownedByRow(item) : ownedByTags(item, said)
  const everywhere = item.items.length === 0 && item.head ? said.get(item.head)?.everywhere : undefined
  // Most items say nothing of their own.
  if (own === nobody && !deadline && !everywhere) return above
  const isOwned = own.lead.length + own.support.length + own.collective.length + own.leader.length > 0
  const { lead, support, collective, leader } = isOwned ? own : above
  return {
    lead,
    support,
    collective: everywhere ? [...collective, ...everywhereIn(everywhere, item)] : collective,
    leader,
    ...(deadline && { deadline }),
  }
}

/** Said once for all: it points at the item, for the words stand elsewhere. */
const everywhereIn = (units: readonly Unit[], { head }: Item): readonly Assigned[] =>
  head ? units.map((unit) => ({ ...unit, line: head, from: 0, to: 0, inherited: true })) : []

function term(item: Item): Term | undefined {
  const found = deadlineOf(item)
  if (!found) return undefined
  const line = linesOf(item).find(({ text }) => text.slice(found.from, found.to) === found.text)
  if (!line) return undefined
  const tagged = item.kind === 'row' || line.tags.some(({ deadline }) => deadline?.from === found.from)
  return { ...found, line, inherited: false, due: readDue(found.text), tagged }
}

const linesOf = ({ head, body }: Item): readonly Line[] => (head ? [head, ...body] : body)

function ownedByRow(item: Item): Owned {
  const { lead, support } = ownersOf(item)
  return sorted(
    lead.map((unit) => own(unit, item.head as Line)),
    support.map((unit) => own(unit, item.head as Line)),
    [],
  )
}

function ownedByTags(item: Item, said: ReadonlyMap<Line, Directive>): Owned {
  const lead: Assigned[] = []
  const support: Assigned[] = []
  const leader: Assigned[] = []
  const lines = linesOf(item)
  if (!lines.some(({ tags }) => tags.length > 0)) return nobody
  const isLed = lines.some(({ tags }) => tags.some((tag) => tag.led))
  for (const line of lines) {
    for (const tag of line.tags) {
      const { leads } = said.get(line) ?? {}
      if (isLed && !tag.led) {
        support.push(...[...tag.lead, ...tag.support].map((unit) => own(unit, line)))
        leader.push(...tag.leader.map((unit) => own(unit, line)))
        continue
      }
      const led = leads && tag.support.length === 0 ? leadingIn(tag, line, leads) : tag.lead.length
      lead.push(...tag.lead.slice(0, led).map((unit) => own(unit, line)))
      support.push(...[...tag.lead.slice(led), ...tag.support].map((unit) => own(unit, line)))
      leader.push(...tag.leader.map((unit) => own(unit, line)))
    }
  }
  return sorted(lead, support, leader)
}

/** How many of a list lead, as the document says of its lists. */
function leadingIn({ lead }: Tag, { text }: Line, leads: NonNullable<Directive['leads']>): number {
  if (leads === 'the first') return Math.min(lead.length, 1)
  const comma = lead.findIndex((unit, i) => i > 0 && /[，,；;]/.test(text.slice((lead[i - 1] as Unit).to, unit.from)))
  return comma < 0 ? lead.length : comma
}

const own = (unit: Unit, line: Line): Assigned => ({ ...unit, line, inherited: false })

const sorted = (lead: readonly Assigned[], support: readonly Assigned[], leader: readonly Assigned[]): Owned => ({
  lead: lead.filter(({ collective }) => !collective),
  support: support.filter(({ collective }) => !collective),
  collective: [...lead, ...support].filter(({ collective }) => collective),
  leader,
})

/** What the items below have of an item that they have not themselves. */
function passedOn({ lead, support, collective, leader }: Responsibility): Responsibility {
  const inherited = <T extends Source>(found: readonly T[]): readonly T[] =>
    found.map((each) => ({ ...each, inherited: true }))
  return {
    lead: inherited(lead),
    support: inherited(support),
    // What is said for all items is said of each for itself.
    collective: inherited(collective.filter(({ to }) => to > 0)),
    leader: inherited(leader),
  }
}

/** What holds at each line of a part: every directive from where it stands, the later ones over the earlier. */
function directives(part: Part): ReadonlyMap<Line, Directive> {
  const found = new Map<Line, Directive>()
  let now: Directive | undefined
  for (const line of part.lines) {
    const said = directive(line)
    const before = now
    if (said) now = { ...now, ...said }
    // Who answers for all that follows does not for the item where it is said.
    const fromNext = said?.everywhere && !said.hereToo
    if (now) found.set(line, fromNext ? { ...now, everywhere: before?.everywhere ?? [] } : now)
  }
  return found
}
