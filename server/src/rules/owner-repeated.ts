import { rule, type Span } from '../lint/rule.ts'
import type { Line } from '../plan/line.ts'
import type { Unit } from '../plan/unit.ts'
import { isSeparated, madeWhole } from './elided.ts'

export const ownerRepeated = rule({
  id: 'owner/repeated',
  scope: 'line',
  severity: 'error',
  title: { zh: '责任单位重复', en: 'Owner twice' },
  message: { zh: '“{0}”在同一处责任标注里写了两次', en: '“{0}” is named twice in one tag' },
  why: {
    zh: '汇总各方意见时容易把同一个单位加两遍。',
    en: 'Collecting comments adds one unit twice.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: ['1.甲事。（责任单位：市教育局、市财政局）', '1.甲事。（牵头单位：市教育局；配合单位：各区教育局）'],
  bad: [
    '1.甲事。（责任单位：市教育局、市财政局、«市教育局»）\n! “市教育局”在同一处责任标注里写了两次\n= 1.甲事。（责任单位：市教育局、市财政局）',
  ],
  applies: (line) => line.tags.length > 0,
  *check(line) {
    for (const { lead, support } of line.tags) {
      // Lead and support at once is another mistake; each role is looked at by itself.
      for (const units of [lead, support]) yield* repeated(line, units)
    }
  },
})

function* repeated(line: Line, units: readonly Unit[]) {
  const seen = new Map<string, Unit>()
  for (const unit of units) {
    const first = seen.get(unit.name)
    seen.set(unit.name, first ?? unit)
    if (!first) continue
    const span: Span = { line, from: unit.from, to: unit.to }
    yield {
      ...span,
      args: [line.text.slice(unit.from, unit.to)],
      related: [{ line, from: first.from, to: first.to, message: { zh: '第一次', en: 'The first time' } }],
      fixes: [removal(line, unit)],
    }
  }
}

/** The unit goes with the separator before it. */
const removal = (line: Line, unit: Unit) => ({
  title: { zh: '删除重复的单位', en: 'Delete the second' },
  preferred: true as const,
  edits: [
    {
      line,
      from: isSeparated(line, unit) ? unit.from - 1 : unit.from,
      to: unit.to,
      text: '',
    },
    ...madeWhole(line, unit),
  ],
})
