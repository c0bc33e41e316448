import { type Found, replace, rule } from '../lint/rule.ts'
import { heading } from '../plan/heading.ts'
import type { Line } from '../plan/line.ts'
import { readOrdinal } from '../plan/ordinal.ts'
import { bareEntry, contentsFrom } from '../plan/parts.ts'

export const ordinalContents = rule({
  id: 'ordinal/contents',
  scope: 'part',
  severity: 'warning',
  title: { zh: '目录与正文不符', en: 'Contents and headings disagree' },
  message: { zh: '正文里的标题是“{0}”', en: 'The heading reads “{0}”' },
  why: {
    zh: '正文的标题、序号改了，手工排的目录往往没有跟着改。',
    en: 'A table of contents made by hand is left behind when headings change.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: [
    '某市工作方案\n目　录\n一、总体要求…………1\n二、重点任务…………2\n三、保障措施…………3\n一、总体要求\n二、重点任务\n三、保障措施',
  ],
  bad: [
    '某市工作方案\n目　录\n一、总体要求…………1\n«二、重点工作»…………2\n! 正文里的标题是“二、重点任务”\n= 二、重点任务…………2\n三、保障措施…………3\n四、附则…………4\n一、总体要求\n二、重点任务\n三、保障措施\n四、附则',
    '某市工作方案\n目　录\n一、总体要求…………1\n二、重点任务…………2\n四、附则…………4\n一、总体要求\n二、重点任务\n«三、»保障措施\n! 目录里没有“三、保障措施”\n四、附则',
  ],
  *check(part) {
    const row = part.lines.findIndex(({ role }) => role === 'contents')
    if (row < 0) return
    const listed = new Set(contentsFrom(part.lines, row))
    const entries = [...listed].flatMap(entryOf)
    const headings = part.lines.flatMap((line) => (listed.has(line) ? [] : headingOf(line)))
    const known = new Set(headings.map(({ text }) => text))
    const right = entries.filter(({ text }) => known.has(text))
    // Contents that mostly are not those of what follows, as in an excerpt, say nothing of one entry.
    if (right.length * 2 < entries.length || entries.length < 2) return
    yield* wrongEntries(entries, headings, known)
    yield* missingEntries(entries, headings)
  },
})

type Entry = {
  readonly line: Line
  readonly text: string
  readonly ordinal: string
  readonly family: string
  readonly from: number
  readonly to: number
}

/** An entry without its page number; nothing where the line is no numbered one. */
function entryOf(line: Line): readonly Entry[] {
  const ordinal = readOrdinal(line.text)
  if (!ordinal || line.role === 'contents') return []
  const text = bareEntry(line.text)
  const to = line.text.replace(/(?<![\s　.…·．\-—0-9０-９])[\s　.…·．\-—0-9０-９]+$/, '').length
  return [{ line, text, ordinal: bareEntry(ordinal.text), family: ordinal.family, from: ordinal.from, to }]
}

function headingOf(line: Line): readonly Entry[] {
  const found = line.ordinal && heading(line)
  if (!line.ordinal || !found || line.role === 'row') return []
  const { from, text: ordinal, family } = line.ordinal
  return [
    { line, text: bareEntry(line.text.slice(from, found.to)), ordinal: bareEntry(ordinal), family, from, to: found.to },
  ]
}

/** Entries that no heading equals, but one has their number, or their words. */
function* wrongEntries(
  entries: readonly Entry[],
  headings: readonly Entry[],
  known: ReadonlySet<string>,
): Generator<Found> {
  const listed = new Set(entries.map(({ text }) => text))
  for (const { line, text, ordinal, family, from, to } of entries) {
    if (known.has(text)) continue
    const open = headings.filter((one) => one.family === family && !listed.has(one.text))
    const like = open.filter((one) => one.ordinal === ordinal || words(one) === text.slice(ordinal.length))
    const [right] = like
    if (like.length !== 1 || !right) continue
    const words_ = right.line.text.slice(right.from, right.to)
    const at = { line: right.line, from: right.from, to: right.to }
    yield {
      line,
      from,
      to,
      args: [words_],
      related: [{ ...at, message: { zh: '正文的标题', en: 'The heading' } }],
      fixes: [replace({ line, from, to }, words_, false)],
    }
  }
}

const words = ({ text, ordinal }: Entry): string => text.slice(ordinal.length)

/** Headings of a level that the contents list otherwise in full. */
function* missingEntries(entries: readonly Entry[], headings: readonly Entry[]): Generator<Found> {
  const texts = new Set(entries.map(({ text }) => text))
  const numbers = new Set(entries.map(({ ordinal }) => ordinal))
  for (const family of new Set(entries.map((entry) => entry.family))) {
    const own = headings.filter((one) => one.family === family)
    const missing = own.filter(({ text, ordinal }) => !texts.has(text) && !numbers.has(ordinal))
    if (missing.length === 0 || missing.length * 3 > own.length) continue
    for (const { line, from, to } of missing) {
      const text = line.text.slice(from, to)
      const message = { zh: `目录里没有“${text}”`, en: `“${text}” is not in the contents` }
      yield { line, from, to: line.ordinal?.to ?? to, message }
    }
  }
}
