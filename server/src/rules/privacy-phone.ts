import { type Found, rule } from '../lint/rule.ts'
import { has, kind } from '../plan/characters.ts'
import { isContact, masked, masking } from './personal.ts'

const mobile = /(?<![0-9A-Za-z.\-－—])1[3-9][0-9](?:[0-9]{8}|[- ][0-9]{4}[- ][0-9]{4})(?![0-9A-Za-z.%％])/g

export const privacyPhone = rule({
  id: 'privacy/phone',
  scope: 'line',
  severity: 'warning',
  stage: 'review',
  title: { zh: '手机号码', en: 'Mobile number' },
  message: { zh: '手机号码“{0}”是个人信息，确认能否公开', en: 'Is the mobile number “{0}” meant to be published?' },
  why: {
    zh: '个人手机号码公开前应征得本人同意；联系方式宜写办公电话。',
    en: 'A mobile number is personal; contacts are better given by an office number.',
  },
  source: '《个人信息保护法》第二十五条',
  rank: 'practice',
  good: ['联系电话：0571-87654321', '一、投资13800000000元，编号13812345678X。'],
  bad: [
    '一、由张某«13812345678»负责。\n! 手机号码“138****5678”是个人信息，确认能否公开\n= 一、由张某138****5678负责。',
  ],
  applies: (line) => has(line, kind.digit),
  *check(line): Generator<Found> {
    const { text } = line
    for (const { index: from, 0: words } of text.matchAll(mobile)) {
      const to = from + words.length
      if (/^[元万亿千百吨人个]/.test(text.slice(to))) continue
      const span = { line, from, to }
      const shown = masked(words, 3, 4)
      const severity = isContact(text, from) || line.role === 'row' ? 'information' : 'warning'
      yield { ...span, severity, args: [shown], fixes: [masking(span, shown)] }
    }
  },
})
