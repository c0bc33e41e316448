import { labelPattern, type Owners, ownersEnd, readOwners, roleEnds } from './owner.ts'
import { blanks, meet, type Shown, sign } from './signs.ts'
import { readLikeUnits, readMostlyLikeUnits } from './unit.ts'

/** A responsibility tag: who answers for the paragraph (or sentence) before it. Columns are UTF-16, brackets included. */
export type Tag = Owners & {
  readonly from: number
  readonly to: number
  /** In brackets at the end, in brackets after a sentence in mid-paragraph, or a line of its own. */
  readonly place: 'end' | 'inline' | 'line'
}

/** The kind of a bracket, whatever its width: ( and ） are partners where a draft mixes them. */
const kindOf: Readonly<Record<string, string>> = {
  '（': '(',
  '(': '(',
  '）': ')',
  ')': ')',
  '〔': '〔',
  '〕': '〕',
  '[': '[',
  '［': '[',
  ']': ']',
  '］': ']',
  '【': '【',
  '】': '】',
}
const opens: Readonly<Record<string, string>> = { ')': '(', '〕': '〔', ']': '[', '】': '【' }
/** No tag is longer. */
const longest = 400
const ownLine = new RegExp(`^[\\s　]*[（(〔[［【]?${labelPattern}[：:∶︰﹕]`)
const inline = new RegExp(`(?:[（(〔[［【]|(?<=[。；！]))${labelPattern}[：:∶︰﹕]`, 'g')

/** The tags of a line; `start` is where its text begins behind an ordinal. Never throws; a broken tag is no tag. */
export function readTags(text: string, start: number, shown: Shown): readonly Tag[] {
  const labelled = meet(shown, label) && isLabelled(text, start)
  const end = trailing(text)
  const bracketed = isClosing(text.charAt(end - 1))
  const bySentence = meet(shown, openBehind) && firstBySentence(text, start) < end
  if (!labelled && !bracketed && !bySentence) return none
  if (labelled && ownLine.test(text.slice(start)) && !goesOn(text, start, end)) return [lineTag(text, start)]
  const tags = bracketed ? endTags(text, start, end) : []
  const before = tags.at(-1)?.from ?? text.length
  if (labelled) for (const each of inlineTags(text, start, before)) tags.push(each)
  if (bySentence) for (const each of sentenceTags(text, start, before, tags)) tags.push(each)
  return tags.sort((a, b) => a.from - b.from)
}

/** Where the first bracket behind a sentence stands: 。（ */
function firstBySentence(text: string, start: number): number {
  // Bracket by bracket, each that there is none of would be looked for to the line's end, again for each tag.
  for (let at = text.indexOf('。', start); at >= 0 && at + 1 < text.length; at = text.indexOf('。', at + 1))
    if (brackets.includes(text.charAt(at + 1))) return at
  return Number.POSITIVE_INFINITY
}

const brackets = '（(〔[［'
const openBehind = sign('。', brackets)

const none: readonly Tag[] = []

/** Whether a colon stands behind a word that labels tags do end with: a cheap look before the patterns. */
function isLabelled(text: string, start: number): boolean {
  for (const colon of '：:∶') {
    for (let at = text.indexOf(colon, start); at >= 0; at = text.indexOf(colon, at + 1)) {
      if (labelEnd.includes(text.charAt(at - 1)) && text.charAt(at - 1) !== '') return true
    }
  }
  return false
}

const labelEnd = '位门室构体导人限间任'
const label = sign(labelEnd, '：:∶')

const closed = `${blanks}。．;；`

/** Where the text ends, blanks and a closing 。 left out. */
function trailing(text: string): number {
  let end = text.length
  while (end > 0 && closed.includes(text.charAt(end - 1))) end--
  return end
}

/** Whether a line that begins with a tag in brackets has more behind them. */
function goesOn(text: string, start: number, end: number): boolean {
  const from = start + text.slice(start).search(/[^\s　]/)
  const closed = kindOf[text.charAt(from)] === undefined ? -1 : closing(text, from)
  return closed > 0 && closed < end
}

