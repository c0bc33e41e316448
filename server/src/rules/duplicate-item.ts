import { type Found, rule, type Span } from '../lint/rule.ts'
import { type Paragraph, paragraphs } from './repeated-text.ts'

/** Shorter paragraphs are headings and formulas, which may say the same. */
const shortest = 24
/** What stands so often is a pattern, as where each district has the same duties. */
const pattern = 3
/** Two tasks with the same words are likely one, and more so the longer they are. */
const task = 30

export const duplicateItem = rule({
  id: 'duplicate/item',
  scope: 'part',
  severity: 'information',
  stage: 'review',
  title: { zh: '同样的段落', en: 'The same paragraph twice' },
  message: { zh: '这一段与另一处一字不差', en: 'This paragraph stands elsewhere to the letter' },
  why: {
    zh: '剪切、粘贴、汇总时，同一条任务容易留在两个部分里。',
    en: 'Cutting, pasting and merging leaves one task in two sections.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: ['一、编制市、县、乡三级政务服务事项清单并向社会公布。\n二、编制市、县、乡三级行政许可事项清单并向社会公布。'],
  bad: [
    '一、编制市、县、乡三级政务服务事项清单，逐项明确办理条件和时限。\n二、推进政务服务标准化。\n三、«编制市、县、乡三级政务服务事项清单，逐项明确办理条件和时限。»\n! 这一段与另一处一字不差',
  ],
  *check(part): Generator<Found> {
    for (const [first, ...others] of same(paragraphs(part, shortest))) {
      if (!first || others.length + 1 >= pattern) continue
      for (const other of others)
        yield {
          ...spanOf(other),
          ...(isTask(first, other) && { severity: 'warning' as const }),
          related: [{ ...spanOf(first), message: { zh: '另一处', en: 'The other place' } }],
        }
    }
  },
})

/** Paragraphs that say the same, in the order of the first of each. */
function same(all: readonly Paragraph[]): Iterable<readonly Paragraph[]> {
  // Most stand alone, which their beginnings and ends tell.
  const first = new Map<number, Paragraph>()
  const again = new Set<number>()
  for (const paragraph of all) {
    const key = keyOf(paragraph)
    if (first.has(key)) again.add(key)
    else first.set(key, paragraph)
  }
  if (again.size === 0) return []
  const groups = new Map<string, Paragraph[]>()
  for (const paragraph of all) {
    if (!again.has(keyOf(paragraph))) continue
    const { line, from, to } = paragraph
    const words = line.text.slice(from, to)
    const there = groups.get(words)
    if (there) there.push(paragraph)
    else groups.set(words, [paragraph])
  }
  return groups.values()
}

const keyOf = ({ head, tail, from, to }: Paragraph): number => (Math.imul(head, 31) ^ tail) + to - from

const spanOf = ({ line, from, end }: Paragraph): Span => ({ line, from, to: end })

const isTask = (a: Paragraph, b: Paragraph): boolean =>
  [a, b].every(({ line, from, end }) => line.ordinal !== undefined && line.tags.length > 0 && end - from >= task)
