import { type Found, rule } from '../lint/rule.ts'
import { has, kind } from '../plan/characters.ts'
import { masked, masking } from './personal.ts'

/** The first digits of cards of Chinese banks, Visa and Mastercard; 16 to 19 digits, in groups or not. */
const pattern = /(?<![0-9A-Za-z])(?:62|4[0-9]|5[1-5])[0-9]{2}(?:[ -]?[0-9]{4}){3}(?:[ -]?[0-9]{1,3})?(?![0-9A-Za-z])/g

export const privacyCard = rule({
  id: 'privacy/card',
  scope: 'line',
  severity: 'error',
  stage: 'review',
  title: { zh: '银行卡号', en: 'Bank card' },
  message: { zh: '银行卡号“{0}”不能公开', en: 'The card number “{0}” must not be published' },
  why: {
    zh: '银行账户属于敏感个人信息。只报告校验位正确的号码。',
    en: 'A bank account is sensitive personal data. Only numbers whose check digit is right are reported.',
  },
  source: '《个人信息保护法》第二十八条；GB/T 17552（Luhn 校验）',
  rank: 'practice',
  good: ['一、账号6222021234567890123，项目编号4111111111111112。'],
  bad: ['一、汇至«6222020000000000000»。\n! 银行卡号“6222***********0000”不能公开\n= 一、汇至6222***********0000。'],
  applies: (line) => has(line, kind.digit),
  *check(line): Generator<Found> {
    for (const { index: from, 0: words } of line.text.matchAll(pattern)) {
      if (!isLuhn(words.replace(/[^0-9]/g, ''))) continue
      const span = { line, from, to: from + words.length }
      const shown = masked(words, 4, 4)
      yield { ...span, args: [shown], fixes: [masking(span, shown)] }
    }
  },
})

/** Every second digit from the right doubled, the digits of all summed: a multiple of ten (ISO/IEC 7812-1). */
function isLuhn(number: string): boolean {
  let sum = 0
  for (let i = 0; i < number.length; i++) {
    const digit = Number(number.charAt(number.length - 1 - i))
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
