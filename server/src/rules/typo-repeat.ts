import frequent from '../../lexicon/doubled.tsv'
import common from '../../lexicon/pairs.tsv'
import never from '../../lexicon/repeated.tsv'
import allowed from '../../lexicon/repeats.tsv'
import { type Entry, holds, readEntries, rows } from '../lexicon/entries.ts'
import { replace, rule } from '../lint/rule.ts'
import type { Severity } from '../lint/severity.ts'
import { type Line, textStart } from '../plan/line.ts'
import { again } from '../plan/signs.ts'

/** From this length on it is no chance that a phrase stands on both sides of a mark. */
const phrase = 4

/** Words that are never doubled; of others it is only likely that they are not. */
const certain = new Set(rows(never).map(([word]) => word))
/** Frequent words, and which of their characters must not be doubled: 首, 尾, or both where that is empty. */
const frequents = new Map(rows(frequent).map(([word = '', side = '']) => [word, side] as const))
/** What follows a character in the common words that begin with it. */
const seconds = new Map(rows(common).map(([first = '', others = '']) => [first, others] as const))
const isWord = (pair: string): boolean => pair.length === 2 && !!seconds.get(pair.charAt(0))?.includes(pair.charAt(1))

/** Words that explain a doubling where they span its seam, 企业|创业|创新, by each pair of their characters. */
const spanning = new Map<string, { readonly entry: Entry; readonly offset: number }[]>()
for (const entry of readEntries(allowed)) {
  for (let offset = 1; offset < entry.wrong.length; offset++) {
    const pair = entry.wrong.slice(offset - 1, offset + 1)
    spanning.set(pair, [...(spanning.get(pair) ?? []), { entry, offset }])
  }
}

const particles = '的了是和与及为对将在由从被把以而并或'
const marks = '，、；'
const operator = /[=+×/＝＋]/
const numeral = /[一二三四五六七八九十百千万每逐]/
/** 一件一件, 各个各个; and figures: 二十二十. */
const counted = /^(?:[一二三四五六七八九十百千万每逐各个].|[一二三四五六七八九十百千万亿〇零]+)$/
/** What a heading stands behind that its text follows in one line: 第三条, 5.3. */
const numbered = /(?:第[一二三四五六七八九十百零]+[章节条]|\d)[\s.．、]*$/

export const typoRepeat = rule({
  id: 'typo/repeat',
  scope: 'line',
  severity: 'warning',
  title: { zh: '词语重复', en: 'Repeated words' },
  message: { zh: '“{0}”重复', en: '“{0}” stands twice' },
  why: {
    zh: '粘贴、改句时留下的叠字叠词：全面全面、落落实、的的。两个词首尾相接的（居民|民生）不报。',
    en: 'Words and characters doubled by pasting and rewriting; two words that meet are left alone.',
  },
  source: '已印发公文中词语重复的统计',
  rank: 'practice',
  good: [
    '一、每年年初研究，原原本本传达，调动方方面面积极性。',
    '一、一件一件抓落实，一步一步推进。',
    '一、监测预测预警，规范监管管理。',
    '一、支持小微企业创业创新，评级分级分类。',
    '一、落实实名登记，提升工作作风，保护饮用水水源。',
    '一、层层压实责任，以钉钉子精神抓落实，李丽丽同志汇报。',
    '一、加强监督检查，加强监督检查能力建设，关心居民民生。',
  ],
  bad: [
    '一、«全面全面»推进\n! “全面”重复\n= 一、全面推进',
    '一、发展目标«的的»确定\n! “的”重复\n= 一、发展目标的确定',
    '一、落实«党建工作党建工作»责任\n! “党建工作”重复\n= 一、落实党建工作责任',
    '一、抓好任务«落落»实。\n! “落”重复\n= 一、抓好任务落实。',
    '一、«加强监督检查，加强监督检查»，推动整改。\n! “加强监督检查”重复\n= 一、加强监督检查，推动整改。',
  ],
  shows: [again],
  *check(line) {
    if (isTable(line)) return
    const { text } = line
    let past = 0
    for (const repeat of repeats(line)) {
      const { at, length, distance } = repeat
      if (at < past || isRight(text, at + distance)) continue
      const word = text.slice(at, at + length)
      const sure = length === 1 ? severityOfOne(text, at) : severityOfWord(line, repeat)
      const severity = sure && isBare(line) ? 'hint' : sure
      if (!severity) continue
      const to = at + distance + length
      past = to
      while (text.startsWith(word, past)) past += length
      // Three times and more is a table or a drawn line, and two formulas that meet are two words.
      if (past > to || operator.test(text.charAt(at - 1) + text.charAt(to))) continue
      yield { line, from: at, to, severity, args: [word], fixes: [replace({ line, from: at, to }, word)] }
    }
  },
})

