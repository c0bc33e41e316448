import { type Edit, onlyOf, rule } from '../lint/rule.ts'
import { has, kind } from '../plan/characters.ts'
import { type Line, readLine } from '../plan/line.ts'
import { everywhere } from './everywhere.ts'

export const spaceTab = rule({
  id: 'space/tab',
  scope: 'part',
  severity: 'error',
  title: { zh: '段落里的制表符', en: 'Tab in a paragraph' },
  message: {
    zh: '段落里的制表符应删除，否则会被当作表格',
    en: 'A tab makes this paragraph look like a table: it should go',
  },
  why: {
    zh: '从文字处理软件复制的自动编号后面、段落开头常带制表符；带制表符的行会被当作表格，序号也就认不出来。',
    en: 'Numbering copied from a word processor brings tabs, and a line with a tab reads as a table’s row.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: ['序号\t任务\n1\t甲事\n2\t乙事', '1.\t甲事\t市教育局'],
  bad: [
    '一、«\t»总体要求\n! 段落里的制表符应删除，否则会被当作表格\n= 一、总体要求',
    '«\t»为做好工作，制定本方案。\n! 段落里的制表符应删除，否则会被当作表格\n= 　　为做好工作，制定本方案。',
    '1.«\t»甲事\n! 段落里的制表符应删除，否则会被当作表格，共 4 处\n= 1.甲事\n2.\t乙事\n= 2.乙事\n3.\t丙事\n= 3.丙事\n4.\t丁事\n= 4.丁事',
  ],
  shows: [kind.blank],
  sees: onlyOf((line) => has(line, kind.blank)),
  *check({ lines }) {
    const places: Edit[] = []
    for (const line of lines) {
      const place = line.role === 'row' && has(line, kind.blank) ? tabIn(line) : undefined
      if (place) places.push(place)
    }
    yield* everywhere(places, many)
  },
})

/** The only tab of a line, behind its ordinal or in the place of its indentation. */
function tabIn(line: Line): Edit | undefined {
  const { text } = line
  const from = text.indexOf('\t')
  if (from < 0 || from > longest) return undefined
  let to = from + 1
  while (text.charAt(to) === '\t') to++
  if (text.includes('\t', to) || to >= text.length) return undefined
  const before = text.slice(0, from)
  if (before.trim() === '') return /[，。；：]/.test(text) ? { line, from: 0, to, text: '　　' } : undefined
  return readLine(`${before}某`).ordinal?.to === from ? { line, from, to, text: '' } : undefined
}

/** No ordinal with its indentation is longer. */
const longest = 24

const many = {
  zh: '段落里的制表符应删除，否则会被当作表格，共 {0} 处',
  en: '{0} tabs in paragraphs, which make them look like tables, should go',
}
