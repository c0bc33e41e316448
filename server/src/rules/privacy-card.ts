import { masked } from '../lint/mask.ts'
import { replace, rule } from '../lint/rule.ts'
import { longNumber, personNumbers } from './person-numbers.ts'

/** An account that money is to be sent to is meant to be read. */
const meant = /捐赠|捐款|收款|开户|户名|缴款|缴费|汇款/
const reach = 60

export const privacyCard = rule({
  id: 'privacy/card',
  scope: 'line',
  severity: 'warning',
  stage: 'review',
  title: { zh: '银行卡号', en: 'Bank card number' },
  message: {
    zh: '银行卡号“{0}”不应公开，请删去或隐去中间各位',
    en: 'Card number “{0}”: leave it out, or hide its middle',
  },
  why: {
    zh: '金融账户是敏感个人信息。按发卡机构的开头和校验位认卡号，信用代码、文号和金额不报告。',
    en: 'Accounts are sensitive. Cards are known by their issuer and their check digit; other long numbers are left alone.',
  },
  source: '《个人信息保护法》第二十五条、第二十八条；ISO/IEC 7812-1',
  rank: 'standard',
  good: ['一、卡号6222020200112233', '一、项目代码6222020200112230', '一、总投资6222020200112230元。'],
  bad: [
    '一、补贴打入卡号«6222 0202 0011 2230»。\n! 银行卡号“6222********2230”不应公开，请删去或隐去中间各位\n= 一、补贴打入卡号6222********2230。',
  ],
  shows: [longNumber],
  *check(line) {
    for (const { kind, from, to, digits } of personNumbers(line)) {
      if (kind !== 'card') continue
      const span = { line, from, to }
      const isMeant = meant.test(line.text.slice(Math.max(0, from - reach), from))
      yield {
        ...span,
        args: [masked(digits, 4, 4)],
        ...(isMeant && { severity: 'information' }),
        fixes: [replace(span, masked(digits, 4, 4), false)],
      }
    }
  },
})
