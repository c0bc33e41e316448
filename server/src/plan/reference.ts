import { has } from './characters.ts'
import { Line } from './line.ts'
import { readHan } from './numerals.ts'
import { any, sign } from './signs.ts'

/** What a step of a reference counts: 第三部分 is of `部分`, 附件2 of `附件`. */
export type Unit = '部分' | '编' | '篇' | '章' | '节' | '条' | '款' | '项' | '点' | '附件' | '专栏' | '表' | '图'

/** A number in a reference, its marks apart. Columns [from, to) of the number alone, UTF-16. */
export type ReferenceNumber = { readonly value: number; readonly from: number; readonly to: number }

/** 第（二）、（三）项 is one step with two numbers. */
export type Step = {
  readonly unit: Unit
  readonly numbers: readonly ReferenceNumber[]
  /** （二） rather than 二: then it is one of （一）（二）… that is meant. */
  readonly bracketed: boolean
  /** 3 rather than 三. */
  readonly arabic: boolean
}

/** Words that point to a place of the same document: 第三部分第（二）项, 附件2. Columns [from, to), UTF-16. */
export type Reference = {
  readonly line: Line
  readonly from: number
  readonly to: number
  /** From the outermost to the innermost; never empty. */
  readonly steps: readonly Step[]
  /** 本条第（三）项, 本部分第2条: counted inside the place where it stands. */
  readonly within: boolean
  /** The title in quotes behind it, without its marks: 第一条“购房补贴”. */
  readonly title?: { readonly text: string; readonly from: number; readonly to: number }
}

const number = '(?:[〇零一二三四五六七八九十百]{1,5}|[0-9]{1,3})'
/** Nobody names more places at once, or one of so many levels. */
const most = 20
const deepest = 6
const listed = `(?:[（(]${number}[）)](?:[、和及与至]?第?[（(]${number}[）)]){0,${most}}|${number}(?:[、和及与至]第?${number}){0,${most}})`
const structural = `第${listed}(?:部分|编|篇|章|节|条|款|项|点)`
// 表 and 图 end other words (代表3名), and a box's name may stand in mid-line: they need a word that leads to them.
const label = '(?:附件|(?<=[见如（(和及与、])(?:专栏|表|图))[ 　]?'
const pattern = new RegExp(
  `${structural}(?:的?${structural}){0,${deepest}}|${label}${number}(?![0-9.．%年月日级类])`,
  'g',
)
const stepPattern = new RegExp(`第(${listed})(部分|编|篇|章|节|条|款|项|点)|(附件|专栏|表|图)[ 　]?(${number})`, 'g')
const numberPattern = new RegExp(number, 'g')

// Another document's: …条例第三条, …〔2023〕5号）第三项. But 本办法, 该方案 are this one.
const another =
  /(?:[）)]|号|法|法典|条例|规定|规则|办法|通知|意见|细则|准则|标准|公约|决定|解释|方案|规划|计划|要点|纲要|文件|协议|合同|指南|规程|规范|公告|通告|批复|函|总则|分则|年度|届|期)(?:中?的|中)?$/
const ours = /(?:(?<![基根原成资日])本|[该此]|上述|以上|下列|前述)[^，。；、）)》]{0,8}$/
const annexOf = /附件[ 　]?[0-9０-９一二三四五六七八九十]{0,3}(?:中?的|中)?$/
const book = /[》〉](?:[（(][^（）()]{0,12}[）)])?(?:中?的|中)?$/
const ourBook = /[本该此]《[^《》]*》.{0,12}$/
const inside = /本(?:部分|编|章|节|条|款|项)的?$/

// A bare 第三条 may be a thing counted (第三条高速公路), a number in a paragraph (第一部分是) or the line's own head.
const cueBefore =
  /(?:见|按|按照|依照|依据|根据|参照|比照|符合|违反|执行|落实|享受|除|与|对|由|以上|上述|前述|下列|[（(]|本[^，。；]{1,6})$/
const cueAfter = /^(?:[的之]?规定|所[列述指]|[“《]|[或和与至及、]第|要求|中的)/
const joint = /^[、和及与或至，]?$/

/** As much around a reference as tells whose it is. */
const reach = 24

/** What any reference has: most lines point nowhere. */
const pointing = any(
  sign('第', '（(〇零一二三四五六七八九十百0123456789'),
  sign('附', '件'),
  sign('见如（(和及与、', '专表图'),
)

/** The references of a line to places of its own document, from left to right. What may be none is left out. */
export const references = (line: Line): readonly Reference[] => (has(line, pointing) ? read(line) : none)

const read = Line.once((line): readonly Reference[] => {
  const { text, role } = line
  if (role === 'contents' || role === 'attachments' || role === 'annex') return none
  const found: Reference[] = []
  const start = line.ordinal?.to ?? 0
  // Where the last reference to another document ended: 第六条、第七条 of a law go together.
  let foreign = -1
  pattern.lastIndex = start
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const from = match.index
    const to = from + match[0].length
    const before = text.slice(Math.max(start, from - reach), from)
    const last = found.at(-1)
    const joined = last !== undefined && joint.test(text.slice(last.to, from))
    if ((foreign >= 0 && joint.test(text.slice(foreign, from))) || isAnothers(before)) {
      foreign = to
      continue
    }
    const steps = stepsOf(match[0], from)
    const after = text.slice(to, to + reach)
    if (!joined && !isSure(steps, before, after)) continue
    const title = /^[“《]([^”》]{2,40})[”》]/.exec(text.slice(to, to + 44))?.[1]
    found.push({
      line,
      from,
      to,
      steps,
      within: inside.test(before) || (joined && last.within),
      ...(title && { title: { text: title, from: to + 1, to: to + 1 + title.length } }),
    })
  }
  return found
})

const none: readonly Reference[] = []

const isAnothers = (before: string): boolean =>
  annexOf.test(before) || (book.test(before) ? !ourBook.test(before) : another.test(before) && !ours.test(before))

function stepsOf(words: string, at: number): readonly Step[] {
  return [...words.matchAll(stepPattern)].map((match) => {
    const [, list = match[4] as string, unit = match[3]] = match
    const from = at + match.index + match[0].indexOf(list)
    const numbers = [...list.matchAll(numberPattern)].map(({ 0: digits, index }) => ({
      value: /[0-9]/.test(digits) ? Number(digits) : readHan(digits),
      from: from + index,
      to: from + index + digits.length,
    }))
    return { unit: unit as Unit, numbers, bracketed: /[（(]/.test(list), arabic: /[0-9]/.test(list) }
  })
}

/** 第三项目, 第五项议程: things that are counted. */
const countedBehind = /^(?:目|议程|议题|任务|措施|工作|内容|指标|改革|制度|活动|重点)/

function isSure(steps: readonly Step[], before: string, after: string): boolean {
  const [first] = steps
  if (steps.length === 1 && first?.unit === '项' && !first.bracketed && countedBehind.test(after)) return false
  if (steps.length > 1 || !first || first.bracketed) return true
  if (first.unit.length === 2 && first.unit !== '部分') return before !== '' || after === ''
  return cueBefore.test(before) || cueAfter.test(after)
}
