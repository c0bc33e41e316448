import { type Found, rule } from '../lint/rule.ts'
import { inBody, textOf } from './repeated-text.ts'

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
    const found = new Map<string, { readonly line: Found['line']; readonly from: number; readonly to: number }[]>()
    for (const line of inBody(part)) {
      const { text, from, to } = textOf(line)
      if (text.length < shortest) continue
      const there = found.get(text)
      if (there) there.push({ line, from, to })
      else found.set(text, [{ line, from, to }])
    }
    for (const [first, ...others] of found.values()) {
      if (!first || others.length === 0 || others.length + 1 >= pattern) continue
      for (const other of others)
        yield {
          ...other,
          ...(isTask(first, other) && { severity: 'warning' as const }),
          related: [{ ...first, message: { zh: '另一处', en: 'The other place' } }],
        }
    }
  },
})

type Place = { readonly line: Found['line']; readonly from: number; readonly to: number }

const isTask = (a: Place, b: Place): boolean =>
  [a, b].every(({ line, from, to }) => line.ordinal !== undefined && line.tags.length > 0 && to - from >= task)
