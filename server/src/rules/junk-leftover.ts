import leftovers from '../../lexicon/leftovers.tsv'
import { rows } from '../lexicon/entries.ts'
import type { Message } from '../lint/message.ts'
import { type Found, quoted, rule } from '../lint/rule.ts'

/** Lines as they are left, and the characters that one of each kind begins with: most lines need no closer look. */
const kinds = rows(leftovers).map(([kind = '', words = '']) => ({
  kind,
  pattern: new RegExp(`^[\\s　]*${words}[\\s　]*$`),
}))
const beginnings = /^[\s　]*[【[字责审校作记通打关返分收上下相延推浏点阅访当您扫版京好没以希如若请注]/
const longest = 160

export const junkLeftover = rule({
  id: 'junk/leftover',
  scope: 'line',
  severity: 'warning',
  title: { zh: '网页、对话的残留', en: 'Left from a page or a chat' },
  message: { zh: '“{0}”是网页上的文字，应删除', en: '“{0}” belongs to a web page and should go' },
  why: {
    zh: '复制网页时带进来的编辑署名、打印按钮、上下篇链接，复制人工智能的回答时带进来的开场白和结束语，都不是文稿的内容。',
    en: 'A page’s furniture and an assistant’s courtesies are no part of a document.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: ['一、以下是重点任务。', '二、相关链接由各部门提供，扫一扫即可办理。', '联系人：张某'],
  bad: [
    '一、甲\n«责任编辑：张某»\n! “责任编辑：张某”是网页上的文字，应删除\n= ',
    '«以下是为您撰写的2024年工作要点：»\n! “以下是为您撰写的2024…”是人工智能回答里的话，应删除\n= \n一、甲',
  ],
  applies: ({ text, ordinal }) => ordinal === undefined && text.length <= longest && beginnings.test(text),
  *check(line): Generator<Found> {
    const { text } = line
    const found = kinds.find(({ pattern }) => pattern.test(text))
    if (!found) return
    const words = text.trim()
    const shown = words.length > 14 ? `${words.slice(0, 12)}…` : words
    const span = { line, from: 0, to: text.length }
    const title: Message = { zh: `删除${quoted(shown)}`, en: `Delete ${quoted(shown)}` }
    yield {
      ...span,
      args: [shown],
      ...(found.kind === 'chat' && { message: chat }),
      fixes: [{ title, preferred: true, edits: [{ ...span, text: '', lineBreak: true }] }],
    }
  },
})

const chat: Message = {
  zh: '“{0}”是人工智能回答里的话，应删除',
  en: '“{0}” is what an assistant says and should go',
}
