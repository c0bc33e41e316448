import { type Found, replace, rule } from '../lint/rule.ts'
import { digits, sign } from '../plan/signs.ts'

const number = '[0-9]+(?:\\.[0-9]+)?'
const dash = '[-－–—～~〜至]'
/** What any range has: most lines have none. */
const ranged = sign(`${digits}%％‰万亿`, '-－–—～~〜至', digits)
/** 5～10%, 3-5万: the first number has lost what the second has. */
const bare = new RegExp(`(?<![0-9A-Za-z.%％‰万亿第年月日号/])(${number})(${dash})(${number})([%％‰]|[万亿](?!分))`, 'g')
/** 3-5个: a hyphen where a range has ～ or —. */
const hyphen = new RegExp(
  `(?<![0-9A-Za-z.\\-－–年月日号表图〔第（(])(${number}[%％‰万亿]?)[-－–](${number}[%％‰万亿]?)(?=(?:个|名|人|家|次|倍|天|项|元|吨|亩|公里|千米|平方)|(?<=[%％‰]))`,
  'g',
)

export const numberRange = rule({
  id: 'number/range',
  scope: 'line',
  severity: 'warning',
  stage: 'review',
  title: { zh: '数值范围的写法', en: 'Range of numbers' },
  message: { zh: '“{0}”应写作“{1}”', en: '“{0}” is written “{1}”' },
  why: {
    zh: '起止两数都带百分号和“万”“亿”，才不会被读成从几到几万；中间用浪纹线或一字线，短横线用于型号和编号。',
    en: 'Both ends of a range take the percent sign, 万 or 亿, with ～ or — between them; a hyphen belongs to models and codes.',
  },
  source: 'GB/T 15835-2011 5.1、GB/T 15834-2011 4.13.3',
  rank: 'standard',
  good: [
    '一、增长5%～10%，补助3万～5万元，1—6月完成。',
    '一、服务热线0571-87654321，型号A3-5万，2023-2025年，表1-2个别数据。',
  ],
  bad: [
    '一、比重提高«5～10%»。\n! “5～10%”应写作“5%～10%”\n= 一、比重提高5%～10%。',
    '一、每户补助«3—5万»元。\n! “3—5万”应写作“3万—5万”\n= 一、每户补助3万—5万元。',
    '一、新建«3-5»个站点。\n! “3-5”应写作“3～5”\n= 一、新建3～5个站点。',
  ],
  shows: [ranged],
  applies: (line) => line.role !== 'row',
  *check(line): Generator<Found> {
    const { text } = line
    const start = line.ordinal?.to ?? 0
    for (const { index: from, 0: words, 1: first, 2: mark, 3: second, 4: unit } of text.matchAll(bare)) {
      if (from < start || isCounted(text, from, unit as string)) continue
      const span = { line, from, to: from + words.length }
      const right = `${first}${unit}${isHyphen(mark as string) ? '～' : mark}${second}${unit}`
      yield { ...span, args: [words, right], fixes: [replace(span, right)] }
    }
    for (const { index: from, 0: words, 1: first, 2: second } of text.matchAll(hyphen)) {
      if (from < start || hasUnit(second as string) !== hasUnit(first as string)) continue
      const span = { line, from, to: from + words.length }
      const right = `${first}～${second}`
      yield { ...span, severity: 'information', args: [words, right], fixes: [replace(span, right)] }
    }
  },
})

const hasUnit = (end: string): boolean => /[%％‰万亿]$/.test(end)

const isHyphen = (mark: string): boolean => '-－–'.includes(mark)

/** 从3到5万人 is one number beside another; 由8至10% of a fall as well. */
const isCounted = (text: string, from: number, unit: string): boolean =>
  /[从由]$/.test(text.slice(Math.max(0, from - 1), from)) && !/[%％]/.test(unit)
