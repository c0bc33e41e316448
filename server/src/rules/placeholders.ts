import { has } from '../plan/characters.ts'
import { isField } from '../plan/form.ts'
import { Line } from '../plan/line.ts'
import { any, blanks, type Signs, sign, watched } from '../plan/signs.ts'
import { hasMatches, matches } from './words.ts'

/**
 * What a placeholder is. mark: letters and signs for a name, a number, a day; note: the writer's own reminder; pending: a
 * date or a document's number that comes last; blank: a gap to be filled in; omitted: （略）; name, party: what a
 * desensitised draft has lost.
 */
export type Kind = 'mark' | 'note' | 'pending' | 'blank' | 'omitted' | 'name' | 'party'

/** A placeholder, and what takes its place, if that is known: as it stands, the edit that mends it. */
export type Placeholder = {
  readonly line: Line
  readonly from: number
  readonly to: number
  readonly kind: Kind
  readonly words: string
  readonly text: string
}

const filler = '[XxＸｘ×*＊○●◯_＿]'
const holder = '[省市县区镇乡街村局委办厅处院社公单]'
/** Those of it that may stand in a class of a regular expression. */
const fillers = filler.slice(1, -1)
/**
 * The shapes of placeholders, each behind two characters that stand in it and that most lines lack: the shapes themselves
 * look around and are slow.
 */
const shapes: readonly (readonly [kind: Kind, shown: Signs, shape: RegExp])[] = [
  [
    'note',
    sign('【〔［[（(', `待此请暂插空】${blanks}`),
    /[【〔［[（(](?:待(?:补|定|填|完善|确认|核实|续|更新|插入|修改|添加|商定|议定|议|明确|提供)|此处|请(?:填|补|插|输|在此|根据|自行|替换)|暂略|此略|插入|空格)[^【】〔〕［］[\]（）()]{0,16}[】〕］\]）)]|【[\s　]*】/g,
  ],
  [
    'pending',
    sign('〕］]', `号${fillers}${blanks}`),
    new RegExp(`[〔［[][0-9]{4}[〕］\\]][\\s　]{0,8}${filler}{0,4}[\\s　]{0,8}号`, 'g'),
  ],
  [
    'pending',
    sign('年月', `月${blanks}`),
    /(?<![0-9])[0-9]{2,4}[\s　]*年(?:[\s　]*月[\s　]*日(?![均报])|[\s　]+月(?![均报度])|[0-9]{1,2}月[\s　]+日(?![均报常]))|(?<![^\s　自于从至])年[\s　]*月[\s　]*日/g,
  ],
  [
    'mark',
    sign(fillers, '年月日'),
    new RegExp(
      `(?:20[0-9]?${filler}{1,2}年|(?<![^\\s　“（《，。、：；至到于自在从0-9])${filler}{1,4}年|(?<=[0-9]{2}年[\\s　]?|(?<![^\\s　“（《，。、：；至到于自在从]))${filler}{1,2}月|(?<=月[\\s　]?)${filler}{1,2}日)(?:${filler}{1,2}月)?(?:${filler}{1,2}日)?(?![均报度])`,
      'g',
    ),
  ],
  [
    'mark',
    sign('XxＸｘ', 'XxＸｘ'),
    /(?<![A-Za-z0-9０-９Ａ-Ｚａ-ｚ/-])(?:[Xx]{2,}|[Ｘｘ]{2,})(?![A-Za-z0-9０-９Ａ-Ｚａ-ｚ])/g,
  ],
  [
    'mark',
    sign('第×XＸ', '×XxＸ省市县区镇村'),
    /(?<![0-9０-９])×{2,}|(?<![A-Za-z0-9/-])[XＸ](?=[省市县区镇村])|(?<![\p{L}\p{N}）)])×(?=[省市县区镇村])|第[XxＸ×](?=[季批期届次章条项名轮])/gu,
  ],
  [
    'mark',
    sign('*＊○◯●〇', '*＊○◯●〇'),
    new RegExp(`(?<![0-9*＊])[*＊]{2,}(?=${holder})|(?<![一二三四五六七八九○◯●〇])[○◯●〇]{2,}(?=${holder})`, 'g'),
  ],
  ['mark', sign('?？', '?？'), /[?？]{3,}/g],
  ['blank', sign('_＿（(', `_＿${blanks}`), /_{2,}|＿{2,}|[（(][\s　]{2,}[）)]/g],
  ['omitted', sign('略', '）)'), /(?<=[。；，：])[（(]略[）)]/g],
]
const anyShape = any(...shapes.map(([, shown]) => shown))
/** What any line has that has a placeholder. */
export const shown = any(anyShape, watched)

