import { type Found, replace, rule } from '../lint/rule.ts'
import { sign } from '../plan/signs.ts'

/** 二○二四年, 二O二四年: what stands for zero is another character than 〇. */
const year = /(?<![一二三四五六七八九〇])[一二][一二三四五六七八九〇零○◯ＯO0Οo]{3}(?=年)/g
const numeral = '一二三四五六七八九〇零○◯ＯO0Οo'
const wrong = /[零○◯ＯO0Οo]/g

export const numberZero = rule({
  id: 'number/zero',
  scope: 'line',
  severity: 'error',
  title: { zh: '年份中的“〇”', en: 'Zero in a year' },
  message: { zh: '“{0}年”应写作“{1}年”：年份中的零用“〇”', en: '“{0}年” is written “{1}年”: zero in a year is 〇' },
  why: {
    zh: '汉字年份中的零用“〇”（U+3007）；字母 O、圆圈、“零”都不对，检索时也找不到。',
    en: 'Zero in a year in Chinese numerals is 〇 (U+3007), neither the letter O nor a circle nor 零.',
  },
  source: 'GB/T 15835-2011 4.2.3、5.3',
  rank: 'standard',
  good: ['某市办公室\n二〇二四年三月五日', '一、零二年、2020年、一九九八年'],
  bad: ['某市办公室\n«二○二四»年三月五日\n! “二○二四年”应写作“二〇二四年”：年份中的零用“〇”\n= 二〇二四年三月五日'],
  shows: [sign(numeral, numeral, '年')],
  *check(line): Generator<Found> {
    for (const { index: from, 0: words } of line.text.matchAll(year)) {
      const right = words.replace(wrong, '〇')
      if (right === words) continue
      const span = { line, from, to: from + words.length }
      // 零 is how many say it: a matter of style.
      const severity = words.replaceAll('零', '〇') === right ? 'information' : 'error'
      yield { ...span, severity, args: [words, right], fixes: [replace(span, right)] }
    }
  },
})
