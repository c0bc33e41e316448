import type { Fix, Span } from '../lint/rule.ts'

/** The first and the last digits of a number, the rest hidden: reports are passed on, and so must not repeat it. */
export function masked(text: string, first: number, last: number): string {
  const bare = text.replace(/[\s-－—]/g, '')
  return `${bare.slice(0, first)}${'*'.repeat(Math.max(bare.length - first - last, 1))}${last > 0 ? bare.slice(-last) : ''}`
}

/** Hides the middle of a number in the document; whether it may go at all, the drafter knows. */
export const masking = (span: Span, text: string): Fix => ({
  title: { zh: `改为“${text}”`, en: `Replace with “${text}”` },
  edits: [{ ...span, text }],
})

/** Where contacts stand, a number or an address is meant: 联系人：张三，电话：…. */
export const isContact = (text: string, from: number): boolean =>
  /联系|电话|咨询|热线|传真|邮箱|手机|举报|投诉|E-?mail/i.test(text.slice(Math.max(0, from - 40), from))
