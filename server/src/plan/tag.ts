import { type Owners, readLikeUnits, readOwners } from './owner.ts'

/** A responsibility tag: who answers for the paragraph (or sentence) before it. Columns are UTF-16, brackets included. */
export type Tag = Owners & {
  readonly from: number
  readonly to: number
  /** In brackets at the end, in brackets after a sentence in mid-paragraph, or a line of its own. */
  readonly place: 'end' | 'inline' | 'line'
}

const pairs: Readonly<Record<string, string>> = { '）': '（', ')': '(', '〕': '〔', ']': '[', '］': '［', '】': '【' }
const label =
  '(?:(?:牵头|责任|主办|落实|承办|主责|配合|参与|协办|协同|协助|负责)+(?:责任|落实)?(?:单位|部门|处室|科室|机构|主体|领导|人)(?:和部门|及部门|、部门)?)'
const ownLine = new RegExp(`^[\\s　]*(?:（|\\(|【|\\[|［|〔)?${label}[：:]`)
const inline = new RegExp(`[（(〔[［【]${label}[：:]`, 'g')

/** The tags of a line; `start` is where its text begins behind an ordinal. Never throws; a broken tag is no tag. */
export function readTags(text: string, start: number): readonly Tag[] {
  const labelled = isLabelled(text, start)
  const end = trailing(text)
  const bracketed = pairs[text.charAt(end - 1)] !== undefined
  if (!labelled && !bracketed) return none
  if (labelled && ownLine.test(text.slice(start))) return [lineTag(text, start)]
  const tags = bracketed ? endTags(text, start, end) : []
  if (labelled) tags.push(...inlineTags(text, start, tags[0]?.from ?? text.length))
  return tags.sort((a, b) => a.from - b.from)
}

const none: readonly Tag[] = []

/** Whether a colon stands behind a word that labels tags do end with: a cheap look before the patterns. */
function isLabelled(text: string, start: number): boolean {
  for (const colon of '：:') {
    for (let at = text.indexOf(colon, start); at >= 0; at = text.indexOf(colon, at + 1)) {
      if (labelEnd.includes(text.charAt(at - 1)) && text.charAt(at - 1) !== '') return true
    }
  }
  return false
}

const labelEnd = '位门室构体导人限间'

/** Where the text ends, blanks and a closing 。 left out. */
function trailing(text: string): number {
  let end = text.length
  while (end > 0 && /[\s　。．;；]/.test(text.charAt(end - 1))) end--
  return end
}

function lineTag(text: string, start: number): Tag {
  const from = start + text.slice(start).search(/[^\s　]/)
  const to = text.trimEnd().length
  const bracketed = pairs[text.charAt(to - 1)] === text.charAt(from)
  const { labelled: _, keyword: __, ...owners } = readOwners(text, bracketed ? from + 1 : from, bracketed ? to - 1 : to)
  return { ...owners, from, to, place: 'line' }
}

/** Where the bracket that closes at `end - 1` opens, or -1. */
function opening(text: string, end: number): number {
  const close = text.charAt(end - 1)
  const open = pairs[close] as string
  let depth = 0
  for (let i = end - 1; i >= 0; i--) {
    const char = text.charAt(i)
    if (char === close) depth++
    else if (char === open && --depth === 0) return i
  }
  return -1
}

/** One or several brackets at the paragraph's end: …。（牵头单位：甲）（配合单位：乙） */
function endTags(text: string, start: number, last: number): Tag[] {
  const tags: Tag[] = []
  for (let end = last; pairs[text.charAt(end - 1)] !== undefined; ) {
    const from = opening(text, end)
    if (from < start) break
    const tag = bracketTag(text, from, end, from === start)
    if (!tag) break
    tags.push(tag)
    end = from
  }
  return tags
}

function bracketTag(text: string, from: number, to: number, alone: boolean): Tag | undefined {
  if (to - from > 400) return undefined
  const inside = text.slice(from + 1, to - 1)
  const square = !'（('.includes(text.charAt(from))
  const { labelled, keyword, ...owners } = readOwners(text, from + 1, to - 1)
  const place = alone ? 'line' : 'end'
  if (labelled) return { ...owners, from, to, place }
  if (inside.trim() === '') return undefined
  const units = [...owners.lead, ...owners.support]
  if (/[。：:？！]/.test(inside) || !readLikeUnits(units)) return undefined
  // （市、区） after a word is part of the name; a bare list in round brackets stands behind a full stop.
  if (!keyword && !square && !alone && !/[。；！？”》]/.test(text.charAt(from - 1))) return undefined
  if (square && /〔/.test(text.charAt(from)) && /^\d/.test(inside)) return undefined
  return { ...owners, from, to, place }
}

function inlineTags(text: string, start: number, before: number): Tag[] {
  const tags: Tag[] = []
  inline.lastIndex = start
  for (let match = inline.exec(text); match; match = inline.exec(text)) {
    const from = match.index
    if (from >= before) break
    const to = closing(text, from)
    if (to < 0 || to > before) continue
    const { labelled: _, keyword: __, ...owners } = readOwners(text, from + 1, to - 1)
    tags.push({ ...owners, from, to, place: 'inline' })
    inline.lastIndex = to
  }
  return tags
}

/** Past the bracket that closes the one at `from`, or -1. */
function closing(text: string, from: number): number {
  const open = text.charAt(from)
  let depth = 0
  for (let i = from; i < text.length; i++) {
    const char = text.charAt(i)
    if (char === open) depth++
    else if (pairs[char] === open && --depth === 0) return i + 1
  }
  return -1
}
