import { type Found, replace, rule } from '../lint/rule.ts'
import { sign } from '../plan/signs.ts'

const twice = /百分之([0-9]+(?:\.[0-9]+)?)([%％])|(?<![0-9.])([0-9]+(?:\.[0-9]+)?)([%％])个百分点/g

export const numberPercent = rule({
  id: 'number/percent',
  scope: 'line',
  severity: 'error',
  title: { zh: '百分数重复', en: 'Percent said twice' },
  message: { zh: '“{0}”应写作“{1}”', en: '“{0}” should be “{1}”' },
  why: {
    zh: '“百分之”与百分号、百分号与“百分点”意思重复。',
    en: 'To say 百分之 and % or % and 百分点 is to say it twice.',
  },
  source: 'GB/T 15835-2011 5.1',
  rank: 'standard',
  good: ['一、提高5个百分点，达到95%，占百分之三十。'],
  bad: ['一、提高«5%个百分点»。\n! “5%个百分点”应写作“5个百分点”\n= 一、提高5个百分点。'],
  shows: [sign('%％'), sign('百', '分')],
  *check(line): Generator<Found> {
    for (const { index: from, 0: words, 1: share, 2: sign, 3: points } of line.text.matchAll(twice)) {
      const span = { line, from, to: from + words.length }
      const right = share === undefined ? `${points}个百分点` : `${share}${sign}`
      yield { ...span, args: [words, right], fixes: [replace(span, right)] }
    }
  },
})
