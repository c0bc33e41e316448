import { type Found, rule } from '../lint/rule.ts'
import { has, kind } from '../plan/characters.ts'
import { daysIn } from '../plan/due.ts'
import { masked, masking } from './personal.ts'

const pattern = /(?<![0-9A-Za-z])[1-9][0-9]{5}[\s]?(?:19|20)[0-9]{6}[\s]?[0-9]{3}[0-9Xx](?![0-9A-Za-z])/g
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'

export const privacyId = rule({
  id: 'privacy/id',
  scope: 'line',
  severity: 'error',
  stage: 'review',
  title: { zh: '身份证号码', en: 'Identity number' },
  message: { zh: '身份证号码“{0}”不能公开', en: 'The identity number “{0}” must not be published' },
  why: {
    zh: '公文公开后无法收回；身份证号码属于敏感个人信息，必须去掉或者遮住。校验码不对的号码只作提示。',
    en: 'What is published cannot be taken back; an identity number is sensitive personal data.',
  },
  source: '《个人信息保护法》第二十八条；GB 11643-1999（校验码）',
  rank: 'standard',
  good: ['一、受理编号202403051234567890，服务热线12345。', '一、统一社会信用代码91330100MA27XXXXXX。'],
  bad: [
    '一、张某，身份证号«11010519491231002X»。\n! 身份证号码“110105********002X”不能公开\n= 一、张某，身份证号110105********002X。',
  ],
  applies: (line) => has(line, kind.digit),
  *check(line): Generator<Found> {
    for (const { index: from, 0: words } of line.text.matchAll(pattern)) {
      const number = words.replace(/\s/g, '').toUpperCase()
      if (!isBirthday(number)) continue
      const span = { line, from, to: from + words.length }
      const shown = masked(number, 6, 4)
      const severity = isChecked(number) ? 'error' : 'information'
      yield { ...span, severity, args: [shown], fixes: [masking(span, shown)] }
    }
  },
})

function isBirthday(number: string): boolean {
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number) as [
    number,
    number,
    number,
  ]
  return year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

const isChecked = (number: string): boolean =>
  checks.charAt(weights.reduce((sum, weight, i) => sum + weight * Number(number.charAt(i)), 0) % 11) ===
  number.charAt(17)
