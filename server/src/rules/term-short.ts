import { type Found, type Related, rule } from '../lint/rule.ts'
import { has } from '../plan/characters.ts'
import { annexesOf } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import { sign } from '../plan/signs.ts'

const defined = /(?:《([^《》]{6,60})》)?[（(]以下(?:简|统)?称(?:为)?[：:]?["“”]?([^"“”（）()]{2,20}?)["”“]?[）)]/g

type Definition = {
  readonly line: Line
  readonly row: number
  readonly from: number
  readonly to: number
  readonly full: string | undefined
  readonly short: string
}

export const termShort = rule({
  id: 'term/short',
  scope: 'part',
  severity: 'information',
  stage: 'review',
  title: { zh: '简称的使用', en: 'Short name' },
  message: { zh: '定义了简称“{0}”，后面没有用到', en: '“{0}” is defined and never used' },
  why: {
    zh: '简称只定义一次，先定义后使用；定义了就用，不再写全称。',
    en: 'A short name is defined once, before it is used, and then used.',
  },
  source: 'GB/T 9704 公文用语惯例',
  rank: 'practice',
  good: [
    '一、落实《某市优化营商环境行动方案》（以下简称《行动方案》）。\n二、各单位按照《行动方案》分工落实。',
    '一、市政务服务管理办公室（以下简称“市政务办”）负责。\n二、市政务办定期通报。',
  ],
  bad: [
    '一、市政务服务管理办公室（以下简称“«市政务办»”）负责。\n! 定义了简称“市政务办”，后面没有用到\n二、各单位落实。',
    '一、市政务服务管理办公室（以下简称“市政务办”）负责。\n二、市政务服务管理办公室（以下简称“«市政务办»”）定期通报市政务办工作。\n! 简称“市政务办”前面已经定义过',
    '一、«市政务办»定期通报。\n! 简称“市政务办”在这里用了，后面才定义\n二、市政务服务管理办公室（以下简称“市政务办”）负责，由市政务办督办。',
  ],
  *check(part): Generator<Found> {
    const annexes = annexesOf(part)
    if (![part, ...annexes].some((each) => each.lines.some(mayDefine))) return
    const lines = [...part.lines, ...annexes.flatMap((annex) => annex.lines)]
    const definitions = lines.flatMap((line, row) => (mayDefine(line) ? definitionsIn(line, row) : []))
    if (definitions.length === 0) return
    const first = new Map<string, Definition>()
    for (const definition of definitions.slice(0, most)) {
      const { line, from, to, short, full } = definition
      const before = first.get(short)
      if (before) {
        const related: Related = {
          line: before.line,
          from: before.from,
          to: before.to,
          message: { zh: '第一次', en: 'The first time' },
        }
        yield { line, from, to, args: [short], related: [related], message: twice }
        continue
      }
      first.set(short, definition)
      yield* usedBefore(lines, definition)
      const rest = [line.text.slice(to), ...lines.slice(definition.row + 1).map(({ text }) => text)]
      if (!rest.some((text) => text.includes(bare(short)))) {
        yield { line, from, to, args: [short] }
        continue
      }
      yield* mixed(lines, definition, full)
    }
  },
})

/** Each is looked for in the whole of its document, which defines no more. */
const most = 100

const twice = { zh: '简称“{0}”前面已经定义过', en: '“{0}” was defined before' }
const bare = (short: string): string => short.replace(/[《》]/g, '')

const defining = sign('以', '下', '简统称')
const mayDefine = (line: Line): boolean => has(line, defining)

function definitionsIn(line: Line, row: number): readonly Definition[] {
  if (!/以下(?:简|统)?称/.test(line.text)) return []
  return [...line.text.matchAll(defined)].flatMap(
    ({ index, 0: all, 1: full, 2: short = '' }): readonly Definition[] => {
      const from = index + all.lastIndexOf(short)
      // 以下简称甲、乙 are several, and 甲方 a party of a contract.
      return /[、，]|或/.test(short) ? [] : [{ line, row, from, to: from + short.length, full, short }]
    },
  )
}

/** A title, or a unit by its short name: what else is defined, 企业名单 or 联席会议, is a word like any other before that. */
const told = /^《.{2,}》$|^[省市县区州旗国][^，。]{1,8}(?:办|局|委|组|中心|专班|公司)$/

/** The short name before it is defined. */
function* usedBefore(lines: readonly Line[], { line, row, from, to, short }: Definition): Generator<Found> {
  const words = bare(short)
  if (!told.test(short)) return
  for (let i = 0; i <= row; i++) {
    const other = lines[i] as Line
    const { text, role } = other
    if (role === 'title' || role === 'row' || role === 'attachments' || role === 'annex') continue
    // In 《某市行动方案》 the short name is a part of the full one; in the words right before the definition as well.
    const at = short.startsWith('《') ? text.indexOf(short) : text.indexOf(words)
    if (at < 0 || (other === line && at >= from - fullest)) continue
    const message = { zh: '简称“{0}”在这里用了，后面才定义', en: '“{0}” is used here and defined only later' }
    const related: Related = { line, from, to, message: { zh: '定义在这里', en: 'Defined here' } }
    yield {
      line: other,
      from: at,
      to: at + (short.startsWith('《') ? short : words).length,
      args: [short],
      related: [related],
      message,
    }
    return
  }
}

/** A full name is no longer. */
const fullest = 60

/** A book title said in full again behind its short name. */
function* mixed(
  lines: readonly Line[],
  { line, row, to, short }: Definition,
  full: string | undefined,
): Generator<Found> {
  if (full === undefined) return
  for (let i = row; i < lines.length; i++) {
    const other = lines[i] as Line
    if (other.role === 'title' || other.ordinal?.family === 'han') continue
    const at = other.text.indexOf(`《${full}》`, other === line ? to : 0)
    if (at < 0 || /^[（(]以下/.test(other.text.slice(at + full.length + 2))) continue
    yield {
      line: other,
      from: at,
      to: at + full.length + 2,
      args: [short],
      message: { zh: '前面已经定义简称“{0}”，这里又写了全称', en: '“{0}” was defined; this says the full title again' },
    }
    return
  }
}
