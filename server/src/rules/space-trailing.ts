import { type Edit, onlyOf, rule } from '../lint/rule.ts'
import { has } from '../plan/characters.ts'
import { blanks, sign } from '../plan/signs.ts'
import { everywhere } from './everywhere.ts'

const blank = /\s/
const shown = sign(blanks)

export const spaceTrailing = rule({
  id: 'space/trailing',
  scope: 'part',
  severity: 'hint',
  title: { zh: '行尾空格', en: 'Trailing blanks' },
  message: { zh: '行尾有空格', en: 'Blanks at the line’s end' },
  why: {
    zh: '行尾看不见的空格在排版、比对、合并时会带来多余的改动。',
    en: 'Blanks that nobody sees make differences where there are none.',
  },
  source: '排版惯例',
  rank: 'practice',
  good: ['　　一、甲事\n\n　　二、乙事'],
  bad: ['一、甲事«  »\n! 行尾有空格\n= 一、甲事\n二、乙事'],
  shows: [shown],
  sees: onlyOf((line) => has(line, shown)),
  *check({ lines, closing }) {
    const places: Edit[] = []
    for (const line of lines) {
      if (!has(line, shown)) continue
      const { text } = line
      if (!blank.test(text.charAt(text.length - 1)) || closing.includes(line)) continue
      const from = text.trimEnd().length
      // What signs a document is put in its place with blanks; a line of a table may have empty cells.
      if (line.role === 'row' || from === 0) continue
      places.push({ line, from, to: text.length, text: '' })
    }
    yield* everywhere(places, many)
  },
})

const many = { zh: '共有 {0} 行行尾有空格', en: '{0} lines have blanks at their end' }
