import { rule } from '../lint/rule.ts'
import { any, sign, uneven } from '../plan/signs.ts'
import { askew, isPlain } from './quotes.ts'

export const punctuationQuote = rule({
  id: 'punctuation/quote',
  scope: 'line',
  severity: 'error',
  title: { zh: '直引号、不成对的引号', en: 'Straight or ill-matched quotes' },
  message: { zh: '中文引号应写作“{0}”', en: 'Chinese quotes are written “{0}”' },
  why: {
    zh: '中文用弯引号，左右有别；直引号和方向写反的引号多是粘贴、转换带来的。',
    en: 'Chinese quotes are curly and differ left and right; straight and turned ones come from pasting and conversion.',
  },
  source: 'GB/T 15834-2011 4.8、5.1.7',
  rank: 'standard',
  good: ['一、增强“四个意识”，开展“‘红’扬人社”活动。', '一、安装 5" 屏幕', "{ name: 'plan' }"],
  bad: [
    '一、坚持«"»一网通办"。\n! 中文引号应写作““”和“””\n= 一、坚持“一网通办”。',
    "一、坚持“一网通办«\"»，推进«'»一件事'。\n! 中文引号应写作““”和“””\n! 中文引号应写作““”和“””\n= 一、坚持“一网通办”，推进“一件事”。",
    '一、推进«＂»放管服＂改革。\n! 中文引号应写作““”和“””\n= 一、推进“放管服”改革。',
    '一、落实“领跑者«“»制度。\n! 引号与另一半不成对，应为“””\n= 一、落实“领跑者”制度。',
    '一、推进“一网通办«’»平台建设。\n! 引号与另一半不成对，应为“””\n= 一、推进“一网通办”平台建设。',
  ],
  shows: [any(uneven, sign('"＂\'〝〞'))],
  applies: (line) => !isPlain(line.text),
  *check(line) {
    for (const { edits, straight } of askew(line)) {
      const [first] = edits
      if (!first) continue
      const { from, to, text } = first
      const title = { zh: '改为成对的弯引号', en: 'Make them a pair of curly quotes' }
      const fixes = [{ title, preferred: true as const, edits }]
      if (straight) yield { line, from, to, args: [/[‘’]/.test(text) ? '‘”和“’' : '“”和“”'], fixes }
      else yield { line, from, to, severity: 'warning', message: turned, args: [text], fixes }
    }
  },
})

const turned = { zh: '引号与另一半不成对，应为“{0}”', en: 'The quote does not fit its other half: “{0}”' }
