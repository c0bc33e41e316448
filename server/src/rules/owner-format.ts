import { type Found, replace, rule } from '../lint/rule.ts'
import type { Line } from '../plan/line.ts'
import { type Placed, tagsOf } from '../plan/placed.ts'
import { tagged } from '../plan/skeleton.ts'
import type { Tag } from '../plan/tag.ts'

/** Where this share of a document's tags is of one form, the others are slips. */
const share = 0.9
const atLeast = 6

export const ownerFormat = rule({
  id: 'owner/format',
  scope: 'part',
  severity: 'warning',
  title: { zh: '责任标注的写法', en: 'Form of a tag' },
  message: { zh: '别处的责任标注用“{0}”', en: 'Elsewhere tags have “{0}”' },
  why: {
    zh: '同一份文件的责任标注用一种括号，放在句号之后；“等”放在最后一个单位之后，前面不加顿号。写法以文档自己的多数为准。',
    en: 'The tags of one document have one kind of bracket and stand behind the full stop; 等 stands behind the last unit. The document’s own majority is the measure.',
  },
  source: 'GB/T 15834—2011 附录 B.1.2（“等”前不用顿号）；其余为体例统一',
  rank: 'house',
  good: [
    '1.甲事。（责任单位：市教育局）\n2.乙事。〔责任单位：市财政局〕',
    '1.甲事。（责任单位：市教育局、市财政局等）',
    '1.甲事。（责任单位：市教育局、市财政局等部门，各县（市、区）政府）',
  ],
  bad: [
    `${tags(6)}\n7.某事。«(责任单位：市民政局)»\n! 别处的责任标注用“（）”\n= 7.某事。（责任单位：市民政局）`,
    `${tags(6)}\n7.某事«（责任单位：市民政局）。»\n! 别处的责任标注在句号之后\n= 7.某事。（责任单位：市民政局）`,
    '1.甲事。（责任单位：市教育局、市财政局«、等»）\n! “等”前不加“、”\n= 1.甲事。（责任单位：市教育局、市财政局等）',
    '1.甲事。（责任单位：市教育局«等、»市财政局）\n! “等”放在最后一个单位之后\n= 1.甲事。（责任单位：市教育局、市财政局）',
  ],
  sees: tagged,
  applies: (part) => tagsOf(part).length > 0,
  *check(part) {
    const all = tagsOf(part)
    yield* brackets(all)
    yield* stops(all)
    for (const { line, tag } of all) yield* andOthers(line, tag)
  },
})

function tags(count: number): string {
  return Array.from({ length: count }, (_, i) => `${i + 1}.某事。（责任单位：市教育局）`).join('\n')
}

/** The value that nearly all have; undefined where there is no habit. */
function habit(values: readonly string[]): string | undefined {
  if (values.length <= atLeast) return undefined
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const others = Math.max(1, values.length * (1 - share))
  return [...counts].find(([, count]) => values.length - count <= others)?.[0]
}

const pairs: Readonly<Record<string, string>> = { '（': '）', '(': ')', '〔': '〕', '[': ']', '［': '］', '【': '】' }

const inside = (line: Line, { from, to }: Tag): string => line.text.slice(from + 1, to - 1)
const halfWidth: Readonly<Record<string, string>> = { '(': '（', '[': '［' }

function* brackets(all: readonly Placed[]): Generator<Found> {
  const whole = all.filter(({ line, tag }) => line.text.charAt(tag.to - 1) === pairs[line.text.charAt(tag.from)])
  // Around names that hold brackets themselves, 县（市、区）, another kind is right.
  const plain = new Set(whole.filter(({ line, tag }) => !/[（(〔[［【]/.test(inside(line, tag))))
  const usual = habit([...plain].map(({ line, tag }) => line.text.charAt(tag.from)))
  if (usual === undefined) return
  for (const each of whole) {
    const { line, tag } = each
    const { from, to } = tag
    const own = line.text.charAt(from)
    const isSlip = plain.has(each) || (halfWidth[own] === usual && !inside(line, tag).includes(usual))
    if (own === usual || !isSlip) continue
    const args = [usual + pairs[usual]]
    const text = usual + inside(line, tag) + pairs[usual]
    yield { line, from, to, args, fixes: [replace({ line, from, to }, text)] }
  }
}

/** …事（责任单位：甲）。 among tags that stand behind their 。 */
function* stops(all: readonly Placed[]): Generator<Found> {
  const atEnd = all.filter(({ tag }) => tag.place === 'end')
  const isBefore = ({ line, tag }: Placed) =>
    line.text.charAt(tag.to) === '。' && /[^。；！？”》）\s]/.test(line.text.charAt(tag.from - 1))
  if (habit(atEnd.map((each) => (isBefore(each) ? 'before' : 'behind'))) !== 'behind') return
  for (const { line, tag } of atEnd.filter(isBefore)) {
    const span = { line, from: tag.from, to: tag.to + 1 }
    const text = `。${line.text.slice(tag.from, tag.to)}`
    const message = { zh: '别处的责任标注在句号之后', en: 'Elsewhere tags stand behind the full stop' }
    yield { ...span, message, fixes: [replace(span, text)] }
  }
}

const before = { zh: '“等”前不加“、”', en: 'No 、 before 等' }
const last = { zh: '“等”放在最后一个单位之后', en: '等 stands behind the last unit' }

function* andOthers(line: Line, { from, to }: Tag): Generator<Found> {
  const inside = line.text.slice(from, to)
  const comma = /[、，]等(?=[）)〕\]］】；，]|$)/.exec(inside)
  if (comma) {
    const span = { line, from: from + comma.index, to: from + comma.index + 2 }
    yield { ...span, message: before, fixes: [replace(span, '等')] }
  }
  const early = /(?<=[局委办厅处室部院会])等、/.exec(inside)
  if (early) {
    const span = { line, from: from + early.index, to: from + early.index + 2 }
    yield { ...span, message: last, fixes: [replace(span, '、', false)] }
  }
}
