import { type Found, replace, rule } from '../lint/rule.ts'
import { digits, sign } from '../plan/signs.ts'

/** 国办发〔2023〕5号: who issued it, the year in brackets, the number. What courts write （2023）浙01民终5号 has it elsewhere. */
const pattern =
  /(?<=[\u4e00-\u9fa5](?:发|函|字|办|通|规|令|电|告|批|议|文|复|任|监|教|财|政|科|卫|农|人社|综|提))([[【（(〔［﹝])([0-9]{2}|[12][0-9]{3})([\]】）)〕］﹞])(第)?(0*)([0-9]{1,4})(?=号)/g

export const docnumberForm = rule({
  id: 'docnumber/form',
  scope: 'line',
  severity: 'error',
  title: { zh: '发文字号的写法', en: 'Form of a document number' },
  message: { zh: '发文字号中的“{0}”应写作“{1}”', en: 'In a document number “{0}” is written “{1}”' },
  why: {
    zh: '年份写全称，用六角括号“〔〕”括起来；序号不加“第”，不编虚位。',
    en: 'The full year stands in 〔〕; the number has neither 第 nor a zero before it.',
  },
  source: 'GB/T 9704-2012 7.2.5',
  rank: 'standard',
  good: ['一、落实国办发〔2023〕5号文件。', '一、执行（2023）浙01民终5号判决，按照（1）号令办理。'],
  bad: [
    '一、落实国办发«[2023]5»号文件。\n! 发文字号中的“[2023]5”应写作“〔2023〕5”\n= 一、落实国办发〔2023〕5号文件。',
    '一、落实某政发«〔2023〕第05»号文件。\n! 发文字号中的“〔2023〕第05”应写作“〔2023〕5”\n= 一、落实某政发〔2023〕5号文件。',
  ],
  shows: [sign(digits, '号')],
  *check(line): Generator<Found> {
    for (const { index: from, 0: words, 2: year = '', 4: ordinal, 6: number = '' } of line.text.matchAll(pattern)) {
      // 公告 and 令 number their own: 公告〔2024〕第11号.
      const kept = ordinal && /(?:公告|通告|令)$/.test(line.text.slice(0, from)) ? '第' : ''
      const right = `〔${year.length === 2 ? `20${year}` : year}〕${kept}${number}`
      if (right === words || Number(number) === 0) continue
      const span = { line, from, to: from + words.length }
      // The century is a guess.
      const severity = year.length === 2 ? 'warning' : 'error'
      yield { ...span, severity, args: [words, right], fixes: [replace(span, right)] }
    }
  },
})
