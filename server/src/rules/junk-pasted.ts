import { type Fix, quoted, rule, type Span } from '../lint/rule.ts'
import { matches } from './words.ts'

/** A line with this many of the words is likely an advertisement; with so many more it surely is. */
const few = 2
const many = 3
/** No advertisement is longer. */
const longest = 200
const paywall = /##[a-z]{3,20}##/gi
// A collector's line between two pages: 资料整理：某某公众号—8—
const credit = /(?:资料整理|资料来源|本文来源|整理)[：:][^，。；：]{1,16}公众号(?:—\d+—)?/g

export const junkPasted = rule({
  id: 'junk/pasted',
  scope: 'line',
  severity: 'error',
  title: { zh: '粘贴来的杂质', en: 'Pasted rubbish' },
  message: { zh: '网页粘贴带来的“{0}”，应删除', en: 'Pasted from a web page: “{0}” should go' },
  why: {
    zh: '从资料网站复制的文稿常带付费标记和广告，混在正文里印发出去就是事故。',
    en: 'Text copied from document-sharing sites carries paywall marks and advertisements.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: ['通过政府网站、微信公众号和智能客服公开。', '1.整合网盘资源，推进数据共享。'],
  bad: [
    '«##paidbegin##»一、总体要求\n! 网页粘贴带来的“##paidbegin##”，应删除\n= 一、总体要求',
    '«【某某素材库】欢迎加入会员群，谨防假冒»\n! 网页粘贴带来的“【某某素材库】欢迎加入…”，应删除\n= ',
  ],
  applies: (line) => line.text.includes('##') || line.text.includes('公众号') || matches(line, 'junk').length > 0,
  *check(line) {
    const { text } = line
    for (const { index, 0: mark } of text.matchAll(paywall)) {
      const span = { line, from: index, to: index + mark.length }
      yield { ...span, args: [mark], fixes: [remove(span, mark)] }
    }
    for (const { index, 0: mark } of text.matchAll(credit)) {
      const span = { line, from: index, to: index + mark.length }
      yield { ...span, args: [mark], fixes: [remove(span, mark)] }
    }
    const found = new Set(matches(line, 'junk').map(({ entry }) => entry.wrong)).size
    if (found < few || (line.ordinal && found < many)) return
    const span = { line, from: 0, to: text.length }
    const short = text.length > 14 ? `${text.slice(0, 11)}…` : text
    // So much text is no advertisement alone: what of it goes, the drafter says.
    if (text.length > longest) {
      yield { ...span, severity: 'information', args: [short] }
      return
    }
    const severity = found < many ? 'warning' : 'error'
    yield { ...span, severity, args: [short], fixes: [remove(span, short, true)] }
  },
})

/** An advertisement goes with its line; a mark goes alone. */
const remove = (span: Span, words: string, whole = false): Fix => ({
  title: { zh: `删除${quoted(words)}`, en: `Delete ${quoted(words)}` },
  preferred: true,
  edits: [{ ...span, text: '', ...(whole && { lineBreak: true }) }],
})
