import { type Found, onlyOf, replace, rule } from '../lint/rule.ts'
import { readLine } from '../plan/line.ts'

const marks = /[。，；、,;.]$/

export const titleMark = rule({
  id: 'title/mark',
  scope: 'part',
  severity: 'error',
  stage: 'review',
  title: { zh: '标题末尾的标点', en: 'Mark at the end of a title' },
  message: { zh: '标题末尾不用“{0}”', en: 'No “{0}” stands at the end of a title' },
  why: { zh: '公文标题末尾不用句号、逗号、顿号、冒号。', en: 'A title ends without a full stop, comma or colon.' },
  source: 'GB/T 15834-2011 B.4、GB/T 9704-2012 7.3.1',
  rank: 'standard',
  good: ['某市2024年工作要点\n一、甲', '关于印发《某市2024年工作要点》的通知\n一、甲'],
  bad: ['某市2024年政务公开工作要点（试行）«。»\n! 标题末尾不用“。”\n= 某市2024年政务公开工作要点（试行）\n一、甲'],
  sees: onlyOf(({ text }) => text.length <= longest),
  *check({ lines }): Generator<Found> {
    const line = lines.find(({ role }) => role !== 'blank' && role !== 'annex')
    if (!line || line.ordinal || line.text.length > longest) return
    const text = line.text.trimEnd()
    const mark = marks.exec(text)?.[0]
    // With its mark it is read as text; without it must be a title.
    if (!mark || readLine(text.slice(0, -mark.length)).role !== 'title') return
    const span = { line, from: text.length - mark.length, to: text.length }
    yield { ...span, args: [mark], fixes: [replace(span, '')] }
  },
})

const longest = 80
