import { departmentOf } from '../lexicon/departments.ts'
import { type Found, replace, rule } from '../lint/rule.ts'
import type { Part } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import type { Unit } from '../plan/owner.ts'

export const ownerAlias = rule({
  id: 'owner/alias',
  scope: 'part',
  severity: 'information',
  title: { zh: '一个单位两种名称', en: 'One unit under two names' },
  message: { zh: '“{0}”在别处写作“{1}”（{2} 处）', en: '“{0}” is elsewhere written “{1}” ({2} times)' },
  why: {
    zh: '同一份文件里一个单位只用一种名称，汇总责任清单时才不会当成两家。',
    en: 'One name for one unit, or lists take it for two.',
  },
  source: '核稿惯例',
  good: ['1.甲事。（责任单位：市发改委）\n2.乙事。（责任单位：县发展改革局）'],
  bad: [
    '1.甲事。（责任单位：市发展改革委）\n2.乙事。（责任单位：市发展改革委）\n3.丙事。（责任单位：市教育局、«市发改委»）\n! “市发改委”在别处写作“市发展改革委”（2 处）\n= 3.丙事。（责任单位：市教育局、市发展改革委）',
  ],
  *check(part) {
    for (const forms of unitsIn(part).values()) {
      if (forms.size < 2) continue
      const [usual, ...others] = [...forms].sort(([, a], [, b]) => b.length - a.length)
      for (const [, uses] of others) for (const use of uses) yield alias(use, usual as Form)
    }
  },
})

type Use = { readonly line: Line; readonly unit: Unit }
type Form = readonly [string, readonly Use[]]

/** Each department with the names that it is written by. */
function unitsIn(part: Part): ReadonlyMap<string, ReadonlyMap<string, readonly Use[]>> {
  const found = new Map<string, Map<string, Use[]>>()
  for (const line of part.lines) {
    for (const { lead, support } of line.tags) {
      for (const unit of [...lead, ...support]) {
        const department = departmentOf(unit.name)
        if (!department) continue
        const key = `${department.region}${department.kind}${department.suffix}`
        const forms = found.get(key) ?? new Map<string, Use[]>()
        found.set(key, forms.set(unit.name, [...(forms.get(unit.name) ?? []), { line, unit }]))
      }
    }
  }
  return found
}

function alias({ line, unit }: Use, [name, uses]: Form): Found {
  const { from, to } = unit
  const first = uses[0] as Use
  const at = { line: first.line, from: first.unit.from, to: first.unit.to }
  return {
    line,
    from,
    to,
    args: [unit.name, name, uses.length],
    related: [{ ...at, message: { zh: '另一种写法', en: 'The other name' } }],
    fixes: [replace({ line, from, to }, name, false)],
  }
}
