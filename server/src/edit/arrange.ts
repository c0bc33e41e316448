import { type Item, type Part, walk } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import { writeHan } from '../plan/numerals.ts'
import type { Ordinal } from '../plan/ordinal.ts'
import { phrase } from '../plan/phrase.ts'
import { analyze, type Plan, parts } from '../plan/plan.ts'
import { type Replacement, renumbering } from '../plan/renumber.ts'
import { type Link, links } from '../plan/resolve.ts'
import { withOrdinal } from './structure.ts'

/** A plan's lines in a new order, some changed, some new; each with the line it was, so that references follow it. */
export type Arranged = readonly { readonly text: string; readonly was?: Line }[]

/** The lines of a plan as they stand. */
export const asTheyStand = (plan: Plan): Arranged => plan.lines.map((line) => ({ text: line.text, was: line }))

/**
 * Gives every line of a new arrangement the number of its place and lets the references follow. A number that was wrong
 * before stays as it is: that is for the rules to tell and for the drafter to say. The texts are in the order given.
 */
export function settle(plan: Plan, arranged: Arranged): readonly string[] {
  const texts = arranged.map(({ text }) => text)
  const after = analyze(texts.join('\n'), plan)
  const before = parts(plan)
  const old = new Set(before)
  const wrong = new Set<Line>()
  for (const part of old) {
    if (!isKept(part, after)) for (const line of renumbering(part).keys()) wrong.add(line)
  }
  const now = [...parts(after)]
  for (const [i, part] of now.entries()) {
    if (old.has(part)) continue
    for (const [line, ordinal] of renumbering(part, now.length === before.length ? before[i] : part)) {
      const row = after.row.get(line) as number
      const { was } = arranged[row] as Arranged[number]
      if (was?.text === line.text && wrong.has(was)) continue
      texts[row] = withOrdinal(line, ordinal)
    }
  }
  follow(plan, arranged, texts)
  return texts
}

const isKept = (part: Part, after: Plan): boolean => part.lines.every((line) => after.row.has(line))

/** Rewrites the references in `texts` to places that carry another number there. */
function follow(plan: Plan, arranged: Arranged, texts: string[]): void {
  const settled = analyze(texts.join('\n'), plan)
  const rowOf = new Map<Line, number>()
  for (const [row, { was }] of arranged.entries()) if (was && !rowOf.has(was)) rowOf.set(was, row)
  const now = (line: Line | undefined): Line | undefined => {
    const row = line && rowOf.get(line)
    return row === undefined ? undefined : settled.lines[row]
  }
  let paths: ReadonlyMap<Line, readonly Ordinal[]> | undefined
  const edits = new Map<Line, Replacement[]>()
  for (const part of parts(plan)) {
    if (isKept(part, settled)) continue
    for (const own of byReference(links(part))) {
      const { line } = (own[0] as Link).reference
      paths ??= pathsIn(settled)
      const known = paths
      const pathOf = (target: Line | undefined) => known.get(now(target) as Line) ?? []
      const there = edits.get(line)
      if (there) for (const each of followed(own, pathOf)) there.push(each)
      else edits.set(line, [...followed(own, pathOf)])
    }
  }
  for (const [line, own] of edits) {
    const row = rowOf.get(line)
    if (row !== undefined) texts[row] = replaced(texts[row] as string, line, own)
  }
  nameAnew(plan, texts, rowOf)
}

/**
 * A reference that is counted from where it stands (第2项) means another item where its own was moved, or the one that it
 * means: it is written from the outermost level then.
 */
