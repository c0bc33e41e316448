import type { Line } from './line.ts'
import { captions, decimals, type Family, families, type Ordinal } from './ordinal.ts'

/** Where a document or an annex begins: a row of the text, from 0. */
export type Start = { readonly row: number; readonly kind: 'document' | 'annex' }

/** Rows whose ordinals are not the plan's own: a table of contents, a list of attachments. */
export type Aside = ReadonlySet<Line>

const dated =
  /^[\s　]*(?:[0-9]{4}|[二〇零一九八七六五四三]{4})年.{1,3}月.{1,3}日[\s　]*$|^[\s　]*（此件.{2,12}）[\s　]*$/
const named = /(?<![0-9])[0-9]{4}(?:[-—－~～至]{1,2}[0-9]{2,4})?年|关于|印发|“十/

/**
 * Where the documents and annexes of a text begin. A title line begins one only where the numbering behind it really
 * starts afresh: a sub-heading that reads like a title does not cut a document in two.
 */
export function starts(lines: readonly Line[], asides: Aside): readonly Start[] {
  const found: Start[] = []
  // The first number of the highest level in the rows behind: two numbers, for there is a long document at every key.
  let rank: number = noRank
  let value = 0
  for (let row = lines.length - 1; row > 0; row--) {
    const line = lines[row] as Line
    const kind = candidate(lines, row, asides)
    // The highest level behind has to begin with one. Without any ordinal a full name has to do.
    const isNew = kind && (rank < noRank ? value === 1 : kind === 'annex' || named.test(line.text))
    if (!isNew) {
      const own = line.ordinal && !asides.has(line) ? ranks.get(line.ordinal.family) : undefined
      if (own !== undefined && own <= rank) {
        rank = own
        value = (line.ordinal as Ordinal).value
      }
      continue
    }
    row = kind === 'document' ? titleBegin(lines, row) : row
    found.push({ row, kind })
    rank = noRank
  }
  found.reverse()
  const first = lines.findIndex((line) => line.role !== 'blank')
  const annexFirst = found[0]?.row === first && found[0].kind === 'annex'
  if (!annexFirst && found[0]?.row === first) found.shift()
  found.unshift({ row: 0, kind: 'document' })
  return found
}

function candidate(lines: readonly Line[], row: number, asides: Aside): Start['kind'] | undefined {
  const line = lines[row] as Line
  if ((line.role !== 'annex' && line.role !== 'title') || asides.has(line)) return undefined
  if (line.role === 'annex') return 'annex'
  const begin = titleBegin(lines, row)
  const before = lines[begin - 1]
  const above = lastNonBlank(lines, begin - 1)
  // A title under 附件1 is the annex's own.
  if (!before || !above || above.role === 'annex') return undefined
  return before.role === 'blank' || dated.test(above.text) ? 'document' : undefined
}

/** A title may be broken over lines: up to three short ones above belong to it. */
function titleBegin(lines: readonly Line[], row: number): number {
  let begin = row
  while (begin > 0 && row - begin < 3) {
    const above = lines[begin - 1] as Line
    if (above.role !== 'text' || above.ordinal || above.text.length > 40 || /[。；：！？，）]\s*$/.test(above.text))
      break
    if (dated.test(above.text)) break
    begin--
  }
  return begin
}

function lastNonBlank(lines: readonly Line[], row: number): Line | undefined {
  for (let i = row; i >= 0 && i > row - 20; i--) if (lines[i]?.role !== 'blank') return lines[i]
  return undefined
}

/** The conventional order of what numbers sections and items: neither captions nor decimal numbers do of themselves. */
const ranks: ReadonlyMap<Family, number> = new Map(
  families.flatMap((family, rank) => (captions.has(family) || decimals.has(family) ? [] : [[family, rank] as const])),
)

/** Below every level. */
const noRank = families.length

/** The lines of tables of contents and lists of attachments. */
export function asides(lines: readonly Line[]): Aside {
  const found = new Set<Line>()
  for (let row = 0; row < lines.length; row++) {
    const line = lines[row] as Line
    if (line.role === 'contents') for (const entry of contentsFrom(lines, row)) found.add(entry)
    else if (line.role === 'attachments' || line.role === 'annex') {
      for (const entry of attachmentsFrom(lines, row)) found.add(entry)
    }
  }
  return found
}

/** An entry's words without its page number, so that it equals its heading. */
export const bareEntry = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/(?<![\s.…·\-—0-9])[\s.…·\-—0-9]+$/, '')
    .replace(/\s/g, '')
const contentsLimit = 400
const entryLimit = 120

/** 目录 runs to the line where its first entry comes again. Empty where it never does. */
export function contentsFrom(lines: readonly Line[], row: number): readonly Line[] {
  let first = row + 1
  while (lines[first]?.role === 'blank') first++
  const head = lines[first]?.text ?? ''
  const entry = head.length <= entryLimit ? bareEntry(head) : ''
  if (entry === '') return []
  for (let i = first + 1; i < lines.length && i < first + contentsLimit; i++) {
    const text = lines[i]?.text ?? ''
    if (text.length > entryLimit) return []
    if (bareEntry(text).startsWith(entry)) return lines.slice(row, i)
  }
  return []
}

/** 附件：1.… and the short numbered lines below it. A lone 附件1 is an annex's label and no list. */
function attachmentsFrom(lines: readonly Line[], row: number): readonly Line[] {
  const label = lines[row] as Line
  const listed: Line[] = []
  for (let i = row + 1; i < lines.length; i++) {
    const line = lines[i] as Line
    if (line.role === 'blank' && listed.length === 0) continue
    if (line.ordinal?.family !== 'digit' || line.text.length > 60 || line.text.includes('。')) break
    listed.push(line)
  }
  const isList = label.role === 'attachments' || /[:：]/.test(label.text)
  return isList && listed.length > 0 ? [label, ...listed] : label.role === 'attachments' ? [label] : []
}
