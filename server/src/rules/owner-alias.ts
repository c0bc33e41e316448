import { departmentKey } from '../lexicon/departments.ts'
import { listedAs, type UnitList } from '../lexicon/unit-list.ts'
import { type Fix, type Found, replace, rule } from '../lint/rule.ts'
import type { Part } from '../plan/item.ts'
import { type Named, namedIn } from '../plan/named.ts'
import { tagged } from '../plan/skeleton.ts'
import { nameNow } from './former.ts'
import { planYears } from './plan-years.ts'

export const ownerAlias = rule({
  id: 'owner/alias',
  scope: 'part',
  severity: 'information',
  stage: 'review',
  title: { zh: '一个单位两种名称', en: 'One unit under two names' },
  message: { zh: '“{0}”在别处写作“{1}”（{2} 处）', en: '“{0}” is elsewhere written “{1}” ({2} times)' },
  why: {
    zh: '同一份文件里一个单位只用一种名称，汇总责任清单时才不会当成两家。yaodian.json 列出了单位的，名单之外的写法也会提示。',
    en: 'One name for one unit, or lists take it for two. Where yaodian.json lists the units, its names are the measure.',
  },
  source: '核稿惯例',
  rank: 'house',
  given:
    '{ "units": [{ "name": "市医疗保障局", "short": ["市医保局"] }, { "name": "市文化广电旅游局", "short": ["市文旅局"] }, { "name": "市应急局" }] }',
  good: [
    '1.甲事。（责任单位：市发改委）\n2.乙事。（责任单位：县发展改革局）',
    '1.甲事。（责任单位：市医保局）\n2.乙事。（责任单位：市医保局）',
  ],
  bad: [
    '1.甲事。（责任单位：市发展改革委）\n2.乙事。（责任单位：市发展改革委）\n3.丙事。（责任单位：市教育局、«市发改委»）\n! “市发改委”在别处写作“市发展改革委”（2 处）\n= 3.丙事。（责任单位：市教育局、市发展改革委）',
    '1.甲事。（责任单位：市医保局）\n2.乙事。（责任单位：市医保局）\n3.丙事。（责任单位：«市医疗保障局»）\n! “市医疗保障局”在别处写作“市医保局”（2 处）\n= 3.丙事。（责任单位：市医保局）',
    '1.甲事。（责任单位：«市应急管理局»）\n! 单位名单里写作“市应急局”\n= 1.甲事。（责任单位：市应急局）',
  ],
  sees: tagged,
  applies: (part) => namedIn(part).length > 0,
  *check(part, config) {
    const { units } = config
    for (const forms of formsIn(part, units).values()) {
      const listed = [...forms].filter(([name]) => units?.find(name))
      const [usual, ...others] = (listed.length > 0 ? listed : [...forms]).sort(([, a], [, b]) => b.length - a.length)
      for (const [, uses] of others) for (const use of uses) yield alias(use, uses, usual as Form)
    }
    if (!units) return
    for (const named of namedIn(part)) {
      const meant = listedAs(named.unit, units) ? undefined : units.meant(named.unit.name)
      if (meant && !nameNow(named.unit, units, planYears(part, config)?.first)) yield offList(named, meant.name)
    }
  },
})

type Form = readonly [string, readonly Named[]]

/** Each unit with the names that it is written by. */
function formsIn(part: Part, units: UnitList | undefined): ReadonlyMap<string, ReadonlyMap<string, readonly Named[]>> {
  const found = new Map<string, Map<string, Named[]>>()
  for (const named of namedIn(part)) {
    const { name } = named.unit
    const listed = units && listedAs(named.unit, units)
    const key = listed ? listed.unit.name : units?.meant(name) ? undefined : departmentKey(name)
    if (key === undefined || listed?.as === 'former') continue
    const forms = found.get(key) ?? new Map<string, Named[]>()
    const uses = forms.get(name)
    if (uses) uses.push(named)
    else forms.set(name, [named])
    found.set(key, forms)
  }
  return found
}

function alias({ line, unit }: Named, same: readonly Named[], [name, uses]: Form): Found {
  const { from, to } = unit
  const first = uses[0] as Named
  const at = { line: first.line, from: first.unit.from, to: first.unit.to }
  return {
    line,
    from,
    to,
    args: [unit.name, name, uses.length],
    related: [{ ...at, message: { zh: '另一种写法', en: 'The other name' } }],
    fixes: [replace({ line, from, to }, name, false), ...(same.length > 1 ? [all(same, name)] : [])],
  }
}

const all = (uses: readonly Named[], name: string): Fix => ({
  title: { zh: `${uses.length} 处都改为“${name}”`, en: `Replace all ${uses.length} with “${name}”` },
  edits: uses.map(({ line, unit: { from, to } }) => ({ line, from, to, text: name })),
})

const offList = ({ line, unit: { from, to } }: Named, name: string): Found => ({
  line,
  from,
  to,
  message: { zh: '单位名单里写作“{0}”', en: 'The list of units has “{0}”' },
  args: [name],
  fixes: [replace({ line, from, to }, name, false)],
})
