import { masked } from '../lint/mask.ts'
import type { Diagnostic } from './diagnostic.ts'

/** A finding's words in their sentence. */
export type Excerpt = { readonly before: string; readonly words: string; readonly after: string }

/** The sentence in which a finding's words stand. `line` is the one that its range begins in. */
export function excerptOf(line: string, { range: { start, end }, rule }: Pick<Diagnostic, 'range' | 'rule'>): Excerpt {
  const from = start.character
  const to = end.line > start.line ? line.length : end.character
  return {
    before: discreet(line.slice(sentenceStart(line, from), from).trimStart()),
    words: rule.startsWith('privacy/') ? masked(line.slice(from, to), 3, 4) : line.slice(from, to),
    after: discreet(line.slice(to, sentenceEnd(line, to))),
  }
}

const sentenceStart = (line: string, at: number): number =>
  Math.max(line.lastIndexOf('。', at - 1), line.lastIndexOf('；', at - 1)) + 1

function sentenceEnd(line: string, at: number): number {
  const stop = line.slice(at).search(/[。；]/)
  return stop < 0 ? line.length : at + stop + 1
}

/** Controls and lone surrogates as a dot, so that no text does anything to what shows it. */
export const visible = (text: string): string => text.replace(/[\p{Cc}\p{Cs}]/gu, '·')

/** What a rule says must not be passed on, a report does not pass on, not even as what stands beside a finding. */
const discreet = (text: string): string => text.replace(numbers, (digits) => masked(digits, 3, 4))

const numbers = /[0-9０-９]{11,}[XxＸｘ]?/g
