import { type Found, replace, rule } from '../lint/rule.ts'
import { any, sign } from '../plan/signs.ts'
import { beginsWord } from './particles.ts'

/** 、等 and ，等等, and …… on either side of 等. */
const comma = /[、，]等/g
const dots = /(?:…{1,2}|[.。·]{3,6})等等?|等等?(?:…{1,2}|[.。·]{3,6})/g
/** 等等 ends a sentence or a clause; before what the list is of it is 等. */
const twofold = /等等(?=[\u4e00-\u9fff])(?![看再])/g
/** What shows that 等 ends a list: a mark, a number, or what the list is of. */
const ends =
  /^等?(?:$|[，。；：、！？”’》）〕】]|[0-9一二三四五六七八九十几多各]|部门|单位|地区?|方面|工作|领域|行业|问题|内容|活动|措施|重点|相关|有关|人员|机构|项目)/

const besideEtc = any(sign('、，….。·', '等'), sign('等', '….。·等'))

export const punctuationEtc = rule({
  id: 'punctuation/etc',
  scope: 'line',
  severity: 'error',
  title: { zh: '“等”前后的标点', en: 'Marks beside 等' },
  message: { zh: '“等”前不加“{0}”', en: 'No “{0}” before 等' },
  why: {
    zh: '“等”表示列举未尽，与前一项之间不停顿；省略号也表示未尽，与“等”只用一个。',
    en: '等 says that a list goes on: no 、 stands before it, and …… says the same, so one of them is enough.',
  },
  source: 'GB/T 15834-2011 附录 A.9.2、B.1.2',
  rank: 'standard',
  good: [
    '一、教育、医疗等领域',
    '一、坚持平等互利、等价有偿',
    '一、不等不靠、等米下锅要不得；做好培训、等级评价等工作',
  ],
  bad: [
    '一、推进教育、医疗«、等»领域改革。\n! “等”前不加“、”\n= 一、推进教育、医疗等领域改革。',
    '一、推进教育、医疗«……等»领域改革。\n! 省略号和“等”只用一个\n= 一、推进教育、医疗等领域改革。',
    '一、推进教育、医疗«等等»领域改革。\n! “等等”后面不再接词，接词时用“等”\n= 一、推进教育、医疗等领域改革。',
  ],
  shows: [besideEtc],
  *check(line) {
    const { text } = line
    for (const { index: from } of text.matchAll(comma)) {
      const mark = text.charAt(from)
      if (beginsWord(text, from + 1)) continue
      const rest = text.slice(from + 2, from + 8)
      const ending = ends.test(rest)
      // ，等项目落地 begins a clause of its own; ，等等 is right where the list itself has ，.
      if (mark === '，' && !/^(?:[。；）]|部门|单位)/.test(rest)) continue
      if (text.startsWith('等', from + 2) && mark === '，') continue
      const span = { line, from, to: from + 2 }
      const severity = ending && mark === '、' ? 'error' : 'warning'
      yield { ...span, severity, args: [mark], fixes: [replace(span, '等')] } satisfies Found
    }
    for (const { index: from, 0: words } of text.matchAll(dots)) {
      const span = { line, from, to: from + words.length }
      yield { ...span, message: twice, fixes: [replace(span, words.replace(/[^等]/g, ''))] } satisfies Found
    }
    for (const { index: from } of text.matchAll(twofold)) {
      const span = { line, from, to: from + 2 }
      yield { ...span, severity: 'information', message: single, fixes: [replace(span, '等')] } satisfies Found
    }
  },
})

const single = { zh: '“等等”后面不再接词，接词时用“等”', en: 'Nothing follows 等等; before a noun it is 等' }
const twice = { zh: '省略号和“等”只用一个', en: 'Either …… or 等, not both' }
