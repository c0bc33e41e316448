import { type Item, type Part, walk } from './item.ts'
import { type Line, readLine } from './line.ts'
import { asides, starts } from './parts.ts'
import { documents } from './tree.ts'

/** A text as documents with their structure. Positions are in `row` alone: nothing else knows where it stands. */
export type Plan = {
  readonly text: string
  readonly lines: readonly Line[]
  readonly documents: readonly Part[]
  /** Row of each line, from 0. */
  readonly row: ReadonlyMap<Line, number>
}

/**
 * Reads a text (no BOM; \n, \r\n or \r end its lines). Total: any text gives a plan. With the plan of an earlier
 * version, lines, items and documents that did not change are the same objects as there.
 */
export function analyze(text: string, before?: Plan): Plan {
  if (before?.text === text) return before
  const lines = readLines(text, before)
  const aside = asides(lines)
  const found = documents(lines, starts(lines, aside), aside, reuseFrom(before))
  let row: ReadonlyMap<Line, number> | undefined
  return {
    text,
    lines,
    documents: found,
    // Made when it is first asked for: a text without findings never needs it.
    get row() {
      row ??= rowsOf(lines)
      return row
    },
  }
}

function rowsOf(lines: readonly Line[]): ReadonlyMap<Line, number> {
  const rows = new Map<Line, number>()
  for (let i = 0; i < lines.length; i++) rows.set(lines[i] as Line, i)
  return rows
}

/** Every document and annex of a plan, in order. */
export function* parts(plan: Plan): Generator<Part> {
  for (const document of plan.documents) {
    yield document
    for (const item of document.items) if (item.kind === 'annex') yield item as Part
  }
}

/** Keeps the lines of the unchanged head and tail and reads only what lies between. */
function readLines(text: string, before?: Plan): readonly Line[] {
  const old = before?.lines ?? []
  let head = 0
  let from = 0
  while (head < old.length - 1) {
    const { text: line } = old[head] as Line
    const end = from + line.length
    const next = pastBreak(text, end)
    if (next === end || !text.startsWith(line, from)) break
    from = next
    head++
  }
  let tail = old.length
  let to = text.length
  let atEnd = true
  while (tail > head) {
    const { text: line } = old[tail - 1] as Line
    const start = to - line.length
    if (start < from || !text.startsWith(line, start)) break
    const gap = start === from ? start : beforeBreak(text, start)
    if (gap < from || (gap === start && start !== from)) break
    tail--
    atEnd = false
    to = gap
    if (start === from) return [...old.slice(0, head), ...old.slice(tail)]
  }
  // `to` is where the break before the kept tail begins, so what is read anew ends there.
  const fresh = from <= to || atEnd ? text.slice(from, to).split(lineBreak).map(readLine) : []
  return [...old.slice(0, head), ...fresh, ...old.slice(tail)]
}

const lineBreak = /\r\n|\n|\r/

function pastBreak(text: string, at: number): number {
  const char = text.charCodeAt(at)
  if (char === 13) return text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1
  return char === 10 ? at + 1 : at
}

function beforeBreak(text: string, at: number): number {
  const char = text.charCodeAt(at - 1)
  if (char === 10) return text.charCodeAt(at - 2) === 13 ? at - 2 : at - 1
  return char === 13 && text.charCodeAt(at) !== 10 ? at - 1 : at
}

function reuseFrom(before?: Plan): <T extends Item>(item: T) => T {
  if (!before) return (item) => item
  const known = new Map<Line | undefined, Item>()
  for (const document of before.documents) for (const item of walk(document)) known.set(item.head, item)
  return (item) => {
    const old = known.get(item.head)
    return old && sameItem(old, item) ? (old as typeof item) : item
  }
}

const sameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i])

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
