import type { Claim } from './claim.ts'
import { type Line, textStart } from './line.ts'
import { arabic, circled, han } from './numerals.ts'

/** Columns [from, to) of a line. */
export type Place = { readonly line: Line; readonly from: number; readonly to: number }

/** What stands enumerated right before a claim: 甲、乙、丙等 before 三大行动. */
export type Named = {
  /** The first has the words before the enumeration in it, as far back as the clause begins. */
  readonly members: readonly Place[]
  /** 等 stands behind them: there may be more. */
  readonly open: boolean
  /** Every member is in quotation marks or book title marks. */
  readonly quoted: boolean
}

const opening = '（(《“〔[【‘'
const closing = '）)》”〕]】’'
// ꎬ ꎮ are the comma and the full stop of some fonts in PDF.
const bound = '，。；：！？,;:!?ꎬꎮ \t　'
// What a mark or a joining word stands before is a member itself.
const goesOn = '、和及与或的'
/** No enumeration is longer. */
const reach = 300

/** The enumeration before a claim; undefined where there is none. */
export function named({ line, from }: Claim): Named | undefined {
  const { text } = line
  let to = from
  while (from - to < 3 && '这共等'.includes(text.charAt(to - 1) || '、')) to--
  if (goesOn.includes(text.charAt(to - 1))) return undefined
  const outside = membersBefore(line, to)
  // “甲、乙”两大行动 names them inside the quotation marks.
  const inside = areQuoted(outside) || text.charAt(to - 1) !== '”' ? none : membersBefore(line, to - 1)
  const members = inside.length > 1 ? inside : outside
  if (members.length < 2) return undefined
  return { members, open: text.slice(to, from).includes('等'), quoted: areQuoted(members) }
}

const none: readonly never[] = []

function membersBefore(line: Line, end: number): readonly Place[] {
  const { text } = line
  const first = textStart(line)
  const members: Place[] = []
  let to = end
  let depth = 0
  let at = end
  for (; at > first && at > end - reach; at--) {
    const code = text.charCodeAt(at - 1)
    if (code >= 0x4e00 && code <= 0x9fff) continue
    const char = text.charAt(at - 1)
    if (closing.includes(char)) depth++
    else if (opening.includes(char)) {
      if (depth === 0) break
      depth--
      // “甲”“乙” and 《甲》《乙》 have no mark between them.
      if (depth > 0 || !'“《'.includes(char) || !'”》'.includes(text.charAt(at - 2) || '、')) continue
      members.push({ line, from: at - 1, to })
      to = at - 1
    } else if (depth > 0) continue
    else if (char === '、') {
      if (at < to) members.push({ line, from: at, to })
      to = at - 1
    } else if (bound.includes(char)) break
  }
  if (depth > 0) return none
  members.push({ line, from: at, to })
  return members.reverse()
}

const quotedAtEnd = /[“《][^“”《》]*[”》]$/
const quotedWhole = /^[“《][^“”《》]*[”》]$/

const areQuoted = (members: readonly Place[]): boolean =>
  members.every(({ line, from, to }, i) => (i === 0 ? quotedAtEnd : quotedWhole).test(line.text.slice(from, to)))

/** A way of numbering inside a paragraph; `word` tells the ways apart. */
type Way = { readonly word: string; readonly pattern: string; readonly read: (text: string) => number }

const ways: readonly Way[] = [
  { word: '是', pattern: '(十?[一二三四五六七八九十])是(?!否|非)', read: han.read },
  { word: '要', pattern: '(十?[一二三四五六七八九十])要(?!求|点|素|件)', read: han.read },
  { word: '第', pattern: '第([一二三四五六七八九十]{1,2})[，,、]', read: han.read },
  { word: '①', pattern: '([①-⑳])', read: circled.read },
  { word: '（1）', pattern: '[（(]([0-9]{1,2})[）)]', read: arabic.read },
  { word: '（一）', pattern: '[（(]([一二三四五六七八九十]{1,2})[）)]', read: han.read },
]

// Behind a mark or at a paragraph's beginning only: 十要素, 同一是非 are no numbers.
const mark = new RegExp(`(?<=^|[：:。；;，,、\\s　“）)！])(?:${ways.map(({ pattern }) => pattern).join('|')})`, 'g')

/** How far behind a claim its enumeration begins at most. */
const gap = 24

/**
 * The numbers of the enumeration that begins right behind a claim, 一是…二是…, `rest` being the further lines of its
 * paragraph. Empty where none begins there, where it breaks off, and where a number may belong to another inside it.
 */
export function numbered({ line, end }: Claim, rest: readonly Line[]): readonly Place[] {
  const own = line.text.slice(end - 1, end + gap)
  mark.lastIndex = 1
  const follows = mark.test(own) || (end + gap > line.text.length && rest.length > 0)
  if (!follows) return none
  const found: Place[] = []
  let way: Way | undefined
  // How far an enumeration of the same way has come that began inside or after this one.
  let other = 0
  for (const { place, way: each, value } of marks(line, end, rest)) {
    if (!way && !(value === 1 && (place.line === line || (place.line === rest[0] && place.from === 0)))) return none
    way ??= each
    if (each !== way) continue
    const isNext = value === found.length + 1
    const isOthers = other > 0 && value === other + 1
    if (isNext === isOthers && value !== 1) return none
    if (isNext) found.push(place)
    other = isNext ? 0 : value
  }
  return found
}

type Mark = { readonly place: Place; readonly way: Way; readonly value: number }

/** No paragraph has more numbers: many claims in a long line are not to read all of it each. */
const most = 80

function* marks(line: Line, end: number, rest: readonly Line[]): Generator<Mark> {
  let left = most
  for (const each of [line, ...rest]) {
    let from = each === line ? end : 0
    while (left-- > 0) {
      mark.lastIndex = from
      const match = mark.exec(each.text)
      if (!match) break
      from = mark.lastIndex
      const which = match.findIndex((group, i) => i > 0 && group !== undefined) - 1
      const way = ways[which] as Way
      yield { place: { line: each, from: match.index, to: from }, way, value: way.read(match[which + 1] as string) }
    }
  }
}
