import { type Former, formerOf } from '../lexicon/departments.ts'
import { replace, rule } from '../lint/rule.ts'
import { yearsOf } from '../plan/year.ts'

export const ownerFormer = rule({
  id: 'owner/former',
  scope: 'part',
  severity: 'warning',
  title: { zh: '单位已经撤并或更名', en: 'A unit that is no more' },
  message: { zh: '“{0}”已经撤并或更名，现在多为“{1}”', en: '“{0}” is no more; its work is mostly done by “{1}”' },
  why: {
    zh: '照旧稿改，机构改革前的名称留了下来。只看标题写明年份的文件。',
    en: 'The name was left from a draft made before the reform. Only where the title says the plan’s year.',
  },
  source: '2018、2023 年机构改革',
  good: [
    '2017年工作要点\n1.甲事。（责任单位：市环保局）',
    '1.甲事。（责任单位：市卫计委）',
    '2024年工作要点\n1.甲事。（责任单位：市农业农村局）',
  ],
  bad: [
    '2024年工作要点\n1.甲事。（责任单位：市教育局、«市卫计委»）\n! “市卫计委”已经撤并或更名，现在多为“市卫生健康委”\n= 1.甲事。（责任单位：市教育局、市卫生健康委）',
  ],
  *check(part) {
    const years = yearsOf(part)
    if (!years) return
    for (const line of part.lines) {
      for (const { lead, support } of line.tags) {
        for (const { name, from, to } of [...lead, ...support]) {
          const former = formerOf(name)
          if (!former || former.until >= years.first) continue
          const now = today(name, former)
          yield { line, from, to, args: [name, now], fixes: [replace({ line, from, to }, now, false)] }
        }
      }
    }
  },
})

const today = (name: string, former: Former): string => name.slice(0, -former.name.length) + former.now
