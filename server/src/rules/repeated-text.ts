import type { Part } from '../plan/item.ts'
import { Line } from '../plan/line.ts'
import { blanks } from '../plan/signs.ts'

/**
 * A paragraph as it is compared with others: what it says at [from, to) of its line, without its ordinal, the tags at its
 * end and the blanks around it. UTF-16 columns.
 */
export type Paragraph = {
  readonly line: Line
  readonly from: number
  readonly to: number
  /** Where the tags begin, or the line ends: blanks before that are in it. */
  readonly end: number
  /** How it begins and how it ends, each as a number: where these differ, so do the words. */
  readonly head: number
  readonly tail: number
}

/** The paragraphs of a part that say so much of their own: no tables, titles, signatures. */
export function paragraphs({ lines, title, closing }: Part, shortest: number): readonly Paragraph[] {
  const found: Paragraph[] = []
  for (const line of lines) {
    if (line.role !== 'text' || line.text.length < shortest || title.includes(line) || closing.includes(line)) continue
    const paragraph = read(line)
    if (paragraph.to - paragraph.from >= shortest) found.push(paragraph)
  }
  return found
}

/** So many characters at the beginning and at the end are looked at. */
export const shared = 12

const read = Line.once((line): Paragraph => {
  const { text, tags } = line
  let from = line.ordinal?.to ?? 0
  let end = trimmedEnd(text, text.length, 0)
  for (let i = tags.length - 1; i >= 0; i--) {
    const tag = tags[i] as (typeof tags)[number]
    if (tag.to >= end - 1) end = tag.from
  }
  while (from < end && isBlank(text, from)) from++
  const to = trimmedEnd(text, end, from)
  const most = Math.min(shared, to - from)
  return { line, from, to, end: Math.max(end, from), head: sum(text, from, most), tail: ~sum(text, to - most, most) }
})

function trimmedEnd(text: string, to: number, from: number): number {
  let end = to
  while (end > from && isBlank(text, end - 1)) end--
  return end
}

const isBlank = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return (code <= 0x3000 || code === 0xfeff) && blanks.includes(text.charAt(at))
}

function sum(text: string, from: number, length: number): number {
  let all = length
  for (let i = from; i < from + length; i++) all = (Math.imul(all, 31) + text.charCodeAt(i)) | 0
  return all
}

/** How many characters two paragraphs have in common at the beginning and at the end. */
export function common(a: Paragraph, b: Paragraph): { readonly start: number; readonly end: number } {
  const [one, other] = [a.line.text, b.line.text]
  const most = Math.min(a.to - a.from, b.to - b.from)
  let start = 0
  while (start < most && one.charCodeAt(a.from + start) === other.charCodeAt(b.from + start)) start++
  let end = 0
  while (end < most - start && one.charCodeAt(a.to - 1 - end) === other.charCodeAt(b.to - 1 - end)) end++
  return { start, end }
}
