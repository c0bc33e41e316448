import { type Edit, onlyOf, rule } from '../lint/rule.ts'
import { has, kind } from '../plan/characters.ts'
import { everywhere } from './everywhere.ts'
import { gaps, proseWithBlanks } from './spaces.ts'

const han = /[\u4e00-\u9fff]/
const latin = /[A-Za-z0-9]/
const blanks = '[ \\u00a0\\u3000]{1,2}'
const inDate = new RegExp(`(?<=[0-9])${blanks}(?=[年月日])|(?<=[0-9][年月])${blanks}(?=[0-9])`, 'g')

export const spaceLatin = rule({
  id: 'space/latin',
  scope: 'part',
  severity: 'warning',
  title: { zh: '中文与数字、字母之间的空格', en: 'Blanks beside digits and letters' },
  message: { zh: '中文与数字、字母之间不空格', en: 'No blank between Chinese and digits or letters' },
  why: {
    zh: '公文里汉字与阿拉伯数字、拉丁字母之间不空格，多余的空格在排版后会显出来。',
    en: 'Official documents have no blanks between Chinese characters and digits or Latin letters.',
  },
  source: 'GB/T 9704-2012 的样式；1,573 份公开文件的统计',
  rank: 'practice',
  good: ['一、2024年完成3项任务，推广5G应用。', '1. 甲事，办好', '联系人：张三 0571-87654321，李四 13800000000'],
  bad: [
    '一、到« »2025« »年，完成任务。\n! 中文与数字、字母之间不空格\n! 中文与数字、字母之间不空格\n= 一、到2025年，完成任务。',
    '一、到« »2025 年，推广 5G 应用，完成任务。\n! 中文与数字、字母之间不空格，共 4 处\n= 一、到2025年，推广5G应用，完成任务。',
  ],
  shows: [kind.blank],
  sees: onlyOf((line) => has(line, kind.blank)),
  *check(part) {
    const prose = new Set(proseWithBlanks(part))
    const places: Edit[] = []
    for (const line of part.lines) {
      if (!has(line, kind.blank) || line.role === 'row') continue
      if (!prose.has(line)) {
        // What signs a document and heads it may be laid out with blanks; inside a date there are none.
        for (const { index: from, 0: words } of line.text.matchAll(inDate))
          places.push({ line, from, to: from + words.length, text: '' })
        continue
      }
      for (const { from, to, before, after } of gaps(line)) {
        const beside =
          (han.test(before) && latin.test(after)) ||
          (/[A-Za-z0-9%％]/.test(before) && han.test(after)) ||
          (/[0-9]/.test(before) && /[%％]/.test(after))
        if (beside) places.push({ line, from, to, text: '' })
      }
    }
    yield* everywhere(places, many)
  },
})

const many = {
  zh: '中文与数字、字母之间不空格，共 {0} 处',
  en: 'No blanks between Chinese and digits or letters: {0} places',
}
