import { annexesOf, type Item, type Part } from './item.ts'
import { Line } from './line.ts'
import type { Aside } from './parts.ts'

/**
 * The part of the lines [from, to), where an earlier version of the text had it with the same annexes: it need not be built.
 */
export type Reuse = (
  kind: Part['kind'],
  lines: readonly Line[],
  from: number,
  to: number,
  annexes: readonly Part[],
) => Part | undefined

/** What a plan lends to the version after it, whose asides are given. */
export function reuseFrom(
  before: { readonly documents: readonly Part[]; readonly asides: Aside } | undefined,
  asides: Aside,
): Reuse {
  if (!before) return () => undefined
  // What is aside is not numbered: where that changed, so may every part.
  if (!sameSet(before.asides, asides)) return () => undefined
  const parts = before.documents.flatMap((document) => [document, ...annexesOf(document)])
  const byFirst = new Map(parts.map((part) => [part.lines[0], part]))
  return (kind, lines, from, to, annexes) => {
    const old = byFirst.get(lines[from])
    const isSame = old?.kind === kind && old.lines.length === to - from && standsAt(old.lines, lines, from)
    return isSame && sameList(annexesOf(old), annexes) ? old : undefined
  }
}

/** The item that a line was last the head of. */
const headed = Line.slot<Item>()

/** An item; the one that was there before where it had the same body and items: what did not change stays itself. */
export function kept(level: number, head: Line, body: Body, items: Items, columns: Columns | undefined): Item {
  const old = headed.get(head)
  if (old && old.level === level && old.columns === columns && sameList(old.body, body) && sameList(old.items, items))
    return old
  const item: Item = columns
    ? { kind: 'row', level, head, body, items, columns }
    : { kind: 'item', level, head, body, items }
  headed.set(head, item)
  return item
}

type Body = Item['body']
type Items = Item['items']
type Columns = NonNullable<Item['columns']>

/** Whether lines stand among others from a place on. */
function standsAt(lines: readonly Line[], among: readonly Line[], from: number): boolean {
  for (let i = 0; i < lines.length; i++) if (lines[i] !== among[from + i]) return false
  return true
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

const sameSet = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => a.size === b.size && sameList([...a], [...b])
