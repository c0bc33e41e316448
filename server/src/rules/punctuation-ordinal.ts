import { type Found, replace, rule } from '../lint/rule.ts'
import type { Line } from '../plan/line.ts'
import { runIns } from '../plan/run-in.ts'
import { any, sign } from '../plan/signs.ts'

/** 一是， and 二要：, which take nothing. */
const stray = /^[，、：:,]/
/** 第一、 and 首先、, which take ，. */
const ordered = /(?<=^|[。；：\s　])(?:第[一二三四五六七八九十]|首先|其次|再次|最后)、(?!第?[一二三四五六七八九十])/g

const numerals = '一二三四五六七八九十'
/** What any of them has. */
const marked = any(sign(numerals, '是要', '，、：:,'), sign('第', numerals, '、'), sign('首其再最', '先次后', '、'))

export const punctuationOrdinal = rule({
  id: 'punctuation/ordinal',
  scope: 'line',
  severity: 'information',
  stage: 'review',
  title: { zh: '段内序次语的标点', en: 'Marks behind run-in numbers' },
  message: { zh: '“{0}”后面不用“{1}”', en: 'No “{1}” behind “{0}”' },
  why: {
    zh: '“一是”“二要”后面直接接正文，不加标点；“第一”“首先”后面用逗号。',
    en: '一是 and 二要 take no mark; 第一 and 首先 take ，.',
  },
  source: 'GB/T 15834-2011 附录 B.3.1、B.3.7',
  rank: 'standard',
  good: [
    '一、一是办甲；二是办乙；三要办丙。',
    '一、第一，办甲；第二，办乙。首先，办丙。',
    '一、安全第一、预防为主，第一、第二产业。',
  ],
  bad: [
    '一、任务是：一是«，»办甲；二是«，»办乙。\n! “一是”后面不用“，”\n! “二是”后面不用“，”\n= 一、任务是：一是办甲；二是办乙。',
    '一、«第一、»办甲；«第二、»办乙。\n! “第一”后面用“，”\n! “第二”后面用“，”\n= 一、第一，办甲；第二，办乙。',
  ],
  shows: [marked],
  *check(line) {
    const { text } = line
    for (const { from, to, word } of runIns(line)) {
      if (!'是要'.includes(word) || !stray.test(text.slice(to, to + 1))) continue
      const span = { line, from: to, to: to + 1 }
      yield { ...span, args: [text.slice(from, to), text.charAt(to)], fixes: [replace(span, '')] }
    }
    yield* withComma(line)
  },
})

function* withComma(line: Line): Generator<Found> {
  const start = line.ordinal?.to ?? 0
  const text = line.text.slice(start)
  for (const { index, 0: words } of text.matchAll(ordered)) {
    const span = { line, from: start + index, to: start + index + words.length }
    const ordinal = words.slice(0, -1)
    yield { ...span, message: comma, args: [ordinal], fixes: [replace(span, `${ordinal}，`)] }
  }
}

const comma = { zh: '“{0}”后面用“，”', en: '“{0}” takes ，' }
