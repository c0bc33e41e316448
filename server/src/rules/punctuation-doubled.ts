import { type Found, replace, rule, type Span } from '../lint/rule.ts'
import { has, kind } from '../plan/characters.ts'
import type { Line } from '../plan/line.ts'
import { any, sign } from '../plan/signs.ts'

/** Marks that stand at the end of a part of a sentence, in a row; two of one kind are one too many, two kinds clash. */
const runs = /[，。；：、][，。；：、,;:.]+|[,;:][，。；：、]+/g
/** A mark where none stands: behind an opening bracket, or one that goes on before a closing one. */
const behind = /(?<=[（《〔【“‘])[，。；：、](?![）》〕】”’“‘]|\s*$)/g
const before = /[，；：、](?=[）》〕】])|(?<!“)、(?=”)/g
/** A sentence that ends twice. */
const ends = /。[”’]。/g
const loud = /[！？]{2,}/g

const wide: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '.': '。' }

const stops = '，。；：、'
/** Marks that must not meet: a stop and what cannot follow it, a half-width mark and a stop, two loud ones. */
const meeting = any(sign(stops, `${stops}）》〕】”’,;:.`), sign('（《〔【“‘,;:.', stops), sign('！？', '！？'))

export const punctuationDoubled = rule({
  id: 'punctuation/doubled',
  scope: 'line',
  severity: 'error',
  title: { zh: '标点重复', en: 'Doubled mark' },
  message: { zh: '标点“{0}”重复，留一个“{1}”', en: '“{0}” is doubled: one “{1}” is enough' },
  why: {
    zh: '改句子时常留下两个相接的点号。一处停顿只用一个点号，括号、引号之内也不以点号开头。',
    en: 'Two stops side by side are left from rewriting; one place takes one stop.',
  },
  source: 'GB/T 15834-2011 4.1—4.6、5.1',
  rank: 'standard',
  good: [
    '一、他问：“何时办结？”“即办即结。”',
    '一、增强“四个意识”，坚定“四个自信”；完善制度（试行）。',
    '一、改为：“按期办结；”',
  ],
  bad: [
    '一、完善机制«，，»压实责任«。。»\n! 标点“，，”重复，留一个“，”\n! 标点“。。”重复，留一个“。”\n= 一、完善机制，压实责任。',
    '一、完善机制，压实责任«；。»\n! 标点“；。”相接，只留一个\n= 一、完善机制，压实责任。',
    '一、完善机制«，；»压实责任。\n! 标点“，；”相接，只留一个\n= 一、完善机制，压实责任。',
    '一、完善机制（«，»市级负责）。\n! “（”后的“，”多余\n= 一、完善机制（市级负责）。',
    '一、提出“办好一件事«。”。»\n! “。”。”句末标点重复\n= 一、提出“办好一件事”。',
  ],
  shows: [meeting],
  *check(line) {
    const { text } = line
    for (const { index: from, 0: marks } of text.matchAll(runs)) {
      // An ordinal's own mark is not the text's: （一）、 and 2.： are another rule's matter.
      if (from < (line.ordinal?.to ?? 0)) continue
      yield* inRow({ line, from, to: from + marks.length }, marks)
    }
    yield* stray(line)
    for (const { index: from, 0: marks } of text.matchAll(ends)) {
      const span = { line, from, to: from + marks.length }
      const [, close = ''] = marks
      const fixes = [replace(span, `${close}。`, false), replace(span, `。${close}`, false)]
      yield { ...span, severity: 'warning', args: [marks], message: twice, fixes }
    }
    for (const { index: from, 0: marks } of text.matchAll(loud)) {
      const span = { line, from, to: from + marks.length }
      const right = [...new Set(marks)].sort().reverse().join('')
      if (right === marks) continue
      yield { ...span, severity: 'information', args: [marks, right], fixes: [replace(span, right, false)] }
    }
  },
})

function* inRow(span: Span, marks: string): Generator<Found> {
  const { line, to } = span
  const all = [...marks].map((mark) => wide[mark] ?? mark)
  const [first = ''] = all
  // 工业.。 2。.5: half-width dots are digits' and other rules'.
  if (all.every((mark) => mark === first)) {
    const dots = first === '。' && marks.length > 2
    const right = dots ? '……' : first
    yield { ...span, args: [marks, right], fixes: [replace(span, right, !dots)] }
    return
  }
  if (line.role === 'row') return
  const atEnd = /^\s*$/.test(line.text.slice(to, to + 3))
  const [ending] = atEnd && all.includes('。') ? ['。'] : []
  const fixes = ending ? [replace(span, ending)] : [...new Set(all)].map((mark) => replace(span, mark, false))
  yield { ...span, message: clash, args: [marks], fixes }
}

function* stray(line: Line): Generator<Found> {
  const { text } = line
  if (!has(line, kind.pair)) return
  for (const { index: from, 0: mark } of text.matchAll(behind)) {
    const span = { line, from, to: from + 1 }
    yield { ...span, message: atStart, args: [text.charAt(from - 1), mark], fixes: [replace(span, '')] }
  }
  for (const { index: from, 0: mark } of text.matchAll(before)) {
    if (line.role === 'row') continue
    const span = { line, from, to: from + 1 }
    yield { ...span, message: atClose, args: [text.charAt(from + 1), mark], fixes: [replace(span, '')] }
  }
}

const clash = { zh: '标点“{0}”相接，只留一个', en: '“{0}”: one of these marks is enough' }
const twice = { zh: '“{0}”句末标点重复', en: '“{0}” ends a sentence twice' }
const atStart = { zh: '“{0}”后的“{1}”多余', en: 'No “{1}” behind “{0}”' }
const atClose = { zh: '“{0}”前的“{1}”多余', en: 'No “{1}” before “{0}”' }
