import { type Edit, rule } from '../lint/rule.ts'
import { everywhere } from './everywhere.ts'
import { isApart, proseWithBlanks, wordsStart } from './spaces.ts'

const blanks = '[ \\u00a0\\u2000-\\u200a\\u202f\\u3000]{1,2}'
const beside = new RegExp(
  `(?<=[\\u4e00-\\u9fff])${blanks}(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%％])${blanks}(?=[\\u4e00-\\u9fff])|(?<=[0-9])${blanks}(?=[%％℃])`,
  'g',
)

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
  *check(part) {
    const places: Edit[] = []
    for (const line of proseWithBlanks(part)) {
      const start = wordsStart(line)
      for (const { index: from, 0: words } of line.text.matchAll(beside)) {
        const to = from + words.length
        if (from < start || isApart(line.text, to)) continue
        places.push({ line, from, to, text: '' })
      }
    }
    yield* everywhere(places, many)
  },
})

const many = {
  zh: '中文与数字、字母之间不空格，共 {0} 处',
  en: 'No blanks between Chinese and digits or letters: {0} places',
}
