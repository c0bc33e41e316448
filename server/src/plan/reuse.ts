import { annexesOf, type Item, type Part, walk } from './item.ts'
import type { Line } from './line.ts'
import type { Aside } from './parts.ts'

/** Gives back an earlier item where it has the same head, body and items, so that what did not change stays itself. */
export type Keep = <T extends Item>(item: T) => T

/** What an earlier version of a text lends to the next. */
export type Reuse = {
  /** The part of these lines, where it was there before with the same annexes: it need not be built. */
  readonly part: (kind: Part['kind'], lines: readonly Line[], annexes: readonly Part[]) => Part | undefined
  /** For a part that has to be built: its items that were there before. */
  readonly items: (lines: readonly Line[]) => Keep
}

const nothing: Reuse = { part: () => undefined, items: () => (item) => item }

/** What a plan lends to the version after it, whose asides are given. */
export function reuseFrom(
  before: { readonly documents: readonly Part[]; readonly asides: Aside } | undefined,
  asides: Aside,
): Reuse {
  if (!before) return nothing
  const parts = before.documents.flatMap((document) => [document, ...annexesOf(document)])
  const byFirst = new Map(parts.map((part) => [part.lines[0], part]))
  const byLast = new Map(parts.map((part) => [part.lines.at(-1), part]))
  // What is aside is not numbered: where that changed, so may every part.
  const sameAsides = sameSet(before.asides, asides)
  return {
    part: (kind, lines, annexes) => {
      const old = sameAsides ? byFirst.get(lines[0]) : undefined
      return old?.kind === kind && sameList(old.lines, lines) && sameList(annexesOf(old), annexes) ? old : undefined
    },
    // A part that begins or ends as one did before is that one, or a piece of it.
    items: (lines) => {
      const likely = new Set([byFirst.get(lines[0]), byLast.get(lines.at(-1))])
      const known = new Map<Line | undefined, Item>()
      for (const part of likely) if (part) for (const item of walk(part)) known.set(item.head, item)
      return (item) => {
        const old = known.get(item.head)
        return old && sameItem(old, item) ? (old as typeof item) : item
      }
    },
  }
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

const sameSet = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => a.size === b.size && sameList([...a], [...b])

const sameItem = (a: Item, b: Item): boolean =>
  a.kind === b.kind &&
  a.level === b.level &&
  a.head === b.head &&
  sameList(a.body, b.body) &&
  sameList(a.items, b.items) &&
  sameList((a as Part).title ?? [], (b as Part).title ?? []) &&
  sameList((a as Part).closing ?? [], (b as Part).closing ?? []) &&
  a.columns === b.columns &&
  sameList((a as Part).lines ?? [], (b as Part).lines ?? [])
