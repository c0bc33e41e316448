import { type Found, rule } from '../lint/rule.ts'
import { digits, sign } from '../plan/signs.ts'

const fewer =
  /(?<!不)(?:减少|降低|下降|缩短|缩小|压减|压缩)了?[^，。；、：到至为0-9一二两三四五六七八九十百]{0,4}[0-9一二两三四五六七八九十百]+(?:\.[0-9]+)?倍/g

export const numberDecrease = rule({
  id: 'number/decrease',
  scope: 'line',
  severity: 'warning',
  stage: 'review',
  title: { zh: '减少不能说倍', en: 'Fewer by times' },
  message: {
    zh: '“{0}”：减少、下降不能用倍数，应写百分比或分数',
    en: '“{0}”: what grows less does so by a share, not by times',
  },
  why: {
    zh: '减少一倍就是零，减少几倍没有意义；应写“减少一半”“下降60%”。',
    en: 'Once less is nothing at all; write a share.',
  },
  source: '数量表述通则',
  rank: 'practice',
  good: ['一、成本降低60%，时限缩短一半，数量增加2倍。'],
  bad: ['一、办理时限«缩短了2倍»。\n! “缩短了2倍”：减少、下降不能用倍数，应写百分比或分数'],
  shows: [sign(`${digits}一二两三四五六七八九十百`, '倍')],
  *check(line): Generator<Found> {
    for (const { index: from, 0: words } of line.text.matchAll(fewer))
      yield { line, from, to: from + words.length, args: [words] }
  },
})
