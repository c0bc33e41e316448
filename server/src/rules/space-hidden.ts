import hidden from '../../lexicon/hidden.tsv'
import { rows } from '../lexicon/entries.ts'
import { type Edit, type Found, onlyOf, rule } from '../lint/rule.ts'
import { has, kind } from '../plan/characters.ts'

const names = rows(hidden).map(([first = '', last = '', zh = '', en = '', how = '']) => ({
  first: Number.parseInt(first, 16),
  last: Number.parseInt(last, 16),
  zh,
  en,
  how,
}))

type Name = (typeof names)[number]

const nameOf = (code: number): Name | undefined => names.find(({ first, last }) => first <= code && code <= last)
const unseen = new RegExp(
  `[${rows(hidden)
    .map(([first, last]) => `\\u${first}-\\u${last}`)
    .join('')}]`,
  'g',
)
/** What emoji are joined by is no rubbish. */
const joiner = 0x200d

export const spaceHidden = rule({
  id: 'space/hidden',
  scope: 'part',
  severity: 'error',
  title: { zh: '看不见的字符', en: 'Unseen characters' },
  message: { zh: '看不见的字符 {1}（{0}），应删除', en: 'An unseen character, {1} ({3}), should go' },
  why: {
    zh: '从网页、PDF 复制来的零宽字符、控制字符看不见，却会使查找、排序、比对出错；私用区字符和“�”表示原来的字已经丢失。',
    en: 'Zero-width and control characters from web pages and PDF files spoil searches; private-use characters and � stand for lost ones.',
  },
  source: '核稿惯例；Unicode 字符数据库',
  rank: 'practice',
  good: ['　　一、甲事', '一、甲事\t乙事', '一、👨‍👩‍👧'],
  bad: [
    '一、推进«\u200b»改革\n! 看不见的字符 U+200B（零宽空格），应删除\n= 一、推进改革',
    '一、推进«\ufffd»革\n! U+FFFD（替换字符）表示原来的字已经丢失，请补上',
  ],
  shows: [kind.hidden],
  sees: onlyOf((line) => has(line, kind.hidden)),
  *check({ lines }) {
    const places = new Map<Name, Edit[]>()
    for (const line of lines) {
      if (!has(line, kind.hidden)) continue
      const { text } = line
      for (const { index: from } of text.matchAll(unseen)) {
        const code = text.charCodeAt(from)
        if (code === joiner && !/[\u4e00-\u9fff\w]/.test(text.charAt(from - 1))) continue
        const name = nameOf(code)
        const there = name && places.get(name)
        const edit = { line, from, to: from + 1, text: '' }
        if (there) there.push(edit)
        else if (name) places.set(name, [edit])
      }
    }
    for (const [name, edits] of places) yield found(name, edits)
  },
})

function found({ zh, en, how }: Name, edits: readonly Edit[]): Found {
  const { line, from, to } = edits[0] as Edit
  const point = `U+${line.text.charCodeAt(from).toString(16).toUpperCase().padStart(4, '0')}`
  const count = edits.length
  const span = { line, from, to, args: [zh, point, count, en] }
  if (how === 'lost') return { ...span, message: count > 1 ? manyLost : lost }
  if (how === 'ask') return { ...span, severity: 'information', message: ask }
  const title = {
    zh: `删除${count > 1 ? ` ${count} 处` : ''}${zh}`,
    en: `Delete ${count > 1 ? `${count} × ` : ''}${en}`,
  }
  return { ...span, ...(count > 1 && { message: many }), fixes: [{ title, preferred: true, edits }] }
}

const many = { zh: '看不见的字符 {1}（{0}），共 {2} 处，应删除', en: 'Unseen characters, {2} × {1} ({3}), should go' }
const lost = { zh: '{1}（{0}）表示原来的字已经丢失，请补上', en: '{1} ({3}) stands for a character that was lost' }
const manyLost = {
  zh: '{1}（{0}）共 {2} 处，表示原来的字已经丢失，请补上',
  en: '{2} × {1} ({3}) stand for characters that were lost',
}
const ask = { zh: '{1}（{0}）是否有意使用', en: '{1} ({3}): is it meant?' }
