import { masked } from '../lint/mask.ts'
import { replace, rule } from '../lint/rule.ts'
import { longNumber, personNumbers } from './person-numbers.ts'
import { isContact } from './personal.ts'

export const privacyPhone = rule({
  id: 'privacy/phone',
  scope: 'line',
  severity: 'warning',
  stage: 'review',
  title: { zh: '手机号码', en: 'Mobile number' },
  message: {
    zh: '个人手机号码“{0}”：公开前应征得本人同意，或改用办公电话',
    en: 'Mobile number “{0}”: ask its owner before it goes out, or give the office’s',
  },
  why: {
    zh: '个人信息未经本人同意不得公开。联系人、咨询电话后面的只作提示；办公电话不报告。',
    en: 'Personal data may not be published without consent. Where a contact is given it is only pointed out; an office’s number is not.',
  },
  source: '《个人信息保护法》第二十五条',
  rank: 'standard',
  good: [
    '联系人：张三，联系电话：0571-87012345。',
    '一、投资13800138000元，登记编号13800138000。',
    '网址：https://www.example.gov.cn/art/13800138000.html',
  ],
  bad: [
    '一、由李某（«13800138000»）牵头。\n! 个人手机号码“138****8000”：公开前应征得本人同意，或改用办公电话\n= 一、由李某（138****8000）牵头。',
    '联系人：李某，手机：«138-0013-8000»。\n! 个人手机号码“138****8000”：公开前应征得本人同意，或改用办公电话\n= 联系人：李某，手机：138****8000。',
  ],
  shows: [longNumber],
  *check(line) {
    for (const { kind, from, to, digits } of personNumbers(line)) {
      if (kind !== 'mobile') continue
      const span = { line, from, to }
      const hidden = masked(digits.slice(-11), 3, 4)
      yield {
        ...span,
        args: [hidden],
        ...((isContact(line.text, from) || line.role === 'row') && { severity: 'information' }),
        fixes: [replace(span, hidden, false)],
      }
    }
  },
})