function nameAnew(plan: Plan, texts: string[], rowOf: ReadonlyMap<Line, number>): void {
  const after = analyze(texts.join('\n'), plan)
  const groups = byLine(after)
  const paths = pathsIn(after)
  const [sectionWas, sectionIs] = [sectionsIn(plan), sectionsIn(after)]
  for (const [line, before] of byLine(plan)) {
    const row = rowOf.get(line)
    const now = row === undefined ? undefined : (after.lines[row] as Line)
    const own = now && now !== line ? groups.get(now) : undefined
    const edits = (own?.length === before.length ? own : []).flatMap((group, i): readonly Replacement[] => {
      const meant = (before[i] as readonly Link[]).at(-1)?.target
      const meantRow = meant && rowOf.get(meant)
      const { reference, step, target } = group.at(-1) as Link
      if (meantRow === undefined || reference.within || step.numbers.length > 1) return []
      const isNow = after.lines[meantRow] as Line
      // From another section a number alone is no way to name an item, though no other may have it.
      const parted =
        reference.steps.length === 1 &&
        sectionWas.get(line) === sectionWas.get(meant as Line) &&
        sectionIs.get(now as Line) !== sectionIs.get(isNow)
      if (target === isNow && !parted) return []
      const text = phrase([...(paths.get(isNow) ?? [])].reverse())
      return text ? [{ line: now as Line, from: reference.from, to: reference.to, text }] : []
    })
    if (row !== undefined && now && edits.length > 0) texts[row] = replaced(now.text, now, edits)
  }
}

/** The outermost item that each line stands in. */
function sectionsIn(plan: Plan): ReadonlyMap<Line, Item> {
  const found = new Map<Line, Item>()
  for (const part of parts(plan))
    for (const section of part.items)
      for (const { head, body } of walk(section))
        for (const line of head ? [head, ...body] : body) found.set(line, section)
  return found
}

/** The references of each line, each with its links. */
function byLine(plan: Plan): ReadonlyMap<Line, readonly (readonly Link[])[]> {
  const found = new Map<Line, (readonly Link[])[]>()
  for (const part of parts(plan)) {
    for (const group of byReference(links(part))) {
      const { line } = (group[0] as Link).reference
      const there = found.get(line)
      if (there) there.push(group)
      else found.set(line, [group])
    }
  }
  return found
}

/** The links of each reference together. */
function byReference(all: readonly Link[]): readonly (readonly Link[])[] {
  const found: Link[][] = []
  for (const link of all) {
    if (found.at(-1)?.[0]?.reference === link.reference) found.at(-1)?.push(link)
    else found.push([link])
  }
  return found
}

/**
 * A reference to what its targets are now: the numbers of its last step from the targets themselves, those before it
 * from what now stands around them; where a level changed, the whole of it anew.
 */
function followed(
  own: readonly Link[],
  pathOf: (target: Line | undefined) => readonly Ordinal[],
): readonly Replacement[] {
  const edits: Replacement[] = []
  const last = own.at(-1)
  const around = pathOf(last?.target)
  for (const { reference, number, step, target } of own) {
    const isLast = step === last?.step
    const path = isLast ? pathOf(target) : around
    if (!target?.ordinal || path.length === 0) continue
    const { family } = target.ordinal
    const found = isLast
      ? path[0]?.family === family
        ? path[0]
        : undefined
      : path.slice(1).find((each) => each.family === family)
    const { line } = reference
    if (!found) {
      // Several numbers under one word have no other way to be written.
      const text = reference.within || step.numbers.length > 1 ? undefined : phrase([...path].reverse())
      return text ? [{ line, from: reference.from, to: reference.to, text }] : []
    }
    const text = step.arabic ? String(found.value) : writeHan(found.value)
    if (found.value !== number.value) edits.push({ line, from: number.from, to: number.to, text })
  }
  return edits
}

/** The ordinals of each numbered line and of all that it stands in, the innermost first. */
function pathsIn(plan: Plan): ReadonlyMap<Line, readonly Ordinal[]> {
  const found = new Map<Line, readonly Ordinal[]>()
  const visit = (item: Item, above: readonly Ordinal[]) => {
    const path = item.kind === 'item' && item.head?.ordinal ? [item.head.ordinal, ...above] : above
    if (item.head) found.set(item.head, path)
    for (const child of item.items) visit(child, path)
  }
  for (const document of plan.documents) visit(document, [])
  return found
}

/** References stand behind the ordinal, which may have changed its length: columns are counted from there. */
function replaced(text: string, line: Line, edits: readonly Replacement[]): string {
  const start = line.ordinal?.to ?? 0
  let out = text.slice(0, text.length - (line.text.length - start))
  let at = start
  for (const { from, to, text: put } of edits) {
    out += line.text.slice(at, from) + put
    at = to
  }
  return out + line.text.slice(at)
}
