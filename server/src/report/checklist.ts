import type { Message } from '../lint/message.ts'

/** A point of the list that a reviewer goes through before a document is issued, and the families of rules that cover it. */
export type Point = { readonly title: Message; readonly families: readonly string[] }

export const checklist: readonly Point[] = [
  {
    title: { zh: '序号、引用和数目', en: 'Numbering, references, counts' },
    families: ['ordinal', 'reference', 'claim'],
  },
  { title: { zh: '责任单位', en: 'Owners' }, families: ['owner'] },
  { title: { zh: '完成时限', en: 'Deadlines' }, families: ['deadline'] },
  { title: { zh: '标题和发文字号', en: 'Titles and document numbers' }, families: ['title', 'docnumber'] },
  { title: { zh: '错别字', en: 'Wrong words' }, families: ['typo'] },
  { title: { zh: '用语、简称和人名', en: 'Wording, short names, people' }, families: ['wording', 'term', 'name'] },
  { title: { zh: '标点和空格', en: 'Punctuation and spaces' }, families: ['punctuation', 'space', 'character'] },
  { title: { zh: '数字、日期和年份', en: 'Numbers, dates, years' }, families: ['number', 'date', 'year'] },
  { title: { zh: '重复', en: 'Repeated text' }, families: ['duplicate'] },
  {
    title: { zh: '占位符、杂质和外地地名', en: 'What was left from drafts and copies' },
    families: ['placeholder', 'junk', 'place'],
  },
  { title: { zh: '个人信息和密级', en: 'Personal data and secrecy' }, families: ['privacy', 'secret'] },
]

export const familyOf = (rule: string): string => rule.slice(0, rule.indexOf('/'))
