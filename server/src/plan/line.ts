import genres from '../../lexicon/genres.tsv'
import { type Ordinal, readOrdinal } from './ordinal.ts'
import { rows } from './rows.ts'
import { any, look, meet, type Shown, sign } from './signs.ts'
import { readTags, type Tag } from './tag.ts'

/** What a line is by its words alone; what it is in its document, the tree says. */
export type Role = 'blank' | 'title' | 'annex' | 'attachments' | 'contents' | 'row' | 'text'

/**
 * One line, free of position: moving it never changes it. A class only for the room it has for what follows from it:
 * a WeakMap of every line costs more than what it saves, in look-ups and in the garbage collector.
 */
export class Line {
  static #slots = 0

  readonly text: string
  readonly role: Role
  readonly ordinal: Ordinal | undefined
  readonly tags: readonly Tag[]
  /** What rules go by before they look closer. */
  readonly shown: Shown
  // Room for all of the functions there are, so that it is not moved when it fills.
  readonly #derived: unknown[] = new Array(Line.#slots)

  constructor(text: string, role: Role, ordinal: Ordinal | undefined, tags: readonly Tag[], shown: Shown) {
    this.text = text
    this.role = role
    this.ordinal = ordinal
    this.tags = tags
    this.shown = shown
  }

  /** A place in every line for one kind of value. */
  static slot<T>(): { readonly get: (line: Line) => T | undefined; readonly set: (line: Line, value: T) => void } {
    const slot = Line.#slots++
    return {
      get: (line) => line.#derived[slot] as T | undefined,
      set: (line, value) => {
        line.#derived[slot] = value
      },
    }
  }

  /** A function of a line that is computed once for each: a line never changes, so neither does what follows from it. */
  static once<T>(compute: (line: Line) => T): (line: Line) => T {
    const { get, set } = Line.slot<T>()
    return (line) => {
      const known = get(line)
      if (known !== undefined) return known
      const value = compute(line)
      set(line, value)
      return value
    }
  }
}

/** Where a line's own words begin, behind its ordinal or its indentation. UTF-16 column. */
export const textStart = (line: Line): number => line.ordinal?.to ?? line.text.length - line.text.trimStart().length

const genre = `(?:${rows(genres).join('|')})`
const title = new RegExp(`^[\\s　]*[^。；;：:！？!?，,\\t|]{2,80}${genre}(?:[（(〔][^）)〕]{1,30}[）)〕])?[\\s　]*$`)
const titleEnds = '点单案划见知法施则定要工排动告复函例录表书）)〕'
const annex =
  /^[\s　]*【?附\s*(?:[件录表]\s*)?(?:[（(]?[0-9０-９一二三四五六七八九十]{1,3}[）)]?)?(?:】\s*)?(?:[:：]\s*)?$/
const attachments = /^[\s　]*附\s*件[\s　]*[:：][\s　]*\S/
const contents = /^[\s　]*目[\s　]*[录次][\s　]*$/
// What shows that it is worth a look.
const gap = any(sign('\t'), sign(' ', ' '))
const bars = sign('|')
const attached = sign('附')
const bar = /^[\s　]*\|/
const contentsEnds = '.·．…—-IVX0123456789'
const contentsEntry = /(?:(?<![.·．])[.·．]{4,}|(?<!…)…{2,})[\s—\-IVX0-9]*$/

/**
 * Reads one line of text, without its line break. Total. Who has the whole text that it was cut from says where: that is
 * read faster than what was cut.
 */
export function readLine(text: string, whole = text, at = 0): Line {
  const shown = look(whole, at, at + text.length)
  const found = role(text, shown)
  const ordinal = found === 'text' || found === 'title' ? readOrdinal(text) : undefined
  if (ordinal) return new Line(text, 'text', ordinal, readTags(text, ordinal.to, shown), shown)
  return new Line(text, found, undefined, found === 'text' ? readTags(text, 0, shown) : noTags, shown)
}

const noTags: readonly Tag[] = []

function role(text: string, shown: Shown): Role {
  const { length } = text
  const columns = meet(shown, gap) && (text.includes('\t') || isColumns(text))
  if (length > longest) return columns ? 'row' : text.trim() ? 'text' : 'blank'
  const last = text.trimEnd().at(-1)
  if (last === undefined) return 'blank'
  if (length <= 16 && contents.test(text)) return 'contents'
  if (length <= 16 && annex.test(text)) return 'annex'
  if (columns || (meet(shown, bars) && bar.test(text))) return 'row'
  // The last character tells cheaply that most lines are none of these.
  if (contentsEnds.includes(last) && contentsEntry.test(text)) return 'row'
  if (meet(shown, attached) && attachments.test(text)) return 'attachments'
  return titleEnds.includes(last) && title.test(text) ? 'title' : 'text'
}

/** No title, label or entry of a table of contents is longer. */
const longest = 120

/** Three gaps of two blanks or more between words: columns of a table that lost its lines. */
function isColumns(text: string): boolean {
  let gaps = 0
  for (let at = text.indexOf('  '); at >= 0 && gaps < 3; at = text.indexOf('  ', at)) {
    while (text.charAt(at) === ' ') at++
    if (at < text.length) gaps++
  }
  return gaps >= 3
}
