import { type Edit, type Fix, type Found, replace, rule, type Span } from '../lint/rule.ts'
import { has, kind } from '../plan/characters.ts'
import type { Line } from '../plan/line.ts'
import { any, sign, uneven } from '../plan/signs.ts'
import { askew } from './quotes.ts'

const kinds = ['“”', '‘’', '《》', '〈〉', '（）', '〔〕', '【】', '［］', '()'] as const
const opening = new Map(kinds.map((pair) => [pair.charAt(0), pair.charAt(1)]))
const marks = /[“”‘’《》〈〉（）〔〕【】［］()<>＜＞]/g

/** What stands inside what, and what it is written with there. */
const inner: Readonly<Record<string, readonly [string, string]>> = { '“': ['‘', '’'], '《': ['〈', '〉'] }
/** What alternates with a mark: inside 〈 〉 they are 《 》 again. */
const outerOf: Readonly<Record<string, string>> = { '“': '‘', '‘': '“', '《': '〈', '〈': '《' }
/** <关于…> for 〈关于…〉 inside 《 》. */
const angled = /[<＜]([\u4e00-\u9fff](?:[^<>＜＞《》〈〉]|《[^<>＜＞《》〈〉]*》){3,})[>＞]/y

export const punctuationNesting = rule({
  id: 'punctuation/nesting',
  scope: 'line',
  severity: 'error',
  title: { zh: '标点套用', en: 'Nested marks' },
  message: { zh: '“{0}”里面应用“{1}”', en: 'Inside “{0}” it is “{1}”' },
  why: {
    zh: '引号里的引号用单引号，书名号里的书名号用单书名号；成对的标点不能交叉。',
    en: 'Quotes in quotes are single, title marks in title marks too; pairs of marks do not cross.',
  },
  source: 'GB/T 15834-2011 4.8.3.5、4.9.3.4、4.15.3.5',
  rank: 'standard',
  good: [
    '一、落实《关于印发〈实施方案〉的通知》，开展“‘红’扬人社”活动。',
    '一、办好县（市、区）实事。（责任单位：各县〔市、区〕政府）',
    '1）甲事；2）乙事',
  ],
  bad: [
    '一、落实《关于印发«《»实施方案》的通知》。\n! “《》”里面应用“〈〉”\n= 一、落实《关于印发〈实施方案〉的通知》。',
    '一、落实《关于印发«<»实施方案>的通知》。\n! “《》”里面应用“〈〉”\n= 一、落实《关于印发〈实施方案〉的通知》。',
    '一、办好“双招«“»双引”擂台赛”。\n! ““””里面应用“‘’”\n= 一、办好“双招‘双引’擂台赛”。',
    '一、学习“《读本«”》»。\n! “”》”次序颠倒，应为“》””\n= 一、学习“《读本》”。',
    '一、支持企业（含个体«（»小微）工商户）。\n! “（）”里面的括号宜用“〔〕”\n= 一、支持企业（含个体〔小微〕工商户）。',
  ],
  shows: [any(uneven, sign('<＜'))],
  applies: (line) => has(line, kind.pair) && isDeep(line.text),
  *check(line) {
    const nested = readNested(line)
    // Of quotes that are turned nobody knows which stand inside.
    if (nested === undefined || askew(line).length > 0) return
    const { crossed, pairs, angles } = nested
    for (const at of crossed) yield crossing(line, at)
    if (crossed.length > 0) return
    for (const each of pairs) {
      const found = wrong(line, each)
      if (found) yield found
    }
    for (const at of angles) yield* inAngles(line, at)
  },
})

/** By character: 1 opens, -1 closes, 2 is for what stands inside. */
const steps = new Int8Array(1 << 16)
for (const [open, close] of opening) {
  steps[open.charCodeAt(0)] = 1
  steps[close.charCodeAt(0)] = -1
}
for (const mark of '‘〈') steps[mark.charCodeAt(0)] = 2

/** Whether anything stands in anything: a quick look that spares most lines the rest. */
function isDeep(text: string): boolean {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const step = steps[text.charCodeAt(i)] as number
    if (step === 0) continue
    depth += step
    if (depth > 1) return true
    if (depth < 0) depth = 0
  }
  // 《关于<甲>的通知》
  return text.includes('<') || text.includes('＜')
}

/** A pair and the innermost of its own kind of marks that it stands in. */
type Within = {
  readonly from: number
  readonly to: number
  readonly mark: string
  readonly outer: string | undefined
  readonly inBrackets: boolean
}
type Nested = {
  readonly crossed: readonly number[]
  readonly pairs: readonly Within[]
  /** Where < stands in 《 》. */
  readonly angles: readonly number[]
}

/** Marks are not nested deeper; what is, is debris. */
const deepest = 12

