import type { Edit } from '../lint/rule.ts'
import type { Line } from '../plan/line.ts'

/** A pair of quotes of which one at least is straight or turned the wrong way, and what mends it. */
export type Askew = {
  readonly edits: readonly Edit[]
  /** One of them is straight; otherwise one is turned the wrong way. */
  readonly straight: boolean
}

const double = /["＂“”〝〞]/g
/** Where ’ has no ‘, it is a double quote that was mistyped; not in Ningbo’s. */
const any = /["＂“”〝〞]|(?<![A-Za-z])[‘’]|[‘’](?![A-Za-z])/g
const straight = /["＂]/
/** What quotes of one pair hold, where they are not far apart by chance. */
const longest = 60
const turnedLimit = 24
const han = /[\u4e00-\u9fff]/
const single = /(?<![A-Za-z0-9])'([^'’‘"“”]{1,40})'(?![A-Za-z])/g

const others = /["＂'〝〞]/

/** Whether all quotes of a text are “ and ” in turn: most are. */
export function isPlain(text: string): boolean {
  let at = 0
  for (;;) {
    const open = text.indexOf('“', at)
    const close = text.indexOf('”', at)
    if (open < 0 && close < 0) return !others.test(text)
    if (open < 0 || close < open) return false
    at = text.indexOf('“', open + 1)
    if (at >= 0 && at < close) return false
    at = close + 1
  }
}

/** The quotes of a line that are straight or turned the wrong way, pair by pair; nothing where the pairs are not plain. */
export const askew = (line: Line): readonly Askew[] => (isPlain(line.text) ? [] : [...doubles(line), ...singles(line)])

function* doubles(line: Line): Generator<Askew> {
  const { text } = line
  const mistyped = text.includes('‘') !== text.includes('’')
  const marks = [...text.matchAll(mistyped ? any : double)].map(({ index }) => index)
  if (marks.length === 0 || marks.length % 2 > 0 || isEven(text, marks)) return
  const pairs = marks.flatMap((at, i) => (i % 2 === 0 ? [[at, marks[i + 1] as number] as const] : []))
  if (!pairs.every(([open, close]) => isRight(text, open, close) || mayHold(text, open, close))) return
  for (const [open, close] of pairs) {
    const edits = [edit(line, open, '“'), edit(line, close, '”')].filter(
      ({ from, text: put }) => text.charAt(from) !== put,
    )
    const isStraight = straight.test(text.charAt(open) + text.charAt(close))
    if (edits.length > 0) yield { edits, straight: isStraight }
  }
}

const isRight = (text: string, open: number, close: number): boolean =>
  text.charAt(open) === '“' && text.charAt(close) === '”'

/** “ and ” in right pairs, one in another among them: how they are nested is another matter. */
function isEven(text: string, marks: readonly number[]): boolean {
  // “甲“、”乙”: the two inner ones are turned.
  if (/“[、，]”/.test(text)) return false
  let depth = 0
  for (const at of marks) {
    const mark = text.charAt(at)
    if (mark !== '“' && mark !== '”') return false
    depth += mark === '“' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}

function mayHold(text: string, open: number, close: number): boolean {
  const words = text.slice(open + 1, close)
  const limit = straight.test(text.charAt(open) + text.charAt(close)) ? longest : turnedLimit
  if (words.length === 0 || words.length > limit || words.trim() !== words) return false
  // 房="甲" is a programme's, and ”，“ lies between two quotations.
  if (text.charAt(open - 1) === '=' || /^[，、。；：]|[，、；：]$/.test(words)) return false
  return han.test(words) || (han.test(text.charAt(open - 1)) && han.test(text.charAt(close + 1)))
}

function* singles(line: Line): Generator<Askew> {
  const { text } = line
  if (!text.includes("'")) return
  const outer = [...text.matchAll(double)].map(({ index }) => index)
  let before = 0
  for (const { index: from, 1: words = '' } of text.matchAll(single)) {
    if (!han.test(words)) continue
    while ((outer[before] ?? text.length) < from) before++
    // Every second double quote closes.
    const inside = before % 2 > 0 && before < outer.length
    const to = from + words.length + 1
    yield { edits: [edit(line, from, inside ? '‘' : '“'), edit(line, to, inside ? '’' : '”')], straight: true }
  }
}

const edit = (line: Line, at: number, text: string): Edit => ({ line, from: at, to: at + 1, text })
