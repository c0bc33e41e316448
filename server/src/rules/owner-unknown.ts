import { listedAs, type UnitList } from '../lexicon/unit-list.ts'
import { replace, rule } from '../lint/rule.ts'
import { namedIn } from '../plan/named.ts'
import { tagged } from '../plan/skeleton.ts'
import { nameNow } from './former.ts'
import { planYears } from './plan-years.ts'

export const ownerUnknown = rule({
  id: 'owner/unknown',
  scope: 'part',
  severity: 'warning',
  title: { zh: '名单里没有的单位', en: 'A unit that is not listed' },
  message: { zh: '单位名单里没有“{0}”', en: '“{0}” is not in the list of units' },
  why: {
    zh: 'yaodian.json 列出了本单位的责任单位时，名单之外的多半是写错了字、用了旧名，或者抄自别处。没有名单不检查；“各有关部门”一类不算。',
    en: 'Where yaodian.json lists the team’s units, another name is mostly a slip, an old name or copied from elsewhere. Silent without a list.',
  },
  source: '本单位的名单',
  rank: 'house',
  given:
    '{ "units": [{ "name": "政策法规处" }, { "name": "规划发展处" }, { "name": "委办公室", "short": ["办公室"] }] }',
  good: [
    '1.甲事。（责任单位：政策法规处、办公室）',
    '1.甲事。（责任单位：政策法规处、相关处室）\n2.乙事。（责任单位：各区人民政府）',
    '1.甲事。（责任单位：政策法规处〔规划发展处〕）',
  ],
  bad: [
    '1.甲事。（责任单位：«政策法规外»、规划发展处）\n! 单位名单里没有“政策法规外”\n= 1.甲事。（责任单位：政策法规处、规划发展处）',
    '1.甲事。（责任单位：«市农科院»）\n! 单位名单里没有“市农科院”',
  ],
  sees: tagged,
  applies: (part) => namedIn(part).length > 0,
  wants: ({ units }) => (units?.units.length ?? 0) > 0,
  *check(part, config) {
    const { units } = config
    if (!units) return
    const year = planYears(part, config)?.first
    for (const { unit, line } of namedIn(part)) {
      const { name, collective, from, to } = unit
      if (collective || listedAs(unit, units) || isListed(name, units) || nameNow(unit, units, year)) continue
      const fixes = units.nearest(name).map((near) => replace({ line, from, to }, near, false))
      yield { line, from, to, args: [name], fixes }
    }
  },
})

/** A name with another in brackets behind it is listed where each of the two is. */
function isListed(name: string, units: UnitList): boolean {
  const known = (each: string) => units.find(each) !== undefined || units.meant(each) !== undefined
  if (known(name)) return true
  const two = /^(.+)[（(〔]([^（）()〔〕]+)[）)〕]$/.exec(name)
  return two !== null && known(two[1] as string) && known(two[2] as string)
}
