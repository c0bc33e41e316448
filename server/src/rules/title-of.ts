import type { Message } from '../lint/message.ts'
import { type Found, rule } from '../lint/rule.ts'
import { titleOf } from '../plan/item.ts'

const kinds = '(?:通知|意见|决定|公告|通告|通报|报告|请示|批复|函|纪要|公报|议案|命令|决议)'
/** 关于…的通知, 关于…的实施意见: 的 stands somewhere before the kind. */
const about = new RegExp(`关于(.+?)(?:（[^）]{1,20}）)?(?:[\\u4e00-\\u9fa5]{0,4})${kinds}$`)

export const titleOfKind = rule({
  id: 'title/of',
  scope: 'part',
  severity: 'warning',
  stage: 'review',
  title: { zh: '标题缺“的”', en: 'A title without 的' },
  message: { zh: '标题“关于…{0}”缺“的”', en: 'The title 关于…{0} lacks its 的' },
  why: { zh: '公文标题由发文机关、“关于”事由“的”和文种组成。', en: 'A title is who, 关于 what 的 kind.' },
  source: 'GB/T 9704-2012 7.3.1、《党政机关公文处理工作条例》第九条',
  rank: 'standard',
  good: ['某市关于做好2024年工作的通知\n一、甲', '关于加快发展的若干意见\n一、甲', '某市2024年工作要点\n一、甲'],
  bad: [
    '某市关于做好2024年政务公开工作«通知»\n! 标题“关于…通知”缺“的”\n= 某市关于做好2024年政务公开工作的通知\n一、甲',
  ],
  sees: () => undefined,
  *check(part): Generator<Found> {
    const title = titleOf(part).trim()
    const match = about.exec(title)
    const last = part.title.at(-1)
    if (!match || !last || match[0].includes('的')) return
    const kind = new RegExp(`${kinds}$`).exec(title)?.[0] ?? ''
    const to = last.text.trimEnd().length
    if (!last.text.trimEnd().endsWith(kind)) return
    const from = to - kind.length
    const add: Message = { zh: '补“的”', en: 'Add 的' }
    yield {
      line: last,
      from,
      to,
      args: [kind],
      // Where in 实施意见 it goes, the drafter knows best.
      fixes: [{ title: add, edits: [{ line: last, from, to: from, text: '的' }] }],
    }
  },
})
