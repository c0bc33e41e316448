import never from '../../lexicon/repeated.tsv'
import allowed from '../../lexicon/repeats.tsv'
import { holds, readEntries, rows } from '../lexicon/entries.ts'
import { replace, rule } from '../lint/rule.ts'
import type { Line } from '../plan/line.ts'

const longest = 10
/** Words that explain a doubling where they span its seam: 企业|创业|创新, 目的|的. */
const right = readEntries(allowed)
const around = Math.max(...right.map(({ wrong }) => wrong.length))
/** Words that are never doubled. Of others it is only likely: 居住建筑|建筑能效 is two words that meet. */
const certain = new Set(rows(never).map(([text]) => text))
const han = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff
const numeral = /[一二三四五六七八九十百千万每逐]|^(?:各个|个个)/

export const typoRepeat = rule({
  id: 'typo/repeat',
  scope: 'line',
  severity: 'warning',
  title: { zh: '词语重复', en: 'Repeated words' },
  message: { zh: '“{0}”重复', en: '“{0}” stands twice' },
  why: {
    zh: '粘贴、改句时留下的叠字叠词：全面全面、工作工作、的的。',
    en: 'Words doubled by pasting and rewriting.',
  },
  good: [
    '一、每年年初研究，原原本本传达，调动方方面面积极性。',
    '一、一件一件抓落实，一步一步推进。',
    '一、监测预测预警，规范监管管理。',
    '一、支持小微企业创业创新，评级分级分类。',
  ],
  bad: [
    '一、«全面全面»推进\n! “全面”重复\n= 一、全面推进',
    '一、发展目标«的的»确定\n! “的”重复\n= 一、发展目标的确定',
    '一、落实«党建工作党建工作»责任\n! “党建工作”重复\n= 一、落实党建工作责任',
  ],
  applies: (line) => repeats(line.text).length > 0 && !isTable(line),
  *check(line) {
    const { text } = line
    let past = 0
    for (const { at, length } of repeats(text)) {
      if (at < past || isRight(text, at, length)) continue
      const word = text.slice(at, at + length)
      const to = at + 2 * length
      past = to
      while (text.startsWith(word, past)) past += length
      // Two formulas that meet are two words.
      if (/[=+×/＝＋]/.test(text.charAt(at - 1) + text.charAt(to))) continue
      // Three times and more is a table or a drawn line, and no slip.
      if (past > to) continue
      const severity = certain.has(word) || length === 1 ? 'error' : 'warning'
      yield { line, from: at, to, severity, args: [word], fixes: [replace({ line, from: at, to }, word)] }
    }
  },
})

/** Where words stand twice in a row, and how long they are, from left to right. */
type Repeat = { readonly at: number; readonly length: number }

// Scratch of the search below: where each pair of characters was last seen, counted through all texts, so that it need
// not be emptied between them.
const slots = 1 << 12
const seen = new Int32Array(slots)
let used = 0
const most = 0x3fffffff

/** One pass: where a pair of characters was last seen tells the only length worth a look. */
function repeats(text: string): readonly Repeat[] {
  if (used + text.length > most) {
    seen.fill(0)
    used = 0
  }
  const base = used + longest + 1
  used = base + text.length
  let found: Repeat[] | undefined
  let first = text.charCodeAt(0)
  for (let i = 1; i < text.length; i++) {
    const second = text.charCodeAt(i)
    const slot = (Math.imul(first, 0x9e3b) ^ second) & (slots - 1)
    const length = base + i - (seen[slot] as number)
    seen[slot] = base + i
    const one = first === second && second === particle
    first = second
    if (!one && (length > longest || length < 2 || !isRepeat(text, i - 1 - length, length))) continue
    found ??= []
    found.push(one ? { at: i - 1, length: 1 } : { at: i - 1 - length, length })
  }
  return found ?? none
}

const none: readonly never[] = []
const particle = '的'.charCodeAt(0)

const isRepeat = (text: string, at: number, length: number): boolean =>
  allHan(text, at, length) && text.startsWith(text.slice(at, at + length), at + length)

function allHan(text: string, from: number, length: number): boolean {
  for (let i = from; i < from + length; i++) if (!han(text.charCodeAt(i))) return false
  return true
}

/** 一件一件, 每年每年…; words of the list; and 目的的确, where the boundary falls inside. */
function isRight(text: string, at: number, length: number): boolean {
  const word = text.slice(at, at + length)
  if (length > 1 && numeral.test(word)) return true
  const start = Math.max(0, at - around)
  const near = text.slice(start, at + 2 * length + around)
  return right.some((entry) => {
    for (let i = near.indexOf(entry.wrong); i >= 0; i = near.indexOf(entry.wrong, i + 1)) {
      const from = start + i
      const to = from + entry.wrong.length
      if (spansSeam(from, to, at + length) && holds(entry, text, from, to)) return true
    }
    return false
  })
}

/** A right phrase explains a doubling where it spans the seam between the two. */
const spansSeam = (from: number, to: number, seam: number): boolean => from < seam && to > seam

/** Debris of a table has neither an ordinal nor a mark that ends a clause. */
const isTable = (line: Line): boolean => line.role === 'row' || (!line.ordinal && !/[，。；、：]/.test(line.text))
