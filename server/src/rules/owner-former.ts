import { replace, rule } from '../lint/rule.ts'
import { namedIn } from '../plan/named.ts'
import { tagged } from '../plan/skeleton.ts'
import { nameNow } from './former.ts'
import { planYears } from './plan-years.ts'

export const ownerFormer = rule({
  id: 'owner/former',
  scope: 'part',
  severity: 'warning',
  title: { zh: '单位已经撤并或更名', en: 'A unit that is no more' },
  message: { zh: '“{0}”已经撤并或更名，现在多为“{1}”', en: '“{0}” is no more; its work is mostly done by “{1}”' },
  why: {
    zh: '照旧稿改，机构改革前的名称留了下来。全国性改革只看标题写明年份的文件；yaodian.json 里列的曾用名，没有写截止年份的一律提示。',
    en: 'The name was left from a draft made before the reform. Nationwide reforms count where the title says the plan’s year; former names of yaodian.json count from their own year on.',
  },
  source: '2018、2023 年机构改革',
  rank: 'practice',
  given: '{ "units": [{ "name": "市数据局", "former": [{ "name": "市大数据中心", "until": 2023 }] }] }',
  good: [
    '2017年工作要点\n1.甲事。（责任单位：市环保局）',
    '1.甲事。（责任单位：市卫计委）',
    '2024年工作要点\n1.甲事。（责任单位：市农业农村局）',
    '2023年工作要点\n1.甲事。（责任单位：市大数据中心）',
  ],
  bad: [
    '2024年工作要点\n1.甲事。（责任单位：市教育局、«市卫计委»）\n! “市卫计委”已经撤并或更名，现在多为“市卫生健康委”\n= 1.甲事。（责任单位：市教育局、市卫生健康委）',
    '2024年工作要点\n1.甲事。（责任单位：«市大数据中心»）\n! “市大数据中心”已经撤并或更名，现在多为“市数据局”\n= 1.甲事。（责任单位：市数据局）',
  ],
  sees: tagged,
  applies: (part) => namedIn(part).length > 0,
  *check(part, config) {
    const { units } = config
    const first = planYears(part, config)?.first
    for (const { unit, line } of namedIn(part)) {
      const { name, from, to } = unit
      const now = nameNow(unit, units, first)
      if (now) yield { line, from, to, args: [name, now], fixes: [replace({ line, from, to }, now, false)] }
    }
  },
})
