import type { Item, Part } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import { writeHan } from '../plan/numerals.ts'
import type { Ordinal } from '../plan/ordinal.ts'
import { analyze, type Plan, parts } from '../plan/plan.ts'
import { type Replacement, renumbering } from '../plan/renumber.ts'
import { links } from '../plan/resolve.ts'

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
    const all = links(part)
    for (const [i, { reference, number, step, target }] of all.entries()) {
      if (!target?.ordinal) continue
      paths ??= pathsIn(settled)
      // An outer step names what the innermost target stands in now, though that may be another than before.
      let last = i
      while (all[last + 1]?.reference === reference) last++
      const innermost = all[last]?.target ?? target
      const path = paths.get(now(innermost) as Line) ?? []
      const value = path.find(({ family }) => family === target.ordinal?.family)?.value
      if (value === undefined || value === number.value) continue
      const text = step.arabic ? String(value) : writeHan(value)
      const { line } = reference
      edits.set(line, [...(edits.get(line) ?? []), { line, from: number.from, to: number.to, text }])
    }
  }
  for (const [line, own] of edits) {
    const row = rowOf.get(line)
    if (row !== undefined) texts[row] = replaced(texts[row] as string, line, own)
  }
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
