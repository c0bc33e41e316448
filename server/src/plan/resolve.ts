import type { Item, Part } from './item.ts'
import type { Line } from './line.ts'
import { type Family, type Ordinal, readOrdinal } from './ordinal.ts'
import { type Reference, type ReferenceNumber, references, type Step, type Unit } from './reference.ts'

type Head = Line & { readonly ordinal: Ordinal }

/** A number of a reference with the line it points to. */
export type Link = {
  readonly reference: Reference
  readonly number: ReferenceNumber
  readonly step: Step
  /** Undefined where there is no such place, or more than one and nothing tells which. */
  readonly target: Line | undefined
  /** There are such places here, and none of this number. */
  readonly missing: boolean
}

/** What a unit may count, the likeliest first: 第三条 is an article, or 三、 where there are no articles. */
const families: Readonly<Record<Unit, readonly Family[]>> = {
  部分: ['part', 'han'],
  编: ['part'],
  篇: ['part'],
  章: ['chapter'],
  节: ['section'],
  条: ['article', 'han', 'hanParen', 'digit'],
  款: ['clause', 'hanParen', 'digitParen'],
  项: ['hanParen', 'digit', 'digitParen', 'digitHalfParen', 'circled', 'han'],
  点: ['han', 'hanParen', 'digit', 'digitParen', 'digitHalfParen', 'circled'],
  附件: [],
  专栏: ['box'],
  表: ['table'],
  图: ['figure'],
}
/** Tables and figures are often pictures: that none is found says nothing. */
const mayBePictures: ReadonlySet<Unit> = new Set(['表', '图'])

function familiesOf({ unit, bracketed: inBrackets, arabic }: Step): readonly Family[] {
  if (inBrackets) return arabic ? ['digitParen'] : ['hanParen']
  if (arabic && (unit === '项' || unit === '点')) return ['digit', 'digitParen', 'digitHalfParen', 'circled']
  return families[unit]
}

/** Where each line of a part stands. */
type Places = {
  readonly parent: ReadonlyMap<Item, Item>
  /** The item that a line is the head or the body of. */
  readonly item: ReadonlyMap<Line, Item>
  /** The heads of a family below an item. */
  readonly below: (item: Item, family: Family) => Heads | undefined
  readonly annexes: Annexes
}

/** The annexes by their numbers; `inOrder`: they are numbered from one to the last. */
type Annexes = { readonly count: number; readonly byNumber: ReadonlyMap<number, Item>; readonly inOrder: boolean }

/** Heads by their numbers, and how many there are. */
type Heads = { count: number; readonly byValue: Map<number, Meant> }

/** The first head of a number, and whether it is meant for certain: the others are its copies. */
type Meant = { readonly first: Head; certain: boolean }

function placesIn(part: Part): Places {
  const parent = new Map<Item, Item>()
  const item = new Map<Line, Item>()
  const visit = (one: Item) => {
    if (one.head) item.set(one.head, one)
    for (const line of one.body) item.set(line, one)
    for (const child of one.items) {
      if (child.kind === 'annex') continue
      parent.set(child, one)
      visit(child)
    }
  }
  visit(part)
  const known = new Map<Item, ReadonlyMap<Family, Heads>>()
  const gather = (one: Item): ReadonlyMap<Family, Heads> => {
    const found = new Map<Family, Heads>()
    const add = (head: Head) => {
      const { family, value } = head.ordinal
      const own = found.get(family) ?? { count: 0, byValue: new Map<number, Meant>() }
      found.set(family, own)
      own.count++
      const same = own.byValue.get(value)
      if (!same) own.byValue.set(value, { first: head, certain: true })
      else if (same.certain) same.certain = isCopy({ item, parent }, head, same.first)
    }
    const descend = (child: Item) => {
      if (child.kind === 'annex') return
      if (child.head?.ordinal) add(child.head as Head)
      for (const next of child.items) descend(next)
    }
    for (const child of one.items) descend(child)
    return found
  }
  return {
    parent,
    item,
    below(one, family) {
      const found = known.get(one) ?? gather(one)
      known.set(one, found)
      return found.get(family)
    },
    annexes: annexesIn(part),
  }
}

const cache = new WeakMap<Part, readonly Link[]>()

