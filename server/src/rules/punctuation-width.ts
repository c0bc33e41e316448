import { replace, rule } from '../lint/rule.ts'
import type { Line } from '../plan/line.ts'

const full: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '.': '。' }
const before = /[\u4e00-\u9fff”》）〕】％’]/
const after = /[\u4e00-\u9fff“《（〔【‘]/
const marks = /[,;:?!.()（）]/g
const half = /[,;:?!.()]/g

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
    '一、实施办法«(试行)»印发\n! 中文里的半角“(”应为全角“（”\n= 一、实施办法（试行）印发',
  ],
  applies: ({ text, ordinal }) => {
    half.lastIndex = ordinal?.to ?? 0
    return half.test(text)
  },
  *check(line) {
    const { text } = line
    const open: number[] = []
    // The ordinal's own brackets are another rule's matter.
    marks.lastIndex = line.ordinal?.to ?? 0
    for (const { index: from, 0: mark } of text.matchAll(marks)) {
      if (mark === '(' || mark === '（') open.push(from)
      else if (mark === ')' || mark === '）') {
        const at = open.pop()
        if (at !== undefined && isPair(text, at, from)) yield pair(line, at, from)
      } else if (isWrong(text, from)) {
        const right = full[mark] as string
        yield { line, from, to: from + 1, args: [mark, right], fixes: [replace({ line, from, to: from + 1 }, right)] }
      }
    }
  },
})

function isWrong(text: string, at: number): boolean {
  if (!before.test(text.charAt(at - 1))) return false
  const next = text.charAt(at + 1)
  return after.test(next) || (next === '' && text.charAt(at) !== '.') || (next === '' && text.length > 12)
}

/** Whether one of two brackets at least is half-width and they hold Chinese, or stand in it. */
function isPair(text: string, open: number, close: number): boolean {
  if (text.charAt(open) === '（' && text.charAt(close) === '）') return false
  const mixed = text.charAt(open) === '（' || text.charAt(close) === '）'
  return (
    mixed || (/[\u4e00-\u9fff”》）〕】’，。；：、]/.test(text.charAt(open - 1)) && after.test(text.charAt(open + 1)))
  )
}

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
