import { type Found, replace, rule } from '../lint/rule.ts'
import { type Line, textStart } from '../plan/line.ts'
import { any, digits, sign } from '../plan/signs.ts'
import { within } from './within.ts'

/** “12.4”国家宪法日: a month and a day in quotes that name an event. */
const date = /(?<=[“"])(1[0-2]|[1-9])[.．](3[01]|[12][0-9]|[1-9])(?=[”"])/g
const event = /^(?:国家|世界|全国|国际|消防|防灾|禁毒|宪法|植树|环境|事件|案|专案|日|节|特大|暴雨|活动|宣传|行动)/
/** 6.5世界环境日 without quotes. */
const day =
  /(?<![\d.．年月日第])(1[0-2]|[1-9])[.．](3[01]|[12][0-9]|[1-9])(?=(?:国家|世界|国际|全国|消费者|信用|诚信|防灾|禁毒|宪法|植树|环境)[\u4e00-\u9fff]{1,10}日(?![前内起]))/g
/** 买买提•艾力: dots of other scripts in the middle dot's place. */
const other = /(?<=[\u4e00-\u9fff”])[•・‧∙⋅](?=[\u4e00-\u9fff“])|(?<=[“"][0-9]{1,2})[•・‧∙⋅](?=[0-9]{1,2}[”"])/g
const dotted = any(sign(digits, '.．', digits), sign('•・‧∙⋅'))
const version = /^(?:折|元|分|级|版|系统|标准|规划|指数|平台|模式|产业)/

export const punctuationDot = rule({
  id: 'punctuation/dot',
  scope: 'line',
  severity: 'error',
  title: { zh: '月日简称用间隔号', en: 'Dot in a short date' },
  message: { zh: '月日简称“{0}”应写作“{1}”', en: 'A short date is written “{1}”, not “{0}”' },
  why: {
    zh: '用月、日表示事件或节日时，中间用间隔号：“12·4”国家宪法日、“3·15”。',
    en: 'A month and day that name an event take a middle dot.',
  },
  source: 'GB/T 15834-2011 4.14.3.5',
  rank: 'standard',
  good: ['一、开展“12·4”国家宪法日活动', '一、升级“2.0”版平台，实施“3.0”版政策，增长12.4%'],
  bad: [
    '一、开展“«12.4»”国家宪法日活动\n! 月日简称“12.4”应写作“12·4”\n= 一、开展“12·4”国家宪法日活动',
    '一、开展«6.5»世界环境日宣传\n! 月日简称“6.5”应写作““6·5””\n= 一、开展“6·5”世界环境日宣传',
    '一、举办“老字号«•»正青春”活动\n! 间隔号应为“·”，不是“•”\n= 一、举办“老字号·正青春”活动',
  ],
  shows: [dotted],
  *check(line) {
    const { text } = line
    for (const { index: from, 0: words } of text.matchAll(date)) {
      const to = from + words.length
      if (version.test(text.slice(to + 1))) continue
      const right = words.replace(/[.．]/, '·')
      const severity = event.test(text.slice(to + 1).trimStart()) ? 'error' : 'warning'
      yield { line, from, to, severity, args: [words, right], fixes: [replace({ line, from, to }, right)] }
    }
    yield* days(line)
    for (const { index: from, 0: mark } of text.matchAll(other)) {
      const span = { line, from, to: from + 1 }
      yield { ...span, message: dot, args: [mark], fixes: [replace(span, '·')] }
    }
  },
})

function* days(line: Line): Generator<Found> {
  const { text } = line
  const start = textStart(line)
  const isQuoted = within(text, '“', '”')
  for (const { index: from, 0: words } of text.matchAll(day)) {
    const quoted = isQuoted(from)
    // 2.1世界… at a line's start may be its number.
    if (from <= start) continue
    const span = { line, from, to: from + words.length }
    const short = words.replace(/[.．]/, '·')
    const right = quoted ? short : `“${short}”`
    yield { ...span, severity: 'warning', args: [words, right], fixes: [replace(span, right)] }
  }
}

const dot = { zh: '间隔号应为“·”，不是“{0}”', en: 'The middle dot is “·”, not “{0}”' }