/** The placeholders of a line, from left to right: the one that begins first has what lies in it. */
export const placeholdersOf = (line: Line): readonly Placeholder[] => (has(line, shown) ? read(line) : none)

const read = Line.once((line): readonly Placeholder[] => {
  const listed = hasMatches(line) ? [...fromLists(line)] : none
  const found = has(line, anyShape) ? [...listed, ...fromShapes(line)] : listed
  if (found.length < 2) return found.length === 0 ? none : found
  let past = 0
  return [...found]
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to }) => {
      const free = from >= past
      if (free) past = to
      return free
    })
})

const none: readonly Placeholder[] = []

function* fromShapes(line: Line): Generator<Placeholder> {
  for (const [kind, shown, shape] of shapes) {
    if (!has(line, shown)) continue
    shape.lastIndex = 0
    for (let match = shape.exec(line.text); match; match = shape.exec(line.text)) {
      const { index: from, 0: words } = match
      if (!isMeant(line, kind, from)) yield { line, from, to: from + words.length, kind, words, text: '' }
    }
  }
}

function* fromLists(line: Line): Generator<Placeholder> {
  const { text } = line
  for (const { entry, from, to } of matches(line, 'placeholders')) {
    if (entry.kind === 'letters' && (!isLone(text, from, to) || isMeant(line, 'mark', from))) continue
    const kind = entry.kind === 'letters' ? 'mark' : (entry.kind as Kind)
    yield { line, from, to, kind, words: entry.wrong, text: entry.right }
  }
  for (const { entry, from } of matches(line, 'party')) {
    const at = from + entry.wrong.indexOf('D')
    if (isLone(text, at, at + 1)) yield { line, from: at, to: at + 1, kind: 'party', words: 'D', text: '党' }
  }
}

/** DD is 党党 where it stands for two words; other letters and digits beside it make it a name or a grade. */
const isLone = (text: string, from: number, to: number): boolean =>
  !isLatin(text.charCodeAt(from - 1)) && !isLatin(text.charCodeAt(to))

const isLatin = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a && code !== 0x44) || (code >= 0x61 && code <= 0x7a)

/** What says that names are to be made after a pattern: 命名为“××区服务中心”. */
const pattern =
  /命名|名称[^。；]{0,6}(?:统一)?为|统一为|场所为|称谓|字样|后缀|写明|注明|标注为|格式|样式|样表|模板|示例|例如|如[：“]/

/** What any of that has. */
const patterned = sign('命名一所注称字后写格样模示例如', '名称为谓样缀明式表板例如：“')

/** Whether a placeholder is what the reader is to see: in a pattern for names, in a form's field, in a list of annexes. */
function isMeant(line: Line, kind: Kind, at: number): boolean {
  if (kind === 'note') return false
  if (kind === 'pending' || kind === 'blank') return isField(line)
  const { text, role } = line
  if (kind === 'omitted') return role !== 'text'
  return isField(line) || (has(line, patterned) && pattern.test(sentenceAround(text, at)))
}

/** A sentence, as far as it says what a name in it is for. */
const reach = 80

function sentenceAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - reach), at)
  const after = text.slice(at, at + reach)
  return before.slice(before.lastIndexOf('。') + 1) + after.slice(0, after.indexOf('。') >>> 0)
}