function lineTag(text: string, start: number): Tag {
  const from = start + text.slice(start).search(/[^\s　]/)
  const to = text.trimEnd().length
  // A tag that is broken over lines has its opening bracket here and the closing one elsewhere.
  const opened = opens[kindOf[text.charAt(to - 1)] ?? ''] ?? ''
  const inside = kindOf[text.charAt(from)] === opened ? to - 1 : to
  const begin = kindOf[text.charAt(from)] === undefined ? from : from + 1
  const { labelled: _, keyword: __, ...owners } = readOwners(text, begin, inside)
  return { ...owners, from, to, place: 'line' }
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff
const isClosing = (char: string): boolean => '）)〕]］】'.includes(char) && char !== ''

/** Where the bracket that closes at `end - 1` opens, or -1. */
function opening(text: string, end: number): number {
  const close = kindOf[text.charAt(end - 1)] as string
  const open = opens[close]
  let depth = 0
  for (let i = end - 1; i >= 0 && i >= end - longest; i--) {
    if (isHan(text.charCodeAt(i))) continue
    const kind = kindOf[text.charAt(i)]
    if (kind === close) depth++
    else if (kind === open && --depth === 0) return i
  }
  return -1
}

/** One or several brackets at the paragraph's end: …。（牵头单位：甲）（配合单位：乙） */
function endTags(text: string, start: number, last: number): Tag[] {
  const tags: Tag[] = []
  for (let end = last; isClosing(text.charAt(end - 1)); ) {
    const from = opening(text, end)
    if (from < start) break
    const tag = bracketTag(text, from, end, from === start)
    if (!tag) break
    tags.push(tag)
    end = from
  }
  return tags
}

/** What a label ends with, or a role word. */
const said = new RegExp(`[：:∶︰﹕位门${roleEnds}]`)

function bracketTag(text: string, from: number, to: number, alone: boolean): Tag | undefined {
  const square = !'（('.includes(text.charAt(from))
  const behindSentence = /[。；！？”》]/.test(text.charAt(from - 1))
  // Most brackets are behind a word, and say of nobody that he does anything.
  if (!square && !alone && !behindSentence && !said.test(text.slice(from, to))) return undefined
  const inside = text.slice(from + 1, ownersEnd(text, from + 1, to - 1))
  const { labelled, keyword, ...owners } = readOwners(text, from + 1, to - 1)
  const place = alone ? 'line' : 'end'
  if (labelled) return { ...owners, from, to, place }
  if (inside.trim() === '') return undefined
  const units = [...owners.lead, ...owners.support]
  const readsLikeUnits = keyword && behindSentence ? readMostlyLikeUnits(units) : readLikeUnits(units, keyword)
  if (/[。：:？！]/.test(inside) || !readsLikeUnits) return undefined
  // （市、区） after a word is part of the name; a bare list in round brackets stands behind a full stop.
  if (!keyword && !square && !alone && !behindSentence) return undefined
  if (square && /〔/.test(text.charAt(from)) && /^\d/.test(inside)) return undefined
  return { ...owners, from, to, place }
}

function inlineTags(text: string, start: number, before: number): Tag[] {
  const tags: Tag[] = []
  inline.lastIndex = start
  for (let match = inline.exec(text); match; match = inline.exec(text)) {
    const from = match.index
    if (from >= before) break
    const bare = kindOf[text.charAt(from)] === undefined
    const closed = bare ? -1 : closing(text, from)
    // A tag that is broken over lines, or whose bracket was forgotten, goes to the line's end.
    const to = closed < 0 ? trailing(text) : closed
    if (to > before) continue
    const { labelled: _, keyword: __, ...owners } = readOwners(text, bare ? from : from + 1, closed < 0 ? to : to - 1)
    tags.push({ ...owners, from, to, place: closed < 0 && !bare ? 'end' : 'inline' })
    inline.lastIndex = to
  }
  return tags
}

/** …。（甲负责）…。 Without a label only the role word tells such a tag from a remark. */
function sentenceTags(text: string, start: number, before: number, known: readonly Tag[]): Tag[] {
  const tags: Tag[] = []
  const starts = new Set(known.map(({ from }) => from))
  for (let at = firstBySentence(text, start); at < before; at = firstBySentence(text, at + 2)) {
    const from = at + 1
    const to = closing(text, from)
    if (to < 0 || to > before || starts.has(from)) continue
    if (!roleEnd.test(text.slice(from, to))) continue
    const tag = bracketTag(text, from, to, false)
    if (tag) tags.push({ ...tag, place: 'inline' })
  }
  return tags
}

const roleEnd = /(?:负责|牵头|落实|配合|参与|实施|推进|分工|完成)[）)〕\]］]$/

/** Past the bracket that closes the one at `from`, or -1. */
function closing(text: string, from: number): number {
  const open = kindOf[text.charAt(from)]
  let depth = 0
  for (let i = from; i < text.length && i < from + longest; i++) {
    if (isHan(text.charCodeAt(i))) continue
    const kind = kindOf[text.charAt(i)]
    if (kind === open) depth++
    else if (kind !== undefined && opens[kind] === open && --depth === 0) return i + 1
  }
  return -1
}
