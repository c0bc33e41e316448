import { type Found, replace, rule } from '../lint/rule.ts'
import { dates } from '../plan/dates.ts'
import { any, digits, sign } from '../plan/signs.ts'

/** What any of them has: most lines have none. */
const wrong = /[年月]0[1-9]|(?:^|[^0-9])[1-3][0-9]年/
/** 24年3月, 23年底: a year that lost its century. 20年期 and 12年义务教育 are lengths of time. */
const short =
  /(?<![0-9零〇满近约前后每过这第达长了期为.至—～-])((?:1[5-9]|2[0-9]|3[0-5]))(?=年(?:[0-9]{1,2}月|底前|年?底|年?初|度(?:工作|计划|预算|考核|目标)|(?:上|下)半年|第?[一二三四]季度))/g
/** 2024年03月: no day behind it. */
const month = /(?<=[12][0-9]{3}年)0([1-9])(?=月(?![0-9]{1,2}[日号]))/g

export const dateForm = rule({
  id: 'date/form',
  scope: 'line',
  severity: 'warning',
  stage: 'review',
  title: { zh: '日期的写法', en: 'Form of a date' },
  message: { zh: '“{0}”应写作“{1}”', en: '“{0}” is written “{1}”' },
  why: {
    zh: '年份写全称，月、日不编虚位（1月不写01月）。',
    en: 'A year has four digits, and no month or day a zero before it.',
  },
  source: 'GB/T 9704-2012 7.3.5.4、GB/T 15835-2011 5.1',
  rank: 'standard',
  good: ['一、2024年3月5日前完成，12年义务教育，20年期债券，2024年底前。', '一、每3年底数清理一次，2023年上半年。'],
  bad: [
    '一、«2024年03月05日»前完成。\n! “2024年03月05日”应写作“2024年3月5日”\n= 一、2024年3月5日前完成。',
    '一、«24»年3月底前完成。\n! “24”应写作“2024”\n= 一、2024年3月底前完成。',
    '一、2024年«01»月启动。\n! “01”应写作“1”\n= 一、2024年1月启动。',
  ],
  shows: [any(sign('年月', '0', '123456789'), sign('123', digits, '年'))],
  applies: (line) => line.role !== 'row' && wrong.test(line.text),
  *check(line): Generator<Found> {
    const { text } = line
    for (const { from, to, padded } of dates(line)) {
      if (!padded) continue
      const words = text.slice(from, to)
      const right = words.replace(/(^|[年月])0+(?=[1-9])/g, '$1')
      if (right !== words) yield { line, from, to, args: [words, right], fixes: [replace({ line, from, to }, right)] }
    }
    for (const { index: from, 0: words } of text.matchAll(month)) {
      const span = { line, from, to: from + words.length }
      yield { ...span, args: [words, words.slice(1)], fixes: [replace(span, words.slice(1))] }
    }
    for (const { index: from, 0: words } of text.matchAll(short)) {
      const span = { line, from, to: from + words.length }
      yield { ...span, args: [words, `20${words}`], fixes: [replace(span, `20${words}`)] }
    }
  },
})
