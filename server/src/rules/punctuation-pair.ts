import { rule, type Span } from '../lint/rule.ts'
import { type Line, textStart } from '../plan/line.ts'

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

const cache = new WeakMap<Line, { readonly opened: readonly Mark[]; readonly closed: readonly Mark[] }>()
const even = { opened: [], closed: [] } as const

/** The marks of a line that have no partner in it. */
function unmatched(line: Line): { readonly opened: readonly Mark[]; readonly closed: readonly Mark[] } {
  const known = cache.get(line)
  if (known) return known
  const opened: Mark[] = []
  const closed: Mark[] = []
  const { text } = line
  // A straight quote may be the partner of a curly one: how it is written is another rule's matter.
  const straight = text.includes('"') || text.includes('＂')
  for (let index = 0; index < text.length; index++) {
    if (isMark[text.charCodeAt(index)] === 0) continue
    const mark = text.charAt(index)
    // （三） is matched, 3） is an ordinal and :) is none of ours; half-width brackets pair with either kind.
    const shape = mark === '(' ? '（' : mark === ')' ? '）' : mark
    const span = { line, from: index, to: index + 1, text: shape }
    const open = closes[shape]
    if (open === undefined) {
      opened.push(span)
      continue
    }
    const at = opened.findLastIndex(({ text: other }) => other === open)
    if (at >= 0) opened.splice(at, 1)
    else if (straight && open === '“') continue
    else if (shape !== '）' || !/[0-9a-zA-Z０-９①-⒇一二三四五六七八九十]/.test(text.charAt(index - 1))) closed.push(span)
  }
  // Each paragraph of a long quotation begins with a quote, and only the last one ends with one.
  const left = opened.filter(({ text: mark, from }) => mark !== '“' || (!straight && from > textStart(line)))
  const found = left.length + closed.length > 0 ? { opened: left, closed } : even
  cache.set(line, found)
  return found
}
