import { annexesOf, type Part } from './item.ts'
import { type Line, readLine } from './line.ts'
import { type Aside, asides, starts } from './parts.ts'
import { reuseFrom } from './reuse.ts'
import { type Rows, rowsOf } from './row.ts'
import { documents } from './tree.ts'

/** A text as documents with their structure. Positions are in `row` alone: nothing else knows where it stands. */
export type Plan = {
  readonly text: string
  readonly lines: readonly Line[]
  readonly documents: readonly Part[]
  readonly asides: Aside
  /** Row of a line, from 0; undefined where the line is not this plan's. */
  readonly row: Rows
}

/**
 * Reads a text (no BOM; \n, \r\n or \r end its lines). Total: any text gives a plan. With the plan of an earlier
 * version, lines, items and documents that did not change are the same objects as there.
 */
export function analyze(text: string, before?: Plan): Plan {
  return before?.text === text ? before : planOf(readLines(text, before), { text }, before)
}

/**
 * What an edit left as it was: so many rows at the top and at the end; and what is between them, with the line break
 * behind its last row.
 */
export type Kept = { readonly head: number; readonly tail: number; readonly between: string }

/** The same for who knows what the edit kept: nobody compares texts, and the whole one is asked for only if needed. */
export function reread(before: Plan, kept: Kept, text: () => string): Plan {
  let known: string | undefined
  const whole = {
    get text() {
      known ??= text()
      return known
    },
  }
  return planOf(readBetween(before.lines, kept), whole, before)
}

function planOf(lines: readonly Line[], whole: { readonly text: string }, before: Plan | undefined): Plan {
  const found = asides(lines)
  return Object.assign(whole, {
    lines,
    documents: documents(lines, starts(lines, found), found, reuseFrom(before, found)),
    asides: found,
    row: rowsOf(lines),
  })
}

/** A document and its annexes, in order. */
export const partsOf = (document: Part): readonly Part[] => [document, ...annexesOf(document)]

/** Every document and annex of a plan, in order. */
export const parts = (plan: Plan): readonly Part[] => plan.documents.flatMap(partsOf)

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
    if (start === from) return old.slice(0, head).concat(old.slice(tail))
  }
  // `to` is where the break before the kept tail begins, so what is read anew ends there.
  const fresh = from <= to || atEnd ? readRows(text.slice(from, to)) : []
  return old.slice(0, head).concat(fresh, old.slice(tail))
}

/** Reads the rows that an edit touched, and only those. */
function readBetween(old: readonly Line[], { head, tail, between }: Kept): readonly Line[] {
  const fresh = readRows(between)
  // Where rows follow, the break before them ends the last row that is read: behind it is nothing.
  if (tail > 0) fresh.pop()
  if (fresh.length !== old.length - head - tail) return old.slice(0, head).concat(fresh, old.slice(old.length - tail))
  // Typing moves no line: one copy, for of a long document these are most of what a key throws away.
  const lines = old.slice()
  for (let i = 0; i < fresh.length; i++) lines[head + i] = fresh[i] as Line
  return lines
}

function readRows(text: string): Line[] {
  let at = 0
  return text.split(lineBreak).map((row) => {
    const line = readLine(row, text, at)
    at = pastBreak(text, at + row.length)
    return line
  })
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
