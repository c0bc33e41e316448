import type { Option } from '../lint/option.ts'
import { type Found, rule } from '../lint/rule.ts'
import { common, type Paragraph, paragraphs } from './repeated-text.ts'

const similarity: Option<number> = {
  name: 'similarity',
  default: 0.9,
  least: 0.6,
  most: 0.99,
  about: {
    zh: '相同的字占多大比例才报告',
    en: 'The share of characters from which on two paragraphs are called alike',
  },
}
const shortest = 40
/** Paragraphs without a number: notes and formulas repeat themselves. */
const longer = 70
/** What more paragraphs than this begin or end with is a formula, and tells nothing. */
const formula = 4

export const duplicateNear = rule({
  id: 'duplicate/near',
  scope: 'part',
  severity: 'information',
  stage: 'review',
  title: { zh: '大同小异的段落', en: 'Paragraphs nearly the same' },
  message: {
    zh: '这一段与另一处大同小异：这里“{0}”，那里“{1}”',
    en: 'Nearly the same as elsewhere: here “{0}”, there “{1}”',
  },
  why: {
    zh: '同一条任务两次写进文稿、各改了几个字，就会前后不一。',
    en: 'One task written twice and changed a little here and there contradicts itself.',
  },
  source: '核稿惯例',
  rank: 'practice',
  options: [similarity],
  good: [
    '一、编制市、县、乡三级政务服务事项清单，逐项明确办理条件、材料和时限，六月底前向社会公布，接受群众监督。\n二、编制市、县两级行政检查事项清单，逐项明确检查依据、频次和方式，同步纳入平台管理。',
  ],
  bad: [
    '一、编制市、县、乡三级政务服务事项清单，逐项明确办理条件、材料和时限，«六»月底前向社会公布，接受群众监督。\n! 这一段与另一处大同小异：这里“六”，那里“九”\n二、推进标准化。\n三、编制市、县、乡三级政务服务事项清单，逐项明确办理条件、材料和时限，九月底前向社会公布，接受群众监督。',
  ],
  *check(part, _, options): Generator<Found> {
    const least = options(similarity)
    const long = paragraphs(part, shortest).filter(({ line, from, to }) => line.ordinal || to - from >= longer)
    for (const [one, other] of candidates(long)) {
      const { start, end } = common(one, other)
      const [here, there] = [one, other].map(({ line, from, to }) => line.text.slice(from + start, to - end)) as [
        string,
        string,
      ]
      const same = start + end
      if (here.length + there.length === 0 || here.length + there.length > longestDifference) continue
      if (trifle.test(here) && trifle.test(there)) continue
      if ((2 * same) / (one.to - one.from + other.to - other.from) < least) continue
      const from = one.from + start
      const message = { zh: '那一段', en: 'The other paragraph' }
      yield {
        line: one.line,
        from,
        to: from + Math.max(here.length, 1),
        args: [here || '（无）', there || '（无）'],
        related: [
          { line: other.line, from: other.from + start, to: other.from + start + Math.max(there.length, 1), message },
        ],
      }
    }
  },
})

/** Numbers, letters and marks alone tell two cases apart. */
const trifle = /^[\s0-9０-９A-Za-zＡ-Ｚａ-ｚ\p{P}\p{S}]*$/u
/** Where two differ by more, they are two. */
const longestDifference = 24

/**
 * Pairs of paragraphs that begin with the same words or end with them. Two that differ in one place by a tenth do one or
 * the other, so no others are compared.
 */
function* candidates(paragraphs: readonly Paragraph[]): Generator<readonly [Paragraph, Paragraph]> {
  // Most begin and end as no other does: a list is made only where there are two.
  const [heads, tails] = [new Map<number, Paragraph | Paragraph[]>(), new Map<number, Paragraph | Paragraph[]>()]
  for (const paragraph of paragraphs) {
    let partners: Set<Paragraph> | undefined
    for (const known of [heads, tails]) {
      const key = known === heads ? paragraph.head : paragraph.tail
      const there = known.get(key)
      if (!there) known.set(key, paragraph)
      else {
        const all = Array.isArray(there) ? there : [there]
        if (all.length >= formula) continue
        partners ??= new Set()
        for (const other of all) partners.add(other)
        all.push(paragraph)
        known.set(key, all)
      }
    }
    if (partners) for (const other of partners) yield [other, paragraph]
  }
}