/** The pairs of a line; undefined where a mark has no partner, for then nobody knows what stands in what. */
function readNested({ text }: Line): Nested | undefined {
  const open: number[] = []
  const crossed: number[] = []
  const pairs: Within[] = []
  const angles: number[] = []
  let angle = -1
  for (const { index: at, 0: mark } of text.matchAll(marks)) {
    if (mark === '>' || mark === '＞') angle = -1
    else if (mark === '<' || mark === '＜') {
      angle = at
      if (open.some((from) => text.charAt(from) === '《')) angles.push(at)
    } else if (opening.has(mark)) open.push(at)
    else {
      const last = open.findLastIndex((from) => fits(text.charAt(from), mark))
      if (last < 0 && /[）)]/.test(mark)) continue
      if (last < 0) return undefined
      if (last < open.length - 1) crossed.push(at)
      const [from = 0] = open.splice(last, 1)
      const own = text.charAt(from)
      const around = open.findLast((one) => isLike(text.charAt(one), own))
      // 《关于修改<实施《甲法》办法>的决定》: what stands around is the half-width one; and a title brings its own brackets.
      const between = own === '《' ? angle : round.test(own) ? lastOf(text, open, '《') : -1
      const outer = around === undefined || between > around ? undefined : text.charAt(around)
      const inBrackets = open.some((one) => round.test(text.charAt(one)))
      pairs.push({ from, to: at, mark: own, outer, inBrackets })
    }
    if (open.length > deepest) return undefined
  }
  return open.length > 0 ? undefined : { crossed, pairs, angles }
}

const round = /[（(]/
const lastOf = (text: string, open: readonly number[], mark: string): number =>
  open.findLast((one) => text.charAt(one) === mark) ?? -1

const fits = (open: string, close: string): boolean =>
  opening.get(open) === close || (/[（(]/.test(open) && /[）)]/.test(close))

/** Marks of one use: quotes, title marks, round brackets. */
const isLike = (a: string, b: string): boolean => a === b || outerOf[a] === b || (/[（(]/.test(a) && /[（(]/.test(b))

function crossing(line: Line, at: number): Found {
  const { text } = line
  const next = text.charAt(at + 1)
  const words = text.slice(at, at + 2)
  if (!Array.from(opening.values()).includes(next))
    return { line, from: at, to: at + 1, message: cross, args: [text.charAt(at)] }
  const span = { line, from: at, to: at + 2 }
  const right = next + text.charAt(at)
  return { ...span, message: swapped, args: [words, right], fixes: [replace(span, right)] }
}

function wrong(line: Line, { from, to, mark, outer, inBrackets }: Within): Found | undefined {
  const span = { line, from, to: from + 1 }
  if (outer !== undefined && /[（(]/.test(mark)) {
    // 县（市、区） in brackets is a name as it is written; a table of a PDF file has brackets everywhere.
    if (line.role === 'row' || isName(line.text.slice(from + 1, to))) return undefined
    return { ...span, severity: 'hint', message: brackets, fixes: [written(span, to, '〔', '〕', false)] }
  }
  const instead = outer === mark ? inner[mark] : undefined
  if (instead) {
    const [open, close] = instead
    return { ...span, args: [mark + opening.get(mark), open + close], fixes: [written(span, to, open, close)] }
  }
  if (outer !== undefined || (mark !== '‘' && mark !== '〈')) return undefined
  if (mark === '〈' && inBrackets)
    return { ...span, severity: 'hint', message: brackets, fixes: [written(span, to, '〔', '〕', false)] }
  // 各县〈市〉区 has them for brackets.
  if (mark === '〈' && to - from < 5) return undefined
  const [open, close] = mark === '‘' ? ['“', '”'] : ['《', '》']
  const args = [mark + opening.get(mark), open + close]
  return { ...span, severity: 'information', message: outside, args, fixes: [written(span, to, open, close, false)] }
}

const isName = (words: string): boolean => /^[市区县镇街乡旗、]+$/.test(words) || /(?:试行|暂行|版|修订)$/.test(words)

function* inAngles(line: Line, from: number): Generator<Found> {
  angled.lastIndex = from
  const words = angled.exec(line.text)?.[1]
  if (words === undefined) return
  const span = { line, from, to: from + 1 }
  yield { ...span, args: ['《》', '〈〉'], fixes: [written(span, from + words.length + 1, '〈', '〉')] }
}

/** Puts a pair in the place of another. */
function written({ line, from }: Span, last: number, open: string, close: string, preferred = true): Fix {
  const put = (at: number, text: string): Edit => ({ line, from: at, to: at + 1, text })
  const title = { zh: `改为“${open}${close}”`, en: `Replace with “${open}${close}”` }
  return { title, edits: [put(from, open), put(last, close)], ...(preferred && { preferred: true }) }
}

const cross = { zh: '“{0}”与别的成对标点交叉', en: '“{0}” crosses another pair of marks' }
const swapped = { zh: '“{0}”次序颠倒，应为“{1}”', en: '“{0}” is the wrong way round: “{1}”' }
const brackets = { zh: '“（）”里面的括号宜用“〔〕”', en: 'Brackets inside “（）” are better “〔〕”' }
const outside = { zh: '“{0}”用在里层，单独使用时应为“{1}”', en: '“{0}” is for what stands inside; alone it is “{1}”' }
