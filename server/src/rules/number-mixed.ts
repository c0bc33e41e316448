import { type Found, replace, rule } from '../lint/rule.ts'
import { readHan } from '../plan/numerals.ts'
import { any, digits, sign } from '../plan/signs.ts'

/** Numerals of both kinds not far from each other: most lines have none. */
const numerals = '一二三四五六七八九十'
const both = any(sign(digits, `${numerals}千百`), sign(digits, '年月', numerals), sign(numerals, digits))
/** 2024年三月, 3月十五日: two kinds of numerals in one date. */
const date =
  /(?<=[0-9]{4}年)([一二三四五六七八九十]{1,3})(?=月(?!份?议))|(?<=[0-9]{1,2}月)([一二三四五六七八九十]{1,3})(?=[日号])/g
/** 3千元, 2百人: 千 and 百 go with Chinese numerals only; 千瓦 and 千米 are units. */
const thousand = /(?<![0-9A-Za-z.年])([1-9][0-9]?(?:\.[0-9])?)([千百])(?=元|人|名|个|家|户|件|亩|吨|万|亿|余|多)/g
/** 十2条, 二5: numerals of both kinds side by side. */
const beside = /(?<=[0-9])[一二三四五六七八九十](?=[0-9])|(?<![年月])[一二三四五六七八九]?十[0-9](?![0-9.、．])/g

export const numberMixed = rule({
  id: 'number/mixed',
  scope: 'line',
  severity: 'warning',
  stage: 'review',
  title: { zh: '两种数字混用', en: 'Two kinds of numerals in one' },
  message: { zh: '“{0}”混用了两种数字，应写作“{1}”', en: '“{0}” mixes two kinds of numerals; write “{1}”' },
  why: {
    zh: '同一个数或日期里，阿拉伯数字和汉字数字不混用；阿拉伯数字只与“万”“亿”连用。',
    en: 'One number or date has one kind of numerals; Arabic ones go with 万 and 亿 only.',
  },
  source: 'GB/T 15835-2011 5.1',
  rank: 'standard',
  good: ['一、2024年3月，投资3000元，3万元，装机5千瓦、2000万千瓦。', '一、二〇二四年三月，十二条措施，三千元。'],
  bad: [
    '一、2024年«三»月底前完成。\n! “三”混用了两种数字，应写作“3”\n= 一、2024年3月底前完成。',
    '一、补助«3千»元。\n! “3千”混用了两种数字，应写作“3000”\n= 一、补助3000元。',
  ],
  shows: [both],
  *check(line): Generator<Found> {
    const { text } = line
    const start = line.ordinal?.to ?? 0
    for (const { index: from, 0: words } of text.matchAll(date)) {
      const right = String(readHan(words))
      if (right === 'NaN' || Number(right) > 31) continue
      const span = { line, from, to: from + words.length }
      yield { ...span, args: [words, right], fixes: [replace(span, right)] }
    }
    for (const { index: from, 0: words, 1: amount, 2: unit } of text.matchAll(thousand)) {
      if (from < start) continue
      const value = Number(amount) * (unit === '千' ? 1000 : 100)
      if (!Number.isInteger(value)) continue
      const span = { line, from, to: from + words.length }
      // 3千万 is 3000万; 2百亿 is 200亿.
      yield { ...span, args: [words, String(value)], fixes: [replace(span, String(value))] }
    }
    for (const { index: from, 0: words } of text.matchAll(beside)) {
      if (from < start || text.charAt(from - 1) === '第') continue
      const span = { line, from, to: from + words.length }
      yield {
        ...span,
        severity: 'information',
        message: { zh: `“${words}”混用了两种数字`, en: `“${words}” mixes two kinds of numerals` },
      }
    }
  },
})
