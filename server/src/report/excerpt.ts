import type { Diagnostic } from './diagnostic.ts'

/** A finding's words in their sentence. */
export type Excerpt = { readonly before: string; readonly words: string; readonly after: string }

/** The sentence in which a finding's words stand. `line` is the one that its range begins in. */
export function excerptOf(line: string, { range: { start, end } }: Pick<Diagnostic, 'range'>): Excerpt {
  const from = start.character
  const to = end.line > start.line ? line.length : end.character
  return {
    before: line.slice(sentenceStart(line, from), from).trimStart(),
    words: line.slice(from, to),
    after: line.slice(to, sentenceEnd(line, to)),
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
