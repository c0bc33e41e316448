import { type Found, onlyOf, replace, rule } from '../lint/rule.ts'
import { type Item, type Part, walk } from '../plan/item.ts'
import { type Line, textStart } from '../plan/line.ts'
import type { Family, Ordinal } from '../plan/ordinal.ts'

/** A heading is no longer. */
const longest = 40
/** So many headings of a level without a mark, and so many times those with one, make the marks slips. */
const atLeast = 3
const times = 3

const end = /[。；，、]\s*$/

export const punctuationTitle = rule({
  id: 'punctuation/title',
  scope: 'part',
  severity: 'warning',
  title: { zh: '小标题末尾的标点', en: 'Mark at a heading’s end' },
  message: { zh: '标题末尾不用“{0}”', en: 'No “{0}” at a heading’s end' },
  why: {
    zh: '单独成行的标题末尾不用句号、分号、逗号、顿号。同级标题别处都没有的才报告；段首小标题后面接正文的，句号是对的。',
    en: 'A heading on a line of its own takes no stop. Reported where the other headings of its level have none; a run-in heading keeps its 。.',
  },
  source: 'GB/T 15834-2011 附录 B.4',
  rank: 'standard',
  good: [
    '一、甲事\n办甲。\n二、乙事\n办乙。\n三、丙事\n办丙。\n四、丁事。办丁。',
    '一、甲事。\n办甲。\n二、乙事。\n办乙。\n三、丙事\n办丙。',
    '一、怎么看？\n办甲。\n二、怎么办！\n办乙。\n三、丙事\n办丙。\n四、丁事\n办丁。\n五、戊事\n办戊。',
  ],
  bad: ['一、甲事\n办甲。\n二、乙事«。»\n! 标题末尾不用“。”\n= 二、乙事\n办乙。\n三、丙事\n办丙。\n四、丁事\n办丁。'],
  sees: onlyOf((line) => line.text.slice(textStart(line)).trim().length <= longest),
  *check(part) {
    for (const heads of headings(part).values()) {
      const marked = heads.filter(({ line }) => end.test(line.text))
      const bare = heads.length - marked.length
      if (bare < atLeast || bare < times * marked.length) continue
      for (const { line, last } of marked) if (!last) yield byLevel(line)
    }
  },
})

/** `last`: what stands below may belong to what comes after the list. */
type Head = { readonly line: Line; readonly last: boolean }

/** The headings of a part that stand alone on their lines, by family: most of the items beside them are headings too. */
function headings(part: Part): ReadonlyMap<Family, readonly Head[]> {
  const found = new Map<Family, Head[]>()
  for (const { kind, items } of walk(part)) {
    if (kind === 'row') continue
    const own = items.filter((item) => item.kind === 'item')
    const alone = own.filter(isHeading)
    if (alone.length * 2 <= own.length) continue
    for (const item of alone) {
      const { ordinal } = item.head as Line
      const head = { line: item.head as Line, last: item === own.at(-1) && item.items.length === 0 }
      const there = found.get((ordinal as Ordinal).family)
      if (there) there.push(head)
      else found.set((ordinal as Ordinal).family, [head])
    }
  }
  return found
}

const clause = /本(?:通知|办法|规定|意见|方案|细则|条例|措施|公告)|应当|不得|施行|执行/

function isHeading({ head, body, items }: Item): boolean {
  if (!head?.ordinal) return false
  const words = head.text.slice(textStart(head)).trim()
  if (words.length < 2 || words.length > longest || head.tags.length > 0) return false
  if (/[。；]./.test(words) || /[：:]$/.test(words) || (end.test(words) && clause.test(words))) return false
  return items.some(({ kind }) => kind === 'item') || body.some(({ role }) => role === 'text')
}

/** Below （一） what reads like a heading may be a short item as well. */
const byLevel = (line: Line): Found =>
  line.ordinal?.family.startsWith('digit') ? { ...stop(line), severity: 'information' } : stop(line)

function stop(line: Line): Found {
  const at = line.text.search(end)
  const span = { line, from: at, to: at + 1 }
  return { ...span, args: [line.text.charAt(at)], fixes: [replace(span, '')] }
}
