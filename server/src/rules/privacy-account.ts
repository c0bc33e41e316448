import { masked } from '../lint/mask.ts'
import { type Found, rule } from '../lint/rule.ts'
import { kind } from '../plan/characters.ts'
import { any, sign } from '../plan/signs.ts'
import { isContact, masking } from './personal.ts'

const mail =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:qq|foxmail|163|126|yeah|sina|sohu|gmail|hotmail|outlook|icloud|139|189)\.(?:com|cn|net)(?![A-Za-z0-9])/gi
const account =
  /(?:(?:微|[VＶ])信号?|(?<![A-Za-z])(?:QQ|ＱＱ)群?(?:号码?)?)[\s　]{0,4}(?:[:：（(][\s　]{0,4})?((?:[A-Za-z][A-Za-z0-9_-]{5,19}|[1-9][0-9]{4,10}))(?![A-Za-z0-9])/gi

/** 微信, V信 and QQ, of either width. */
const named = any(sign('微VvＶｖ', '信'), sign('QqＱｑ', 'QqＱｑ'))

export const privacyAccount = rule({
  id: 'privacy/account',
  scope: 'line',
  severity: 'warning',
  stage: 'review',
  title: { zh: '个人邮箱、微信、QQ', en: 'Private mail or account' },
  message: { zh: '“{0}”是个人账号，确认能否公开', en: '“{0}” is a private account; is it meant to be published?' },
  why: {
    zh: '公务联系用单位邮箱；个人账号公开前应征得本人同意。',
    en: 'Public business goes by an office’s address; a private one needs consent.',
  },
  source: '《个人信息保护法》第二十五条',
  rank: 'practice',
  good: ['联系邮箱：zwgk@example.gov.cn', '一、通过微信公众号“某市发布”公开，QQ群由各区自建。'],
  bad: [
    '一、材料发至«zhangsan@qq.com»。\n! “zh******@qq.com”是个人账号，确认能否公开\n= 一、材料发至zh******@qq.com。',
    '一、加管理员微信：«zhangsan123»。\n! “zh*********”是个人账号，确认能否公开\n= 一、加管理员微信：zh*********。',
  ],
  shows: [any(kind.at, named), any(kind.latin, kind.digit)],
  *check(line): Generator<Found> {
    const { text } = line
    for (const { index: from, 0: words } of text.matchAll(mail)) {
      const at = words.indexOf('@')
      yield found(line, from, words, masked(words.slice(0, at), 2, 0) + words.slice(at))
    }
    for (const { index, 0: all, 1: name = '' } of text.matchAll(account)) {
      const from = index + all.length - name.length
      if (text.charAt(from + name.length) !== '@') yield found(line, from, name, masked(name, 2, 0))
    }
  },
})

function found(line: Found['line'], from: number, words: string, shown: string): Found {
  const span = { line, from, to: from + words.length }
  const severity = isContact(line.text, from) || line.role === 'row' ? 'information' : 'warning'
  return { ...span, severity, args: [shown], fixes: [masking(span, shown)] }
}
