import type { Position } from 'vscode-languageserver'
import { nameSpan } from '../plan/extent.ts'
import { label } from '../plan/heading.ts'
import { type Item, type Part, titleOf } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import { pathTo } from '../plan/locate.ts'
import { type Plan, parts } from '../plan/plan.ts'
import { type Link, links } from '../plan/resolve.ts'
import { type Range, rangeOf } from '../report/diagnostic.ts'
import { entitled } from '../report/outline.ts'

/** Every reference of a plan, number by number. */
export function* allLinks(plan: Plan): Generator<Link> {
  for (const part of parts(plan)) yield* links(part)
}

/** The link at a position: of the number that it is in or beside, else of the reference's last number. */
export function linkAt(plan: Plan, { line: row, character }: Position): Link | undefined {
  const line = plan.lines[row]
  if (!line) return undefined
  const here: Link[] = []
  for (const part of parts(plan)) {
    if (!part.lines.includes(line)) continue
    for (const link of links(part)) {
      const { reference } = link
      if (reference.line === line && reference.from <= character && character <= reference.to) here.push(link)
    }
  }
  // The number whose step the position is in: steps follow each other, each ends before the next number.
  return here.findLast(({ number }) => number.from - 2 <= character) ?? here[0]
}

/** The numbered line whose ordinal a position is in or beside. */
export function headAt(plan: Plan, { line: row, character }: Position): Line | undefined {
  const line = plan.lines[row]
  return line?.ordinal && character >= line.ordinal.from && character <= line.ordinal.to ? line : undefined
}

/** What is meant at a position: the line itself at its ordinal, the target at a reference. */
export const targetAt = (plan: Plan, position: Position): Line | undefined =>
  linkAt(plan, position)?.target ?? headAt(plan, position)

export const targetRange = (plan: Plan, line: Line): Range => rangeOf(plan, { line, ...nameSpan(line) })

/** Where the number of a link stands, with the words of its step around it: 第（二）项 of 第三部分第（二）项. */
export function stepRange(plan: Plan, { reference, number, step }: Link): Range {
  const at = reference.steps.indexOf(step)
  const before = reference.steps[at - 1]?.numbers.at(-1)
  const { line } = reference
  const text = line.text
  const single = step.numbers.length === 1
  const from = !single ? number.from : before ? text.indexOf('第', before.to) : reference.from
  const next = reference.steps[at + 1]?.numbers[0]
  const to = !single ? number.to : next ? text.lastIndexOf('第', next.from) : reference.to
  return rangeOf(plan, { line, from, to })
}

/** 一、 › （二） › 5. */
export const pathOf = (plan: Plan, row: number): string => ordinalsOf(pathTo(plan, row)).join(' › ')

export const ordinalsOf = (path: readonly Item[]): readonly string[] =>
  path.flatMap(({ kind, head }) =>
    kind === 'item' ? [head?.ordinal?.text.trim() ?? ''] : kind === 'annex' ? [head?.text.trim() ?? ''] : [],
  )

/** A line's ordinal and title, or an annex's label and title. */
export function nameOf(plan: Plan, line: Line): string {
  if (line.ordinal) return entitled(line.ordinal.text, label(line))
  const annex = parts(plan).find(({ head, kind }) => kind === 'annex' && head === line) as Part | undefined
  return [line.text.trim(), annex && titleOf(annex)].filter(Boolean).join(' ')
}
