import type { UnitList } from '../lexicon/unit-list.ts'
import { type Found, rule } from '../lint/rule.ts'
import type { Line } from '../plan/line.ts'
import type { Unit } from '../plan/unit.ts'
import { isSeparated, madeWhole } from './elided.ts'

export const ownerConflict = rule({
  id: 'owner/conflict',
  scope: 'line',
  severity: 'warning',
  title: { zh: '又牵头又配合', en: 'Lead and support at once' },
  message: { zh: '“{0}”在同一处既是牵头单位又是配合单位', en: '“{0}” leads and supports the same item' },
  why: {
    zh: '汇总意见时把同一个单位加进了两个角色，到底谁负责就说不清了。',
    en: 'One unit in both roles leaves open who answers for the item.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: [
    '1.甲事。（牵头单位：市教育局；配合单位：市财政局）\n2.乙事。（牵头单位：市财政局；配合单位：市教育局）',
    '1.甲事。（牵头单位：市教育局；责任单位：市教育局、市财政局）',
  ],
  bad: [
    '1.甲事。（牵头单位：市教育局；配合单位：市财政局、«市教育局»）\n! “市教育局”在同一处既是牵头单位又是配合单位\n= 1.甲事。（牵头单位：市教育局；配合单位：市财政局）',
    '1.甲事。（牵头单位：市教育局；配合单位：市财政局、«市教研室»）\n! “市教研室”与牵头的“市教育局”是上下级',
  ],
  given: '{ "units": [{ "name": "市教育局" }, { "name": "市财政局" }, { "name": "市教研室", "parent": "市教育局" }] }',
  applies: (line) => line.tags.length > 0,
  *check(line, { units }) {
    for (const { lead, support } of line.tags) {
      const leads = new Map(lead.map((unit) => [unit.name, unit]))
      for (const unit of support) {
        const other = leads.get(unit.name)
        if (unit.byDuty || unit.collective) continue
        if (other) yield conflict(line, unit, other)
        else if (units) yield* relatives(line, unit, lead, units)
      }
    }
  },
})

/** A unit and the one that it belongs to, in the two roles of one task. */
function* relatives(line: Line, unit: Unit, lead: readonly Unit[], units: UnitList): Generator<Found> {
  const parentOf = ({ name }: Unit) => units.find(name)?.unit.parent
  const nameOf = ({ name }: Unit) => units.find(name)?.unit.name ?? name
  for (const other of lead) {
    if (parentOf(unit) !== nameOf(other) && parentOf(other) !== nameOf(unit)) continue
    const { from, to } = unit
    const related = [{ line, from: other.from, to: other.to, message: { zh: '这里是牵头单位', en: 'It leads here' } }]
    yield { line, from, to, message: family, args: [unit.name, other.name], related, severity: 'information' }
  }
}

const family = { zh: '“{0}”与牵头的“{1}”是上下级', en: '“{0}” and “{1}”, which leads, are one within the other' }

function conflict(line: Line, unit: Unit, other: Unit): Found {
  const { from, to, name } = unit
  return {
    line,
    from,
    to,
    args: [name],
    related: [{ line, from: other.from, to: other.to, message: { zh: '这里是牵头单位', en: 'It leads here' } }],
    fixes: isSeparated(line, unit)
      ? [
          {
            title: { zh: '从配合单位里删除', en: 'Delete it from those who support' },
            edits: [{ line, from: from - 1, to, text: '' }, ...madeWhole(line, unit)],
          },
        ]
      : [],
  }
}
