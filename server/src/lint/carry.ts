import type { Item, Part } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import type { Ordinal } from '../plan/ordinal.ts'
import type { Finding } from './lint.ts'
import type { Seen, Span } from './rule.ts'

/** Lines that an edit replaced, by those that stood in their places. */
type Replaced = ReadonlyMap<Line, Line>

/** An edit of more lines is no typing, and need not be quick. */
const most = 8

/** What a rule found before an edit, as it is behind it; undefined where the rule has to look again. */
export type Carry = (
  found: readonly Finding[],
  sees: ((line: Line) => Seen) | undefined,
) => readonly Finding[] | undefined

/**
 * What an edit carries over of a part where it left everything as it was but the words of some lines: the order of
 * lines, their ordinals, what stands below what, the title and the signature. Undefined where it did not.
 */
export function carrying(before: Part, after: Part): Carry | undefined {
  const replaced = new Map<Line, Line>()
  if (!samePart(before, after, replaced)) return undefined
  const pairs = [...replaced]
  return (found, sees) =>
    sees && pairs.every(([old, now]) => sees(old) === sees(now)) ? carried(found, replaced) : undefined
}

function samePart(a: Part, b: Part, found: Map<Line, Line>): boolean {
  if (a === b) return true
  return (
    replaceLines(a.lines, b.lines, found) &&
    sameEach(a.title, b.title, Object.is) &&
    sameEach(a.closing, b.closing, Object.is) &&
    sameEach([...a.levels], [...b.levels], (x, y) => x[0] === y[0] && x[1] === y[1]) &&
    sameItem(a, b, found)
  )
}

function replaceLines(a: readonly Line[], b: readonly Line[], found: Map<Line, Line>): boolean {
  if (a.length !== b.length) return false
  for (let row = 0; row < a.length; row++) {
    const [before, after] = [a[row] as Line, b[row] as Line]
    if (before === after) continue
    if (found.size === most || before.role !== after.role || !sameOrdinal(before.ordinal, after.ordinal)) return false
    found.set(before, after)
  }
  return true
}

const sameOrdinal = (a: Ordinal | undefined, b: Ordinal | undefined): boolean =>
  a?.text === b?.text && a?.from === b?.from && a?.family === b?.family && a?.value === b?.value

function sameItem(a: Item, b: Item, found: Map<Line, Line>): boolean {
  if (a === b) return true
  const sameLine = (x: Line | undefined, y: Line | undefined) => x === y || (x !== undefined && found.get(x) === y)
  return (
    a.kind === b.kind &&
    a.level === b.level &&
    a.columns === b.columns &&
    sameLine(a.head, b.head) &&
    sameEach(a.body, b.body, sameLine) &&
    sameEach(a.items, b.items, (x, y) =>
      x.kind === 'annex' && y.kind === 'annex' ? samePart(x as Part, y as Part, found) : sameItem(x, y, found),
    )
  )
}

function sameEach<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (!same(a[i] as T, b[i] as T)) return false
  return true
}

/** Undefined where something stands in the words of a line that was replaced, which may have moved: its ordinal has not. */
function carried(findings: readonly Finding[], replaced: Replaced): readonly Finding[] | undefined {
  if (findings.length === 0) return findings
  const moved: Finding[] = []
  for (const finding of findings) {
    const spans = spansOf(finding)
    if (spans.some(({ line, to }) => replaced.has(line) && to > (line.ordinal?.to ?? 0))) return undefined
    moved.push(spans.some(({ line }) => replaced.has(line)) ? inPlaceOf(finding, replaced) : finding)
  }
  return moved
}

const spansOf = (finding: Finding): readonly Span[] => [
  finding,
  ...(finding.related ?? []),
  ...(finding.fixes ?? []).flatMap(({ edits }) => edits),
]

function inPlaceOf(finding: Finding, replaced: Replaced): Finding {
  const there = <T extends Span>(span: T): T => ({ ...span, line: replaced.get(span.line) ?? span.line })
  return {
    ...there(finding),
    ...(finding.related && { related: finding.related.map(there) }),
    ...(finding.fixes && { fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(there) })) }),
  }
}
