import { rule, type Span } from '../lint/rule.ts'
import { Line, textStart } from '../plan/line.ts'

const closes: Readonly<Record<string, string>> = {
  '”': '“', '’': '‘', '》': '《', '〉': '〈', '）': '（', '〕': '〔', '】': '【', '］': '［', '」': '「', '』': '『',
}
const opens = new Map(Object.entries(closes).map(([close, open]) => [open, close]))
const isMark = new Uint8Array(1 << 16)
for (const mark of [...opens.keys(), ...opens.values(), '(', ')']) isMark[mark.charCodeAt(0)] = 1

export const punctuationPair = rule({
  id: 'punctuation/pair',
  scope: 'part',
  severity: 'error',
  title: { zh: '标点不成对', en: 'Unpaired mark' },
  message: { zh: '“{0}”缺少与之成对的“{1}”', en: '“{0}” has no matching “{1}”' },
  why: {
    zh: '引号、书名号、括号要成对；少一半时，引文和书名的范围就说不清了。',
    en: 'Quotes, title marks and brackets come in pairs.',
  },
  source: 'GB/T 15834-2011 4.8, 4.9, 4.15',
  good: ['一、落实《关于印发〈实施方案〉的通知》（见附件）。', '1）甲事；2）乙事', '一、他说：“第一段。\n第二段。”'],
  bad: ['一、增强«“»四个意识、坚定“四个自信”。\n! ““”缺少与之成对的“””', '一、落实实施方案«》»的要求。\n! “》”缺少与之成对的“《”'],
  *check(part) {
    // A quotation may run over lines: what one line leaves open a later one may close.
    let pending: readonly Mark[] = []
    for (const [i, line] of part.lines.entries()) {
      const { opened, closed } = unmatched(line)
      if (opened.length === 0 && closed.length === 0) {
        if (pending.length > 0 && endsHere(part.lines[i - 1], line)) pending = yield* report(pending)
        continue
      }
      for (const mark of closed) {
        const at = pending.findLastIndex(({ text }) => text === closes[mark.text])
        if (at < 0) yield lone(mark)
        else pending = pending.filter((_, k) => k !== at)
      }
      if (pending.length > 0) pending = yield* report(pending)
      pending = opened
    }
    yield* report(pending)
  },
})

type Mark = Span & { readonly text: string }

const lone = ({ text, ...span }: Mark) => ({ ...span, args: [text, opens.get(text) ?? closes[text] ?? ''] })

function* report(pending: readonly Mark[]) {
  for (const mark of pending) yield lone(mark)
  return []
}

/** A quotation that is still open at a numbered line was never closed. */
const endsHere = (before: Line | undefined, line: Line): boolean => line.ordinal !== undefined || before?.role === 'blank'

type Unmatched = { readonly opened: readonly Mark[]; readonly closed: readonly Mark[] }

const even: Unmatched = { opened: [], closed: [] }

/** The marks of a line that have no partner in it. */
const unmatched = Line.once((line): Unmatched => {
  const { text } = line
  let opened: Mark[] | undefined
  let closed: Mark[] | undefined
  for (let i = 0; i < text.length; i++) {
    if (isMark[text.charCodeAt(i)] === 0) continue
    // Half-width brackets pair with either kind: their width is another rule's matter.
    const mark = text.charAt(i) === '(' ? '（' : text.charAt(i) === ')' ? '）' : text.charAt(i)
    const open = closes[mark]
    if (open === undefined) {
      opened ??= []
      opened.push({ line, from: i, to: i + 1, text: mark })
      continue
    }
    const at = opened?.findLastIndex((other) => other.text === open) ?? -1
    if (at >= 0) opened?.splice(at, 1)
    else if (!standsAlone(text, i, mark)) {
      closed ??= []
      closed.push({ line, from: i, to: i + 1, text: mark })
    }
  }
  const left = opened?.filter((mark) => !goesOn(mark)) ?? []
  return left.length > 0 || closed ? { opened: left, closed: closed ?? [] } : even
})

/** 3） is an ordinal; a straight quote may be the partner of a curly one, and how it is written is another matter. */
const standsAlone = (text: string, at: number, mark: string): boolean =>
  (mark === '）' && /[0-9a-zA-Z０-９①-⒇一二三四五六七八九十]/.test(text.charAt(at - 1))) || (mark === '”' && hasStraight(text))

/** Each paragraph of a long quotation begins with a quote, and only the last one ends with one. */
const goesOn = ({ text: mark, line, from }: Mark): boolean => mark === '“' && (from === textStart(line) || hasStraight(line.text))

const hasStraight = (text: string): boolean => text.includes('"') || text.includes('＂')
