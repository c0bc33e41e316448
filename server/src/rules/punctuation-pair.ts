import { rule, type Span } from '../lint/rule.ts'
import { has } from '../plan/characters.ts'
import { Line, textStart } from '../plan/line.ts'
import { uneven } from '../plan/signs.ts'
import { skeleton } from '../plan/skeleton.ts'
import { askew } from './quotes.ts'

const closes: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '》': '《',
  '〉': '〈',
  '）': '（',
  '〕': '〔',
  '】': '【',
  '］': '［',
  '」': '「',
  '』': '『',
}
const opens = new Map(Object.entries(closes).map(([close, open]) => [open, close]))

export const punctuationPair = rule({
  id: 'punctuation/pair',
  scope: 'part',
  severity: 'error',
  stage: 'review',
  title: { zh: '标点不成对', en: 'Unpaired mark' },
  message: { zh: '“{0}”缺少与之成对的“{1}”', en: '“{0}” has no matching “{1}”' },
  why: {
    zh: '引号、书名号、括号要成对；少一半时，引文和书名的范围就说不清了。',
    en: 'Quotes, title marks and brackets come in pairs.',
  },
  source: 'GB/T 15834-2011 4.8, 4.9, 4.15',
  rank: 'standard',
  good: ['一、落实《关于印发〈实施方案〉的通知》（见附件）。', '1）甲事；2）乙事', '一、他说：“第一段。\n第二段。”'],
  bad: [
    '一、增强«“»四个意识、坚定“四个自信”。\n! ““”缺少与之成对的“””',
    '一、落实实施方案«》»的要求。\n! “》”缺少与之成对的“《”',
  ],
  shows: [uneven],
  sees: (line) => `${skeleton(line)}\n${askew(line).length > 0}`,
  *check(part) {
    // A quotation may run over lines: what one line leaves open a later one may close.
    let pending: readonly Mark[] = []
    for (const [i, line] of part.lines.entries()) {
      const { opened, closed, straight } = unmatched(line)
      if (opened.length === 0 && closed.length === 0) {
        if (pending.length > 0 && endsHere(part.lines[i - 1], line)) pending = yield* report(pending)
        continue
      }
      const left = byKind(pending)
      const unopened = closed.filter((mark) => left.get(closes[mark.text] ?? '')?.pop() === undefined)
      yield* report(unopened)
      pending = [...left.values()].flat()
      if (pending.length > 0) pending = yield* report(pending)
      pending = opened.filter((mark) => !goesOn(mark, straight, part.lines[i + 1]))
    }
    yield* report(pending)
  },
})

type Mark = Span & { readonly text: string }

const lone = ({ text, ...span }: Mark) => ({ ...span, args: [text, opens.get(text) ?? closes[text] ?? ''] })

/** More of one kind in a line are debris, and one finding. */
const few = 3

function* report(pending: readonly Mark[]) {
  for (const marks of byKind(pending).values()) {
    if (marks.length <= few) for (const mark of marks) yield lone(mark)
    else yield { ...lone(marks[0] as Mark), message: many }
  }
  return []
}

function byKind(marks: readonly Mark[]): ReadonlyMap<string, Mark[]> {
  const kinds = new Map<string, Mark[]>()
  for (const mark of marks) {
    const there = kinds.get(mark.text)
    if (there) there.push(mark)
    else kinds.set(mark.text, [mark])
  }
  return kinds
}

const many = {
  zh: '这一段有多处“{0}”缺少与之成对的“{1}”',
  en: 'Several “{0}” of this paragraph have no matching “{1}”',
}

/** A quotation that is still open at a numbered line was never closed. */
const endsHere = (before: Line | undefined, line: Line): boolean =>
  line.ordinal !== undefined || before?.role === 'blank'

type Unmatched = {
  readonly opened: readonly Mark[]
  readonly closed: readonly Mark[]
  /** A straight quote may be the partner of a curly one. */
  readonly straight: boolean
}

const even: Unmatched = { opened: [], closed: [], straight: false }

/** What a character is: 0 no mark, n the opening one of pair n, -n the closing one. */
const pairOf = new Int8Array(1 << 16)
for (const [i, [close, open]] of Object.entries(closes).entries()) {
  pairOf[open.charCodeAt(0)] = i + 1
  pairOf[close.charCodeAt(0)] = -i - 1
}
// Half-width brackets pair with either kind: their width is another rule's matter.
pairOf[0x28] = pairOf['（'.charCodeAt(0)] as number
pairOf[0x29] = pairOf['）'.charCodeAt(0)] as number

/** The marks of a line that have no partner in it. */
const unmatched = (line: Line): Unmatched => (has(line, uneven) ? read(line) : even)

const read = Line.once((line): Unmatched => {
  const { text } = line
  // What is open, by kind: a mark closes the last of its own kind, whatever else stands open.
  let open: (number[] | undefined)[] | undefined
  let closed: number[] | undefined
  let straight: boolean | undefined
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x4e00 && code <= 0x9fff) continue
    const pair = pairOf[code] as number
    if (pair > 0) {
      open ??= []
      const stack = open[pair]
      if (stack) stack.push(i)
      else open[pair] = [i]
    } else if (pair < 0 && open?.[-pair]?.pop() === undefined) {
      straight ??= hasStraight(text)
      if (standsAlone(text, i, straight)) continue
      closed ??= []
      closed.push(i)
    }
  }
  if (closed === undefined && (open === undefined || open.every((stack) => !stack?.length))) return even
  const opened = (open ?? []).flatMap((stack) => stack ?? []).sort((a, b) => a - b)
  const mark = (at: number): Mark => ({ line, from: at, to: at + 1, text: shape(text.charAt(at)) })
  // What turned and straight quotes there are another rule says.
  const others = askew(line).length > 0 ? '“”' : ''
  const told = ({ text: own }: Mark) => !others.includes(own)
  return {
    opened: opened.map(mark).filter(told),
    closed: (closed ?? []).map(mark).filter(told),
    straight: straight ?? hasStraight(text),
  }
})

const shape = (mark: string): string => (mark === '(' ? '（' : mark === ')' ? '）' : mark)

/** 3） is an ordinal; a straight quote may be the partner of a curly one, and how it is written is another matter. */
function standsAlone(text: string, at: number, straight: boolean): boolean {
  const mark = shape(text.charAt(at))
  if (mark === '）') return /[0-9a-zA-Z０-９①-⒇一二三四五六七八九十]/.test(text.charAt(at - 1))
  return mark === '”' && straight
}

/** Each paragraph of a long quotation begins with a quote, and only the last one ends with one. */
const goesOn = ({ text, line, from }: Mark, straight: boolean, next: Line | undefined): boolean =>
  text === '“' && (straight || (from === textStart(line) && next?.text.charAt(textStart(next)) === '“'))

const hasStraight = (text: string): boolean => text.includes('"') || text.includes('＂')