/** Every number of every reference in a part, with the line of the same part that it points to. */
export function links(part: Part): readonly Link[] {
  const known = cache.get(part)
  if (known) return known
  const all: Reference[] = []
  for (const line of part.lines) {
    const own = references(line)
    if (own.length > 0) for (const each of own) all.push(each)
  }
  const places = all.length > 0 ? placesIn(part) : undefined
  const found = places ? all.flatMap((reference) => [...linksOf(part, places, reference)]) : []
  cache.set(part, found)
  return found
}

const byTarget = new WeakMap<Part, ReadonlyMap<Line, readonly Link[]>>()

/** The same by the lines that they point to. */
export function linksTo(part: Part): ReadonlyMap<Line, readonly Link[]> {
  const known = byTarget.get(part)
  if (known) return known
  const found = new Map<Line, Link[]>()
  for (const link of links(part)) {
    if (!link.target) continue
    const own = found.get(link.target)
    if (own) own.push(link)
    else found.set(link.target, [link])
  }
  byTarget.set(part, found)
  return found
}

function* linksOf(part: Part, places: Places, reference: Reference): Generator<Link> {
  const here = places.item.get(reference.line) ?? part
  // 第一条 of an item points to its siblings and what is above, 本条第（一）项 to what is below it.
  let around: readonly Item[] = reference.within ? [enclosing(places, here, reference)] : upwards(places, here)
  for (const step of reference.steps) {
    let last: Line | undefined
    for (const number of step.numbers) {
      const { target, missing } = step.unit === '附件' ? annexOf(places, number) : find(places, around, step, number)
      yield { reference, number, step, target, missing }
      last = target
    }
    const inner = last && places.item.get(last)
    if (!inner) return
    around = [inner]
  }
}

function upwards({ parent }: Places, item: Item): readonly Item[] {
  const path: Item[] = []
  for (let at: Item | undefined = item; at; at = parent.get(at)) path.push(at)
  return path
}

/** The item that 本条, 本章 and the like name: the nearest that the reference does not stand beside. */
function enclosing(places: Places, here: Item, { steps: [first] }: Reference): Item {
  const wanted = first ? familiesOf(first) : []
  return upwards(places, here).find((item) => wanted.some((family) => places.below(item, family))) ?? here
}

/** The nearest place around that has such heads decides; of several of one number there, none is meant for certain. */
function find(places: Places, around: readonly Item[], step: Step, { value }: ReferenceNumber) {
  let seen = false
  for (const family of familiesOf(step)) {
    for (const item of around) {
      const heads = places.below(item, family)
      if (heads && heads.count > 1) seen = true
      const meant = heads?.byValue.get(value)
      if (meant) return { target: meant.certain ? meant.first : undefined, missing: false }
    }
  }
  return { target: undefined, missing: seen && !mayBePictures.has(step.unit) }
}

/** Whether two heads carry the same ordinals, and so do all above them: one was copied, and the first is meant. */
function isCopy(places: Pick<Places, 'item' | 'parent'>, a: Line, b: Line): boolean {
  if (a === b) return true
  if (a.ordinal?.text !== b.ordinal?.text) return false
  const [above, over] = [a, b].map((line) => {
    const item = places.item.get(line)
    return item && places.parent.get(item)?.head
  })
  return above && over ? isCopy(places, above, over) : above === over
}

function annexesIn({ items }: Part): Annexes {
  const annexes = items.filter(({ kind }) => kind === 'annex')
  const byNumber = new Map<number, Item>()
  let inOrder = true
  for (const [i, annex] of annexes.entries()) {
    const number = annexNumber(annex)
    if (number !== i + 1) inOrder = false
    if (number !== undefined && !byNumber.has(number)) byNumber.set(number, annex)
  }
  return { count: annexes.length, byNumber, inOrder }
}

/** The annex of that number. One is missing only where all are numbered and the last number is passed. */
function annexOf({ annexes: { count, byNumber, inOrder } }: Places, { value }: ReferenceNumber) {
  return { target: byNumber.get(value)?.head, missing: count > 1 && inOrder && value > count }
}

/** 附件2 → 2; undefined for 附件 alone. */
export function annexNumber({ head }: Item): number | undefined {
  const digits = head?.text.normalize('NFKC').match(/[0-9一二三四五六七八九十]+/)?.[0]
  return digits === undefined ? undefined : (readOrdinal(`${digits}、`)?.value ?? undefined)
}
