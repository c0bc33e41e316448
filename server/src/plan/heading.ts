import { type Line, textStart } from './line.ts'

/** Columns [from, to) of a line's heading, and whether body text follows on the same line. */
export type Heading = { readonly from: number; readonly to: number; readonly runIn: boolean }

/** A sentence this long or shorter, with more behind it, heads its paragraph (domain notes, section 2). */
const runInLimit = 42
const headingLimit = 80

/**
 * The heading of a numbered line: all of a line without 。, or its short first sentence (a run-in heading, whose 。
 * is right and stays outside), or nothing where the line is body text.
 */
export function heading(line: Line): Heading | undefined {
  const from = textStart(line)
  const end = line.tags[0]?.from ?? line.text.trimEnd().length
  const stop = line.text.indexOf('。', from)
  if (stop < 0 || stop >= end)
    return end > from && end - from <= headingLimit ? { from, to: end, runIn: false } : undefined
  const last = stop + 1 >= end
  if (last) return stop - from <= runInLimit ? { from, to: stop, runIn: false } : undefined
  return stop - from <= runInLimit ? { from, to: stop, runIn: true } : undefined
}

const labelLimit = 24

/** What an outline shows of a line: its heading, or the first clause of its text, cut where it grows long. */
export function label(line: Line): string {
  const found = heading(line)
  if (found) return line.text.slice(found.from, found.to).trim()
  return shortened(line.text.slice(textStart(line)).trim())
}

/** The first clause of a text, or as much of it as a label holds. */
export function shortened(text: string): string {
  const clause = text.search(/[，,。；;：:]/)
  const cut = clause > 0 && clause <= labelLimit ? clause : labelLimit
  return text.length <= cut ? text : `${wholeCharacters(text, cut)}…`
}

const wholeCharacters = (text: string, length: number): string =>
  text.slice(0, /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length)
