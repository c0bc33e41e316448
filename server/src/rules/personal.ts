import type { Fix, Span } from '../lint/rule.ts'

/** Hides the middle of a number in the document; whether it may go at all, the drafter knows. */
export const masking = (span: Span, text: string): Fix => ({
  title: { zh: `改为“${text}”`, en: `Replace with “${text}”` },
  edits: [{ ...span, text }],
})

/** Where contacts stand, a number or an address is meant: 联系人：张三，电话：…. */
export const isContact = (text: string, from: number): boolean =>
  /联系|联络|电话|咨询|热线|传真|[邮信]箱|手机|举报|投诉|报名|值班|客服|E-?mail/i.test(
    text.slice(Math.max(0, from - reach), from),
  )

const reach = 60
