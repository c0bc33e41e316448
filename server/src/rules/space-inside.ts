import { type Edit, rule } from '../lint/rule.ts'
import { everywhere } from './everywhere.ts'
import { isApart, proseWithBlanks, wordsStart } from './spaces.ts'
import { within } from './within.ts'

const blanks = '[ \\u00a0\\u2000-\\u200a\\u202f\\u3000]{1,2}'
const han = '[\\u4e00-\\u9fff]'
/** Between words: 张 三 and 附 则 are spread for looks, 财政部 税务总局 are two, and 记者 张三 is a name. */
const words = `(?<=${han}{2})(?<![部局委厅办会院署行府央司处科室者员长授人任组])${blanks}(?=${han}{2})`
/** Beside a mark, which has its own room. */
const marks = `(?<=[，。；：、？！”’》〉）〕】])${blanks}(?=\\S)|(?<=\\S)${blanks}(?=[，。；：、？！”’》〉）〕】])|(?<=[“‘《〈（〔【])${blanks}(?=\\S)|(?<=${han})${blanks}(?=[“‘《〈（〔【])`
const inside = new RegExp(`${words}|${marks}`, 'g')

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
  *check(part) {
    const places: Edit[] = []
    for (const line of proseWithBlanks(part)) {
      const { text } = line
      const start = wordsStart(line)
      // In titles and slogans blanks stand between those who issue it, or between its halves.
      const inTitle = within(text, '《', '》')
      const inQuotes = within(text, '“', '”')
      for (const { index: from, 0: blank } of text.matchAll(inside)) {
        const to = from + blank.length
        const isTitle = inTitle(from)
        const isSlogan = inQuotes(from)
        if (from < start || isApart(text, to)) continue
        const isBetweenWords = isHan.test(text.charAt(from - 1)) && isHan.test(text.charAt(to))
        if (isBetweenWords && (isTitle || isSlogan || namesApart(text, from, to) || isHeading(text, start, from)))
          continue
        places.push({ line, from, to, text: '' })
      }
    }
    yield* everywhere(places, many)
  },
})

/** 一、申请条件 在本市…: a heading and what follows it, all that stands before being one phrase. */
const isHeading = (text: string, start: number, at: number): boolean =>
  at - start >= 6 && at - start <= 40 && !/[，。；：]/.test(text.slice(start, at))

/** 李明 王强 */
const namesApart = (text: string, from: number, to: number): boolean =>
  shortBefore.test(text.slice(Math.max(0, from - 4), from)) && shortAfter.test(text.slice(to, to + 4))

const isHan = /[\u4e00-\u9fff]/
const shortBefore = /^.?[^\u4e00-\u9fff][\u4e00-\u9fff]{2,3}$|^[\u4e00-\u9fff]{2,3}$/
const shortAfter = /^[\u4e00-\u9fff]{2,3}(?:[^\u4e00-\u9fff]|$)/

const many = { zh: '文句中的空格多余，共 {0} 处', en: 'No blanks inside sentences: {0} places' }
