import { replace, rule } from '../lint/rule.ts'
import { has } from '../plan/characters.ts'
import type { Line } from '../plan/line.ts'
import { any, sign } from '../plan/signs.ts'

const full: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '.': '。' }
const han = /[\u4e00-\u9fff]/
const before = /[\u4e00-\u9fff”》）〕】％’]/
const after = /[\u4e00-\u9fff“《（〔【‘]/
/** Digits, letters and half-width marks that stand in Chinese text as well. */
const other = /[0-9A-Za-z%)"'\]]/
const otherAfter = /[0-9A-Za-z("'[]/
const marks = /[,;:?!.()（）]/g
const dot = sign('.')
const others = sign(',;:?!()')

export const punctuationWidth = rule({
  id: 'punctuation/width',
  scope: 'line',
  severity: 'error',
  title: { zh: '半角标点', en: 'Half-width mark' },
  message: { zh: '中文里的半角“{0}”应为全角“{1}”', en: 'Half-width “{0}” in Chinese text should be “{1}”' },
  why: {
    zh: '中文文句用全角标点；半角标点多是输入法没有切换。',
    en: 'Chinese text takes full-width punctuation.',
  },
  source: 'GB/T 15834-2011 5.1',
  rank: 'standard',
  good: ['一、每天9:30前报送，误差1.5%，网址www.example.com。', '一、完成R&D（研发）平台建设', '(一)甲事\n(二)乙事'],
  bad: [
    '一、坚持“枫桥经验”«,»依托人民调解\n! 中文里的半角“,”应为全角“，”\n= 一、坚持“枫桥经验”，依托人民调解',
    '一、甲事«（责任单位：市教育局)»\n! 中文里的半角“(”应为全角“（”\n= 一、甲事（责任单位：市教育局）',
    '一、增长5%«,»其中投资«(2024年)»增长6%«;»2025年«,» 再提高。\n! 中文里的半角“,”应为全角“，”\n! 中文里的半角“(”应为全角“（”\n! 中文里的半角“;”应为全角“；”\n! 中文里的半角“,”应为全角“，”\n= 一、增长5%，其中投资（2024年）增长6%；2025年，再提高。',
    '一、实施办法«(试行)»印发\n! 中文里的半角“(”应为全角“（”\n= 一、实施办法（试行）印发',
  ],
  shows: [any(others, dot)],
  // Most dots belong to ordinals.
  applies: (line) => has(line, others) || line.text.includes('.', line.ordinal?.to),
  *check(line) {
    const { text } = line
    const open: number[] = []
    const first = text.search(han)
    // The ordinal's own brackets are another rule's matter.
    marks.lastIndex = line.ordinal?.to ?? 0
    for (const { index: from, 0: mark } of text.matchAll(marks)) {
      if (mark === '(' || mark === '（') open.push(from)
      else if (mark === ')' || mark === '）') {
        const at = open.pop()
        if (at !== undefined && isPair(text, at, from)) yield pair(line, at, from)
      } else if (isWrong(text, from, first)) {
        const right = full[mark] as string
        // A blank behind it goes too: the full-width mark has its own room.
        const to = text.charAt(from + 1) === ' ' ? from + 2 : from + 1
        yield { line, from, to: from + 1, args: [mark, right], fixes: [replace({ line, from, to }, right)] }
      }
    }
  },
})

/** `first`: where the first Chinese character stands. */
function isWrong(text: string, at: number, first: number): boolean {
  const mark = text.charAt(at)
  const last = text.charAt(at - 1)
  const next = text.charAt(at + 1)
  if (!before.test(last)) return mark !== '.' && other.test(last) && first >= 0 && first < at && betweenOthers(text, at)
  if (after.test(next)) return true
  if (next === '') return mark !== '.' || text.length > 12
  if (mark === '.') return false
  return otherAfter.test(next) || (next === ' ' && /[\u4e00-\u9fff0-9“《（]/.test(text.charAt(at + 2)))
}

/** 增长5%,其中: a figure or a name before it, Chinese behind it. 1:甲 and A:甲 are labels. */
function betweenOthers(text: string, at: number): boolean {
  const next = text.charAt(at + 1)
  if (text.charAt(at) === ':') return false
  if (next === '') return /[%)]/.test(text.charAt(at - 1))
  return after.test(next) || (text.charAt(at - 1) === '%' && /[0-9]/.test(next))
}

/** Whether one of two brackets at least is half-width and they hold Chinese, or stand in it. */
function isPair(text: string, open: number, close: number): boolean {
  const first = text.charAt(open)
  const last = text.charAt(close)
  if (first === '（' && last === '）') return false
  if (first === '（' || last === '）') return true
  const inside = text.slice(open + 1, Math.min(close, open + longest))
  // 国发(2020)7号 needs 〔〕, which is another rule's matter.
  if (/^[0-9]{4}$/.test(inside) && /^[0-9]+号/.test(text.slice(close + 1, close + 7))) return false
  if (!han.test(inside)) return chinese.test(text.charAt(open - 1)) && /^[0-9—－～-]{4,}$/.test(inside)
  return after.test(inside.charAt(0)) || chinese.test(text.charAt(open - 1))
}

/** So much of what brackets hold tells whether it is Chinese. */
const longest = 80

const chinese = /[\u4e00-\u9fff”》）〕】’，。；：、]/

/** Two brackets are one mistake. */
const pair = (line: Line, from: number, last: number) => ({
  line,
  from,
  to: last + 1,
  args: ['(', '（'],
  fixes: [
    {
      title: { zh: '改为全角括号', en: 'Make the brackets full-width' },
      preferred: true as const,
      edits: [
        { line, from, to: from + 1, text: '（' },
        { line, from: last, to: last + 1, text: '）' },
      ].filter(({ from: at, text }) => line.text.charAt(at) !== text),
    },
  ],
})
