import type { Claim } from './claim.ts'
import type { Line } from './line.ts'
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
  const members: Place[] = []
  let to = end
  let depth = 0
  let at = end
  for (; at > 0 && at > end - reach; at--) {
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
 * paragraph. Empty where none begins there or one breaks off. It ends where it begins anew, so that many claims in a
 * line do not read it many times.
 */
export function numbered({ line, end }: Claim, rest: readonly Line[]): readonly Place[] {
  const found: Place[] = []
  let way: Way | undefined
  for (const each of [line, ...rest]) {
    mark.lastIndex = each === line ? end : 0
    for (let match = mark.exec(each.text); match; match = mark.exec(each.text)) {
      const which = ways.findIndex((_, i) => match?.[i + 1] !== undefined)
      const own = ways[which] as Way
      const value = own.read(match[which + 1] as string)
      if (!way) {
        if (match.index - (each === line ? end : 0) > gap || value !== 1) return none
        way = own
      } else if (own !== way) continue
      else if (value !== found.length + 1) return value === 1 ? found : none
      found.push({ line: each, from: match.index, to: match.index + match[0].length })
    }
    if (!way && (each !== line || each.text.length - end > gap)) return none
  }
  return found
}
