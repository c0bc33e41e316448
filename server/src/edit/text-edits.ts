import type { Plan } from '../plan/plan.ts'
import type { Range } from '../report/diagnostic.ts'
import type { Arranged } from './arrange.ts'

/** An edit as LSP has it: lines and UTF-16 columns from 0. */
export type TextEdit = { readonly range: Range; readonly newText: string }

/**
 * What turns a plan's text into new lines: words where a line stays in its place, one block where lines came, went or
 * moved. Line breaks of the block are those of the document.
 */
export function textEdits(plan: Plan, arranged: Arranged, texts: readonly string[]): readonly TextEdit[] {
  const old = plan.lines
  let head = 0
  while (head < old.length && head < texts.length && arranged[head]?.was === old[head]) head++
  let tail = 0
  const most = Math.min(old.length, texts.length) - head
  while (tail < most && arranged[texts.length - 1 - tail]?.was === old[old.length - 1 - tail]) tail++
  const end = old.length - tail
  const inPlace = (row: number, text: string) => wordEdit(row, old[row]?.text ?? '', text)
  return [
    ...texts.slice(0, head).flatMap((text, row) => inPlace(row, text)),
    ...blockEdit(plan, head, end, texts.slice(head, texts.length - tail)),
    ...texts.slice(texts.length - tail).flatMap((text, i) => inPlace(end + i, text)),
  ]
}

/** The words in which two lines differ. */
function wordEdit(row: number, old: string, text: string): readonly TextEdit[] {
  if (old === text) return []
  let from = 0
  while (from < old.length && old[from] === text[from]) from++
  let to = 0
  while (to < old.length - from && to < text.length - from && old.at(-1 - to) === text.at(-1 - to)) to++
  const range = { start: { line: row, character: from }, end: { line: row, character: old.length - to } }
  return [{ range, newText: text.slice(from, text.length - to) }]
}

/** Rows [from, to) replaced by others. */
function blockEdit(plan: Plan, from: number, to: number, texts: readonly string[]): readonly TextEdit[] {
  if (from === to && texts.length === 0) return []
  const lineBreak = /\r\n|\n|\r/.exec(plan.text)?.[0] ?? '\n'
  const last = plan.lines.length
  if (to < last) {
    const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } }
    return [{ range, newText: texts.map((text) => text + lineBreak).join('') }]
  }
  // Up to the text's end, which has no line break behind it.
  const before = plan.lines[from - 1]
  const start = before ? { line: from - 1, character: before.text.length } : { line: 0, character: 0 }
  const end = { line: last - 1, character: plan.lines[last - 1]?.text.length ?? 0 }
  return [
    {
      range: { start, end },
      newText: (before ? texts.map((text) => lineBreak + text) : [texts.join(lineBreak)]).join(''),
    },
  ]
}
