import { type Found, replace, rule } from '../lint/rule.ts'
import { type Part, walk } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import { type RunIn, runIns } from '../plan/run-in.ts'
import { skeleton, tagged } from '../plan/skeleton.ts'
import { within } from './within.ts'

/** So many items that end alike, and so many times the others, show how the others should end. */
const atLeast = 3
const times = 3

const stops = '。；，、'

export const punctuationItems = rule({
  id: 'punctuation/items',
  scope: 'part',
  severity: 'information',
  stage: 'review',
  title: { zh: '分项末尾的标点', en: 'Marks at the end of items' },
  message: { zh: '同一组分项末尾多用“{0}”', en: 'The items of this list mostly end with “{0}”' },
  why: {
    zh: '分项列举的各项末尾标点一致：用分号的，最后一项用句号；有一项里面已有句号的，各项都用句号。以同一组各项的多数为准。',
    en: 'The items of one list end alike; where it is ；, the last ends with 。, and where an item has sentences in it all end with 。. The list’s own majority is the measure.',
  },
  source: 'GB/T 15834-2011 4.6；核稿惯例',
  rank: 'practice',
  good: [
    '（一）办甲；\n（二）办乙；\n（三）办丙；\n（四）办丁。',
    '1.办甲。\n2.办乙。\n3.办丙。\n4.办丁。',
    '一、一是办甲；二是办乙；三是办丙；四是办丁。',
    '一、一是办甲。二是办乙；再办丙。三是办丁。',
  ],
  bad: [
    '（一）办甲；\n（二）办乙；\n（三）办丙«。»\n! 同一组分项末尾多用“；”\n= （三）办丙；\n（四）办丁；\n（五）办戊。',
    '（一）办甲；\n（二）办乙；\n（三）办丙；\n（四）办丁«；»\n! 最后一项用“。”\n= （四）办丁。',
    '（一）办甲；\n= （一）办甲。\n（二）办乙；\n= （二）办乙。\n（三）先办丙。再办丁«；»\n! 这一项里已有句号，各项末尾都用“。”\n= （三）先办丙。再办丁。\n（四）办戊；\n= （四）办戊。\n（五）办己。',
    '一、一是办甲；二是办乙；三是办丙«。»四是办丁；五是办戊。\n! 同一组分项末尾多用“；”\n= 一、一是办甲；二是办乙；三是办丙；四是办丁；五是办戊。',
  ],
  sees: (line) => (runIns(line).length > 0 ? line.text : `${skeleton(line)}\n${tagged(line)}`),
  *check(part) {
    for (const items of lists(part)) yield* odd(items)
    for (const line of part.lines) if (runIns(line).length > atLeast) yield* oddInLine(line)
  },
})

/** Runs of items side by side that have nothing below them. */
function* lists(part: Part): Generator<readonly Line[]> {
  for (const item of walk(part)) {
    if ((item.kind === 'annex' && item !== part) || item.items.length <= atLeast) continue
    const leaves: Line[] = []
    for (const [i, { kind, head, body, items }] of item.items.entries()) {
      // What stands below the last may belong to what comes after the list.
      const below = items.length > 0 || (body.length > 0 && i < item.items.length - 1)
      const alone = kind === 'item' && head?.ordinal && !below
      if (!alone || head.tags.length > 0) {
        leaves.length = 0
        break
      }
      leaves.push(head)
    }
    if (leaves.length > atLeast) yield leaves
  }
}

const lastOf = (line: Line): string => line.text.trimEnd().at(-1) ?? ''

function* odd(lines: readonly Line[]): Generator<Found> {
  const inner = lines.slice(0, -1)
  const last = lines.at(-1) as Line
  const usual = majority(inner.map(lastOf))
  if (usual === undefined || !stops.includes(usual)) return
  const long = usual === '；' ? inner.find((line) => lastOf(line) === usual && hasSentence(line.text)) : undefined
  if (long) {
    const edits = lines.flatMap((line) => (lastOf(line) === '；' ? mend(line, '。').fixes[0].edits : []))
    const title = { zh: '各项末尾都改为“。”', en: 'End all items with 。' }
    const { from, to } = mend(long, '。')
    yield { line: long, from, to, message: sentences, args: ['。'], fixes: [{ title, edits }] }
    return
  }
  for (const line of inner) {
    const mark = lastOf(line)
    if (mark !== usual && stops.includes(mark)) yield mend(line, usual)
  }
  if (usual === '；' && (lastOf(last) === '；' || lastOf(last) === '，')) yield { ...mend(last, '。'), message: ending }
}

/** Whether an item has a 。 before its end, outside quotations and brackets. */
function hasSentence(text: string): boolean {
  const inBrackets = within(text, '（', '）')
  const inQuotes = within(text, '“', '”')
  const end = text.trimEnd().length - 1
  for (let at = text.indexOf('。'); at >= 0 && at < end; at = text.indexOf('。', at + 1))
    if (!inBrackets(at) && !inQuotes(at)) return true
  return false
}

function mend(line: Line, mark: string) {
  const to = line.text.trimEnd().length
  const span = { line, from: to - 1, to }
  return { ...span, args: [mark], fixes: [replace(span, mark)] as const }
}

function* oddInLine(line: Line): Generator<Found> {
  const { text } = line
  const all = runIns(line)
  for (const word of new Set(all.map((each) => each.word))) {
    const runs = all.filter((each) => each.word === word)
    if (!runs.every(({ value }, i) => value === i + 1)) continue
    // What stands before each but the first.
    const ends = runs.slice(1).map(({ from }: RunIn) => from - 1)
    const usual = majority(ends.map((at) => text.charAt(at)))
    if (usual === undefined || !'；。，'.includes(usual)) continue
    if (usual === '；' && hasSentences(text, runs)) continue
    for (const at of ends) {
      const mark = text.charAt(at)
      if (mark === usual || !stops.includes(mark)) continue
      const span = { line, from: at, to: at + 1 }
      yield { ...span, args: [usual], fixes: [replace(span, usual)] }
    }
  }
}

/** Whether an item has a 。 before its last character. */
const hasSentences = (text: string, runs: readonly RunIn[]): boolean =>
  runs.some(({ to }, i) => text.slice(to, (runs[i + 1]?.from ?? to) - 1).includes('。'))

function majority(marks: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return [...counts].find(([, count]) => count >= atLeast && count >= times * (marks.length - count))?.[0]
}

const sentences = {
  zh: '这一项里已有句号，各项末尾都用“{0}”',
  en: 'This item has sentences in it, so all items end with “{0}”',
}
const ending = { zh: '最后一项用“{0}”', en: 'The last item ends with “{0}”' }
