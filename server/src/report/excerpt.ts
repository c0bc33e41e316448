import { masked } from '../lint/mask.ts'
import type { Diagnostic } from './diagnostic.ts'

/** A finding's words in their sentence. */
export type Excerpt = { readonly before: string; readonly words: string; readonly after: string }

/** No more is looked at on either side: a sentence without an end would be read anew for each finding in it. */
const reach = 200

/**
 * The sentence in which a finding's words stand, or as much of it as can be shown. `line` is the one that its range
 * begins in.
 */
export function excerptOf(line: string, { range: { start, end }, rule }: Pick<Diagnostic, 'range' | 'rule'>): Excerpt {
  const from = start.character
  const to = end.line > start.line ? line.length : end.character
  return {
    before: discreet(before(line, from).trimStart()),
    words: rule.startsWith('privacy/') ? masked(line.slice(from, to), 3, 4) : line.slice(from, to),
    after: discreet(after(line, to)),
  }
}

function before(line: string, at: number): string {
  const near = line.slice(Math.max(0, at - reach), at)
  const start = Math.max(near.lastIndexOf('。'), near.lastIndexOf('；')) + 1
  return start > 0 || at <= reach ? near.slice(start) : near.replace(/^[0-9０-９]+/, '')
}

function after(line: string, at: number): string {
  const near = line.slice(at, at + reach)
  const stop = near.search(/[。；]/)
  if (stop >= 0) return near.slice(0, stop + 1)
  // What is left of a number that was cut could no longer be told from one that may be passed on.
  return at + reach < line.length ? near.replace(/(?<![0-9０-９])[0-9０-９]+$/, '') : near
}

/** Controls and lone surrogates as a dot, so that no text does anything to what shows it. */
export const visible = (text: string): string => text.replace(/[\p{Cc}\p{Cs}]/gu, '·')

/** What a rule says must not be passed on, a report does not pass on, not even as what stands beside a finding. */
const discreet = (text: string): string => text.replace(numbers, (digits) => masked(digits, 3, 4))

const numbers = /[0-9０-９]{11,}[XxＸｘ]?/g
