import type { Item, Part } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import { writeHan } from '../plan/numerals.ts'
import type { Ordinal } from '../plan/ordinal.ts'
import { phrase } from '../plan/phrase.ts'
import { analyze, type Plan, parts } from '../plan/plan.ts'
import { type Replacement, renumbering } from '../plan/renumber.ts'
import { type Link, links } from '../plan/resolve.ts'

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
  const before = [...parts(plan)]
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
      texts[row] = put(line, ordinal)
    }
  }
  follow(plan, arranged, texts)
  return texts
}

const isKept = (part: Part, after: Plan): boolean => part.lines.every((line) => after.row.has(line))

const put = ({ text, ordinal }: Line, put: string): string =>
  ordinal ? text.slice(0, ordinal.from) + put + text.slice(ordinal.to) : text

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
      // The innermost target tells what stands around it now, though the outer steps may have named another.
      const path = paths.get(now(own.at(-1)?.target) as Line) ?? []
      edits.set(line, [...(edits.get(line) ?? []), ...followed(own, path)])
    }
  }
  for (const [line, own] of edits) {
    const row = rowOf.get(line)
    if (row !== undefined) texts[row] = replaced(texts[row] as string, line, own)
  }
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

/** A reference to what now carries the ordinals of a path, the innermost first: its numbers, or where a level changed, all of it. */
function followed(own: readonly Link[], path: readonly Ordinal[]): readonly Replacement[] {
  const edits: Replacement[] = []
  for (const { reference, number, step, target } of own) {
    if (!target?.ordinal || path.length === 0) continue
    const { family } = target.ordinal
    const value = path.find((ordinal) => ordinal.family === family)?.value
    const { line } = reference
    if (value === undefined) {
      const text = reference.within ? undefined : phrase([...path].reverse())
      return text ? [{ line, from: reference.from, to: reference.to, text }] : []
    }
    const text = step.arabic ? String(value) : writeHan(value)
    if (value !== number.value) edits.push({ line, from: number.from, to: number.to, text })
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
