import {
  type Range,
  type SelectionRange,
  type SelectionRangeParams,
  SelectionRangeRequest,
} from 'vscode-languageserver'
import { pathTo } from '../plan/locate.ts'
import type { Plan } from '../plan/plan.ts'
import { extent } from '../report/outline.ts'
import { feature } from './feature.ts'

/** Selections that grow as a drafter thinks: clause, sentence, paragraph, item, section, document. */
export const selectionRange = feature<SelectionRangeParams, SelectionRange[]>(
  { selectionRangeProvider: true },
  SelectionRangeRequest.type,
  ({ plan }, { positions }) => positions.map(({ line, character }) => grow(plan, line, character)),
)

const clauseEnds = /[，,；;：:。！？!?]/
const sentenceEnds = /[。！？!?]/

function grow(plan: Plan, row: number, column: number): SelectionRange {
  const text = plan.lines[row]?.text ?? ''
  const inLine = [within(text, column, clauseEnds), within(text, column, sentenceEnds), [0, text.length] as const]
  const ranges: Range[] = [
    ...inLine.map(([from, to]) => ({ start: { line: row, character: from }, end: { line: row, character: to } })),
    ...[...pathTo(plan, row)].reverse().map((item) => extent(plan, item)),
  ]
  const [outermost, ...inner] = ranges.reverse()
  return inner.reduce<SelectionRange>((parent, range) => (same(parent.range, range) ? parent : { range, parent }), {
    range: outermost as Range,
  })
}

/** The piece between two marks around a column, its closing mark outside. */
function within(text: string, column: number, ends: RegExp): readonly [number, number] {
  let from = Math.min(column, text.length)
  while (from > 0 && !ends.test(text.charAt(from - 1))) from--
  let to = Math.min(column, text.length)
  while (to < text.length && !ends.test(text.charAt(to))) to++
  return [from, to]
}

const same = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.end.line === b.end.line &&
  a.start.character === b.start.character &&
  a.end.character === b.end.character
