import { has, kind } from '../plan/characters.ts'
import type { Part } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'

/** Three blanks and more, or two of full width, put something in its place: columns, a signature, a lost line break. */
const layout = /\S(?:[ \u00a0]{3,}|[\u3000\t][ \u3000\t])\S/
/** A blank behind the indentation. */
const inner = /[^\s][ \u00a0\u2000-\u200a\u202f\u3000]/
/** A line of prose has a mark in it. */
const mark = /[。，；：]/

/** Lines of running text that have blanks: no titles, tables, signatures, or lines that are laid out with blanks. */
export function* proseWithBlanks({
  lines,
  title,
  closing,
}: Pick<Part, 'lines' | 'title' | 'closing'>): Generator<Line> {
  for (const line of lines) {
    if (line.role !== 'text' || !has(line, kind.blank) || !inner.test(line.text)) continue
    if (layout.test(line.text) || !mark.test(line.text) || line.text.includes('|')) continue
    if (!title.includes(line) && !closing.includes(line)) yield line
  }
}

/** What stands apart on purpose: 联系电话：, a bar, a telephone number; and what had a line of its own: （二）, 第三条. */
const label =
  /^(?:第[一二三四五六七八九十百0-9]{1,5}[条章节]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、]|[\u4e00-\u9fff]{2,6}[：:]|[|丨【]|(?:0\d{2,3}-?\d{7,8}|1\d{10}|\d{7,8})(?!\d))/
const isApart = (text: string, at: number): boolean => label.test(text.slice(at, at + 14))

/** Where a line's words begin: behind 第三条 and a blank too, where it is not read as an ordinal. */
export function wordsStart({ text, ordinal }: Line): number {
  const from = ordinal?.to ?? 0
  const lead =
    /^[\s　]*(?:第[一二三四五六七八九十百零〇0-9]{1,6}(?:条|章|节|款|编|部分)(?:之[一二三四五六七八九十])?)?[\s　]*/.exec(
      text.slice(from, from + 40),
    )
  return from + (lead?.[0].length ?? 0)
}

/** 第三条 in mid-line, where line breaks were lost. */
const numbered = /第[一二三四五六七八九十百零0-9]{1,6}[条章节]$/

/** One or two blanks in a line of prose, and what stands on either side of them. Columns are UTF-16. */
export type Gap = { readonly from: number; readonly to: number; readonly before: string; readonly after: string }

const blanks = /[ \u00a0\u2000-\u200a\u202f\u3000]{1,2}/g

/** The gaps behind where a line's words begin, but those that stand there on purpose. */
export function* gaps(line: Line): Generator<Gap> {
  const { text } = line
  blanks.lastIndex = wordsStart(line)
  for (const { index: from, 0: words } of text.matchAll(blanks)) {
    const to = from + words.length
    if (to < text.length && !numbered.test(text.slice(Math.max(0, from - 9), from)) && !isApart(text, to))
      yield { from, to, before: text.charAt(from - 1), after: text.charAt(to) }
  }
}
