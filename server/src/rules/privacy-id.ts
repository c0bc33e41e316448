import { masked } from '../lint/mask.ts'
import type { Message } from '../lint/message.ts'
import { replace, rule } from '../lint/rule.ts'
import { isChecked, longNumber, personNumbers } from './person-numbers.ts'

const cue = /身份证|身份号|证件号/
const doubtful: Message = {
  zh: '疑似身份证号码“{0}”（校验码不符），不应写进要公开的文稿',
  en: 'Likely an identity number: “{0}” (its check digit is wrong); leave it out',
}

export const privacyId = rule({
  id: 'privacy/id',
  scope: 'line',
  severity: 'error',
  stage: 'review',
  title: { zh: '身份证号码', en: 'Identity number' },
  message: {
    zh: '身份证号码“{0}”不应写进要公开的文稿，请删去或隐去出生日期',
    en: 'Identity number “{0}”: leave it out, or hide the date of birth',
  },
  why: {
    zh: '身份证号码是个人隐私，随文公开后收不回来。报告里只显示首尾，不重复整个号码。',
    en: 'An identity number is private and cannot be taken back once it is out. Reports never repeat all of it.',
  },
  source: '《政府信息公开条例》第十五条；GB 11643-1999',
  rank: 'standard',
  good: [
    '一、合同编号330102199003070038',
    '一、统一社会信用代码为12330100470116034Y的单位',
    '一、持居民身份证办理，号码330102********0033。',
    '一、合同编号330102199913450038',
  ],
  bad: [
    '一、由张某（身份证号：«330102199003070035»）领取。\n! 身份证号码“3301**********0035”不应写进要公开的文稿，请删去或隐去出生日期\n= 一、由张某（身份证号：330102********0035）领取。',
    '张某，身份证号：«330102199003070036»。\n! 疑似身份证号码“3301**********0036”（校验码不符），不应写进要公开的文稿\n= 张某，身份证号：330102********0036。',
    '李某，«330102 19900307 006Ｘ»\n! 身份证号码“3301**********006X”不应写进要公开的文稿，请删去或隐去出生日期\n= 李某，330102********006X',
  ],
  shows: [longNumber],
  *check(line) {
    for (const { kind, from, to, digits } of personNumbers(line)) {
      if (kind !== 'id' && kind !== 'oldId') continue
      const sure = kind === 'id' && isChecked(digits)
      if (!sure && !cue.test(line.text.slice(Math.max(0, from - 20), from))) continue
      const span = { line, from, to }
      yield {
        ...span,
        args: [masked(digits, 4, 4)],
        ...(!sure && { severity: kind === 'id' ? 'warning' : 'information', message: doubtful }),
        fixes: [replace(span, masked(digits, 6, kind === 'id' ? 4 : 3), false)],
      }
    }
  },
})
