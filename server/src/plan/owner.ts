import { readUnits, split, type Unit } from './unit.ts'

export type Owners = {
  readonly lead: readonly Unit[]
  readonly support: readonly Unit[]
  /** 责任领导, 责任人: people, kept apart from units. */
  readonly leader: readonly Unit[]
  readonly deadline?: Deadline
  /** Somebody is called 牵头: then those called 责任单位 only, here or beside it, support. */
  readonly led: boolean
}

export type Deadline = { readonly text: string; readonly from: number; readonly to: number }

/** `duty`: 责任单位, 负责: who leads where nobody is said to (domain notes, section 3). */
type Role = 'lead' | 'duty' | 'support' | 'leader' | 'deadline'

/** What stands before a colon in a tag; the domain notes count them. */
const labelSources: readonly (readonly [string, Role])[] = [
  ['(?:完成|办结|整改|实施)?(?:时限|时间|期限)(?:要求)?', 'deadline'],
  ['(?:牵头|责任|分管|包保|负责){1,4}(?:市|县|区|州|省|局|委)?(?:领导|人)', 'leader'],
  [
    '(?:配合|参与|协办|协助|协同|参加|支持)(?:责任|落实)?(?:单位|部门|处室|科室|机构|地区)?(?:和部门|及部门|、部门)?',
    'support',
  ],
  [
    '(?:指标|任务|事项|改革|工作)?(?:责任|落实|实施|负责|主要){0,4}(?:牵头|主办|承办|主责)(?:责任|落实|负责){0,4}(?:单位|部门|处室|科室|机构|主体|地区)(?:和部门|及部门|、部门)?',
    'lead',
  ],
  [
    '属地责任|(?:责任|落实|实施|负责|主要|推进){1,4}(?:单位|部门|处室|科室|机构|主体|地区)(?:和部门|及部门|、部门)?',
    'duty',
  ],
]
const labels = labelSources.map(([source, role]) => [new RegExp(`(?:${source})[：:∶︰﹕]`, 'y'), role] as const)

/** A label without its colon, for those who look for tags. */
export const labelPattern = `(?:${labelSources.map(([source]) => source).join('|')})`

/** Words behind units that give them their role, the longest first. */
const roleWords: readonly (readonly [RegExp, Role])[] = [
  [/(?:等)?(?:共同|协同|积极|予以|密切)?(?:配合|参与|参加|协助|协办|支持)(?:落实|实施|做好)?$/, 'support'],
  [
    /(?:等)?(?:(?<!有关|相关|各|直|级|属|涉|成员|部门)(?:部门|单位))?(?:牵头并)?(?:分别|共同|依|按|各按|按照)?(?:各自)?(?:职责|职能)?(?:分工)?(?:共同|分别|牵头|组织|具体|指导){0,3}(?:负责|牵头|落实|主办|实施|推进)(?:落实|实施|推进)?$|按(?:各自)?职责(?:分工)?$/,
    'duty',
  ],
]

// A date among the units: 2023年9月底前完成, 年底前, 长期坚持.
const dated =
  /^(?:[0-9]{4}年|[0-9]{1,2}月|年底|年内|第[一二三四]季度|[上下]半年|长期|持续|每[年月周日季旬])[^、]{0,14}$/

/** What role words end with: a cheap look before their patterns. */
export const roleEnds = '责头实办施进合与加助持好工'

/** A tag's inside, [from, end) of its line, into who leads and who supports. Total: what it cannot place leads. */
export function readOwners(
  text: string,
  from: number,
  end: number,
): Owners & { readonly labelled: boolean; readonly keyword: boolean } {
  const found: Record<'lead' | 'duty' | 'support' | 'leader', Unit[]> = { lead: [], duty: [], support: [], leader: [] }
  const to = ownersEnd(text, from, end)
  let deadline: Deadline | undefined
  let keyword = false
  const sections = labelSections(text, from, to)
  for (const { role, start, end } of sections) {
    if (role === 'deadline') {
      const raw = text.slice(start, end)
      const words = raw.trim().replace(/[。；;，,]$/, '')
      const at = start + raw.indexOf(words)
      if (words) deadline = { text: words, from: at, to: at + words.length }
      continue
    }
    for (const part of keywordParts(text, start, end, role)) {
      if (part.role === 'deadline') {
        deadline ??= { text: text.slice(part.start, part.end), from: part.start, to: part.end }
        continue
      }
      if (part.role) keyword = true
      for (const unit of readUnits(text, part.start, part.end)) {
        const mark = roleMarkAt(text, unit.to)
        found[mark ?? placeOf(role, part.role)].push(unit)
      }
    }
  }
  const { lead, duty, support, leader } = found
  const led = lead.length > 0
  return {
    lead: led ? lead : duty,
    support: led ? [...duty.map(beside), ...support].sort((a, b) => a.from - b.from) : support,
    leader,
    led,
    ...(deadline && { deadline }),
    labelled: sections.some((s) => s.role !== undefined),
    keyword,
  }
}

