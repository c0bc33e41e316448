import { type Edit, onlyOf, rule } from '../lint/rule.ts'
import { has, kind } from '../plan/characters.ts'
import type { Line } from '../plan/line.ts'
import { everywhere } from './everywhere.ts'
import { gaps, proseWithBlanks, wordsStart } from './spaces.ts'
import { within } from './within.ts'

/** Marks have their own room, so none stands beside a blank. */
const behind = /[，。；：、？！”’》〉）〕】“‘《〈（〔【]/
/** 财政部 税务总局 are two, and 记者 张三 is a name. */
const stands = /[部局委厅办会院署行府央司处科室者员长授人任组]/

export const spaceInside = rule({
  id: 'space/inside',
  scope: 'part',
  severity: 'warning',
  title: { zh: '文句中的空格', en: 'Blanks inside a sentence' },
  message: { zh: '文句中的空格多余', en: 'No blank inside a sentence' },
  why: {
    zh: '中文文句里词与词之间、标点前后不空格；多余的空格多是粘贴、转换留下的。',
    en: 'Chinese sentences have no blanks between words or beside marks.',
  },
  source: 'GB/T 9704-2012 的样式；1,573 份公开文件的统计',
  rank: 'practice',
  good: [
    '目  录\n第一章 总则\n第一条 为了加强管理，制定本办法。',
    '主 任：张 三，副主任：李 四',
    '市教育局 市财政局 市民政局',
  ],
  bad: ['一、切实加强« »统筹，« »压实责任。\n! 文句中的空格多余\n! 文句中的空格多余\n= 一、切实加强统筹，压实责任。'],
  shows: [kind.blank],
  sees: onlyOf((line) => has(line, kind.blank)),
  *check(part) {
    const places: Edit[] = []
    for (const line of proseWithBlanks(part)) {
      const { text } = line
      // In titles and slogans blanks stand between those who issue it, or between its halves.
      const inTitle = within(text, '《', '》')
      const inQuotes = within(text, '“', '”')
      const start = wordsStart(line)
      for (const { from, to, before, after } of gaps(line)) {
        const apart = inTitle(from) || inQuotes(from) || isHeading(line, start, from)
        if (isMark(before, after) || (areWords(text, from, to) && !apart)) places.push({ line, from, to, text: '' })
      }
    }
    yield* everywhere(places, many)
  },
})

/** 一、申请条件 在本市…: a heading and what follows it, all that stands before being one phrase. */
const isHeading = ({ text, ordinal }: Line, start: number, at: number): boolean =>
  (at - start >= 6 || !ordinal) && at - start <= 40 && !/[，。；：]/.test(text.slice(start, at))

/** A mark on either side, and Chinese or another mark on the other: 邮箱： a@b.c is a label. */
const isMark = (before: string, after: string): boolean =>
  (behind.test(before) && wide.test(after) && !(before === '：' && /[A-Za-z0-9]/.test(after))) ||
  (behind.test(after) && wide.test(before))

const wide = /[(\u4e00-\u9fff0-9A-Za-z%％，。；：、？！“”‘’《》〈〉（）〔〕【】]/

/** Between words, two characters on each side: 张 三 and 附 则 are spread for looks, 李明 王强 are two names. */
function areWords(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 4), from)
  const after = text.slice(to, to + 4)
  if (!/[\u4e00-\u9fff]{2}$/.test(before) || !/^[\u4e00-\u9fff]{2}/.test(after)) return false
  return !stands.test(before.slice(-1)) && !(shortBefore.test(before) && shortAfter.test(after))
}

const shortBefore = /^.?[^\u4e00-\u9fff][\u4e00-\u9fff]{2,3}$|^[\u4e00-\u9fff]{2,3}$/
const shortAfter = /^[\u4e00-\u9fff]{2,3}(?:[^\u4e00-\u9fff]|$)/

const many = { zh: '文句中的空格多余，共 {0} 处', en: 'No blanks inside sentences: {0} places' }