/** One character: of two words that meet each has its own; of a slip one word has one and the other is over. */
function severityOfOne(text: string, at: number): Severity | undefined {
  const char = text.charAt(at)
  if (text.charAt(at - 1) === char || text.charAt(at + 2) === char) return undefined
  // 方方面面
  if (isTwice(text, at - 2) || isTwice(text, at + 2)) return undefined
  const before = text.slice(Math.max(0, at - 1), at + 1)
  const after = text.slice(at + 1, at + 3)
  const ends = isWord(before)
  if (particles.includes(char)) return ends || isWord(after) ? undefined : char === '的' ? 'error' : 'warning'
  if (ends === isWord(after)) return undefined
  const word = ends ? before : after
  const side = frequents.get(word)
  if (side === undefined || side === (ends ? '首' : '尾')) return 'hint'
  return certain.has(word) ? 'error' : 'warning'
}

const isTwice = (text: string, at: number): boolean =>
  isHan(text.charCodeAt(at)) && text.charAt(at) === text.charAt(at + 1)

function severityOfWord(line: Line, { at, length, distance }: Repeat): Severity | undefined {
  const word = line.text.slice(at, at + length)
  if (certain.has(word)) return 'error'
  if (counted.test(word)) return undefined
  if (length === 2 && !isWord(word)) {
    // 测预|测预 of 监测预测预警: the words are others.
    const inner = word.charAt(1) + word.charAt(0)
    return isWord(inner) || numeral.test(word) ? undefined : 'information'
  }
  // 直接管理的航道|的航道保护范围
  if (word.startsWith('的')) return 'hint'
  const runsOn = distance === length && length > 2 && isHan(line.text.charCodeAt(at + 2 * length))
  return runsOn && (at === textStart(line) || numbered.test(line.text.slice(0, at))) ? 'hint' : 'warning'
}

/** Where words stand twice, how long they are, and how far from each other: one more where a mark is between. */
type Repeat = { readonly at: number; readonly length: number; readonly distance: number }

/** What a line's pass found to come again, as far as it is Chinese and at most one mark stands between. */
function repeats({ text, shown }: Line): readonly Repeat[] {
  const found: Repeat[] = []
  for (const { at, distance } of shown.repeats) {
    const repeat = distance === 1 ? oneAt(text, at) : repeatAt(text, at, distance)
    if (repeat) found.push(repeat)
  }
  return found
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

const oneAt = (text: string, at: number): Repeat | undefined =>
  isHan(text.charCodeAt(at)) ? { at, length: 1, distance: 1 } : undefined

function repeatAt(text: string, at: number, distance: number): Repeat | undefined {
  // Most pairs that come again are words of their own: the next character tells.
  if (distance < 2 || (distance > 2 && text.charCodeAt(at + 2) !== text.charCodeAt(at + distance + 2))) return undefined
  const divided = marks.includes(text.charAt(at + distance - 1))
  const length = divided ? distance - 1 : distance
  for (let i = at; i < at + length; i++) {
    const code = text.charCodeAt(i)
    if (!isHan(code) || code !== text.charCodeAt(i + distance)) return undefined
  }
  const whole = !isHan(text.charCodeAt(at - 1)) && !isHan(text.charCodeAt(at + distance + length))
  return !divided || (whole && length >= phrase) ? { at, length, distance } : undefined
}

/** Whether a word of the list spans the seam of a doubling. */
const isRight = (text: string, seam: number): boolean =>
  !!spanning.get(text.slice(seam - 1, seam + 1))?.some(({ entry, offset }) => {
    const from = seam - offset
    return from >= 0 && text.startsWith(entry.wrong, from) && holds(entry, text, from, from + entry.wrong.length)
  })

/** Debris of a table has neither an ordinal nor a mark that ends a clause; a line may be a title without them. */
const isTable = (line: Line): boolean => line.role === 'row' || (isBare(line) && blank.test(line.text.trim()))
const isBare = (line: Line): boolean => line.role !== 'title' && !line.ordinal && !/[，。；、：]/.test(line.text)
const blank = /\s\s|□/