/** The role that stands in brackets behind a name. */
function roleMarkAt(text: string, at: number): 'lead' | 'support' | undefined {
  const mark = /^[（(](牵头|主办|配合|协办)[）)]/.exec(text.slice(at, at + 4))
  return mark ? (/牵头|主办/.test(mark[0]) ? 'lead' : 'support') : undefined
}

const beside = (unit: Unit): Unit => ({ ...unit, byDuty: true })

/** What a label and the role word behind a name make of it: the label of people and of helpers holds whatever follows. */
function placeOf(label: Role | undefined, word: Role | undefined): 'lead' | 'duty' | 'support' | 'leader' {
  if (label === 'leader' || label === 'support') return label
  const role = word === 'duty' ? (label ?? word) : (word ?? label)
  return role === 'lead' || role === 'support' ? role : 'duty'
}

/**
 * Where a tag's units end: 以下均需各县（市、区）落实，不再列出 and other sentences behind them are said of what follows and
 * name no unit of this tag.
 */
export function ownersEnd(text: string, from: number, end: number): number {
  const inside = text.slice(from, end)
  if (!/[。下前列无以]/.test(inside)) return end
  const said = inside.search(
    /[，；;。]?(?:以下(?:均|各项|工作|任务)|逗号前|列第一|以[黑加]|无牵头单位)|。(?!\s*[^，。：:]{2,8}[：:])./,
  )
  return said > 0 ? from + said : end
}

type Section = { readonly role: Role | undefined; readonly start: number; readonly end: number }

const bareRoles: Readonly<Record<string, Role>> = {
  责任单位: 'duty',
  牵头单位: 'lead',
  配合单位: 'support',
  责任部门: 'duty',
  牵头部门: 'lead',
  配合部门: 'support',
}
const unmarked = new RegExp(`^(?:${Object.keys(bareRoles).join('|')})(?=[\\u4e00-\\u9fff])`)

function labelSections(text: string, from: number, to: number): readonly Section[] {
  if (!/[：:∶︰﹕位门]/.test(text.slice(from, to))) return [{ role: undefined, start: from, end: to }]
  const heads: { role: Role; at: number; start: number }[] = []
  for (const [start] of split(text, from, to, '；;，,。、 　')) {
    const at = start + (/^\s*/.exec(text.slice(start, to))?.[0].length ?? 0)
    for (const [pattern, role] of labels) {
      pattern.lastIndex = at
      if (!pattern.test(text) || pattern.lastIndex > to) continue
      heads.push({ role, at, start: pattern.lastIndex })
      break
    }
    // The colon forgotten: （责任单位市财政局）
    const bare = heads.at(-1)?.at === at ? null : unmarked.exec(text.slice(at, Math.min(at + 8, to)))
    if (bare) heads.push({ role: bareRoles[bare[0]] ?? 'duty', at, start: at + bare[0].length })
  }
  const first = heads[0]
  if (!first) return [{ role: undefined, start: from, end: to }]
  const sections: Section[] = heads.map((head, i) => ({
    role: head.role,
    start: head.start,
    end: heads[i + 1]?.at ?? to,
  }))
  return text.slice(from, first.at).trim() ? [{ role: undefined, start: from, end: first.at }, ...sections] : sections
}

/** A牵头，B、C配合 → two parts with their roles; A会同B负责 → A leads, B supports. */
function* keywordParts(
  text: string,
  from: number,
  to: number,
  label: Role | undefined,
): Generator<{ role?: 'lead' | 'duty' | 'support' | 'deadline'; start: number; end: number }> {
  let pending = from
  for (const [start, end] of split(text, from, to, '，,；;。')) {
    const chunk = text.slice(start, end).trimEnd()
    if (dated.test(chunk)) {
      if (pending < start - 1) yield { start: pending, end: start - 1 }
      yield { role: 'deadline', start, end: start + chunk.length }
      pending = end + 1
      continue
    }
    if (!roleEnds.includes(chunk.at(-1) ?? ' ')) continue
    const word = roleWords.map(([pattern, role]) => ({ match: pattern.exec(chunk), role })).find(({ match }) => match)
    if (!word?.match) continue
    const stop = start + word.match.index
    // A牵头，B按职责分工负责: the word itself tells who leads.
    const role = word.role === 'duty' && /牵头|主办/.test(word.match[0]) ? 'lead' : (word.role as 'duty' | 'support')
    // 牵头单位：A，B配合: what stands before is of the label.
    if (role === 'support' && pending === from && pending < start && (label === 'lead' || label === 'duty')) {
      yield { start: pending, end: start - 1 }
      pending = start
    }
    const together = text.slice(pending, stop).indexOf('会同')
    if (together > 0) {
      yield { role: 'lead', start: pending, end: pending + together }
      yield { role: 'support', start: pending + together + 2, end: stop }
    } else yield { role, start: pending, end: stop }
    pending = end + 1
  }
  if (pending < to && text.slice(pending, to).trim()) yield { start: pending, end: to }
}
