import { type Found, replace, rule } from '../lint/rule.ts'
import { writeHan } from '../plan/numerals.ts'
import { any, sign } from '../plan/signs.ts'

const digits = '一二三四五六七八九'
const either = any(sign('一二三四五六七八', '、', '二三四五六七八九'), sign('0', '几'))
/** 三、四个: two neighbouring numbers that mean about so many. 三、四年级 and 三、四季度 are lists. */
const listed = new RegExp(
  `(?<![第、${digits}十])([${digits}])、([${digits}])(?=[十百千]?(?:个(?!月份)|年(?![级度])|天|次|倍|名|公里|米|岁|成(?!果|员|本)|百|千|万))`,
  'g',
)
const some = /(?<![0-9.])([1-9]0)几(?=[个名人家次天年项万])/g

export const numberApproximate = rule({
  id: 'number/approximate',
  scope: 'line',
  severity: 'warning',
  stage: 'review',
  title: { zh: '概数的写法', en: 'Approximate number' },
  message: { zh: '概数“{0}”应写作“{1}”', en: 'About so many: “{0}” is written “{1}”' },
  why: {
    zh: '相邻两个数字连用表示概数，中间不用顿号；带“几”的概数用汉字。',
    en: 'Two neighbouring numbers that mean “about” take no mark between them; those with 几 are written in Chinese.',
  },
  source: 'GB/T 15835-2011 4.2.1、GB/T 15834-2011 4.5.3.4',
  rank: 'standard',
  good: ['一、用三四年时间，建成二十几个站点。', '一、三、四年级学生，第三、四季度，一、二类区。'],
  bad: [
    '一、用«三、四»年时间建成。\n! 概数“三、四”应写作“三四”\n= 一、用三四年时间建成。',
    '一、新建«20几»个站点。\n! 概数“20几”应写作“二十几”\n= 一、新建二十几个站点。',
  ],
  shows: [either],
  applies: (line) => line.role !== 'row',
  *check(line): Generator<Found> {
    const { text } = line
    for (const { index: from, 0: words, 1: a, 2: b } of text.matchAll(listed)) {
      if (from < (line.ordinal?.to ?? 0) || digits.indexOf(b as string) !== digits.indexOf(a as string) + 1) continue
      const span = { line, from, to: from + words.length }
      yield { ...span, args: [words, `${a}${b}`], fixes: [replace(span, `${a}${b}`)] }
    }
    for (const { index: from, 0: words, 1: ten } of text.matchAll(some)) {
      const span = { line, from, to: from + words.length }
      const right = `${writeHan(Number(ten))}几`
      yield { ...span, args: [words, right], fixes: [replace(span, right)] }
    }
  },
})
