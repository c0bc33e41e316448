import unitEnds from '../../lexicon/unit-ends.tsv'

/** A unit named in a responsibility tag. Columns are UTF-16 code units in its line; the line's text there is what was written. */
export type Unit = {
  /** Made whole: in 委综合监督处、政策法规处 the second is 委政策法规处. */
  readonly name: string
  /** As it stands, without what it shares with the one before it. */
  readonly written: string
  /** 各有关部门, 委属各单位: names nobody in particular. */
  readonly collective: boolean
  /** Called 责任单位 beside one that leads: documents differ in whether who leads is named among them again. */
  readonly byDuty?: true
  readonly from: number
  readonly to: number
}

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
  ['(?:牵头|责任|分管|包保|负责)+(?:市|县|区|州|省|局|委)?(?:领导|人)', 'leader'],
  [
    '(?:配合|参与|协办|协助|协同|参加|支持)(?:责任|落实)?(?:单位|部门|处室|科室|机构|地区)?(?:和部门|及部门|、部门)?',
    'support',
  ],
  [
    '(?:指标|任务|事项|改革|工作)?(?:责任|落实|实施|负责|主要)*(?:牵头|主办|承办|主责)(?:责任|落实|负责)*(?:单位|部门|处室|科室|机构|主体|地区)(?:和部门|及部门|、部门)?',
    'lead',
  ],
  [
    '属地责任|(?:责任|落实|实施|负责|主要|推进)+(?:单位|部门|处室|科室|机构|主体|地区)(?:和部门|及部门|、部门)?',
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
    /(?:等)?(?:(?<!有关|相关|各|直|级|属|涉|成员|部门)(?:部门|单位))?(?:牵头并)?(?:分别|共同|依|按|各按|按照)?(?:各自)?(?:职责|职能)?(?:分工)?(?:共同|分别|牵头|组织|具体|指导)*(?:负责|牵头|落实|主办|实施|推进)(?:落实|实施|推进)?$|按(?:各自)?职责(?:分工)?$/,
    'duty',
  ],
]

// A date among the units: 2023年9月底前完成, 年底前, 长期坚持.
const dated =
  /^(?:[0-9]{4}年|[0-9]{1,2}月|年底|年内|第[一二三四]季度|[上下]半年|长期|持续|每[年月周日季旬])[^、]{0,14}$/

/** What role words end with: a cheap look before their patterns. */
const roleEnds = '责头实办施进合与加助持好工'

const collective =
  /^(?:各|相关|有关|其他|其它|全市|全省|全县|全区|全局|机关各|委属|局属|市直|省直|区直|县直|市级|省级|市属|省属|直属|所属|成员)|各(?:单位|部门|处室|科室|县|区|市|州|乡|镇|地|成员|有关|相关|直属)|(?:有关|相关)(?:部门|单位|处室|科室)|(?:部门|单位)$/
/** How names of units end; the strong ones hardly end anything else. */
const ends = unitEnds.split('\n').flatMap((row) => (row === '' || row.startsWith('#') ? [] : [row.split('\t')]))
const strong = new Set(ends.filter(([, strength]) => strength === 'strong').map(([end]) => end))
const any = new Set(ends.map(([end]) => end))
const longestEnd = 3

const bracketed = /(?:（[^（）]*）|\([^()]*\)|〔[^〔〕]*〕)$/

/** Whether a name ends like a unit's, a bracket behind it left out: 市交通委（市道运局）. */
function endsLike(ends: ReadonlySet<string | undefined>, name: string): boolean {
  const core = /[）)〕]$/.test(name) ? name.replace(bracketed, '') : name
  for (let length = 1; length <= longestEnd; length++) if (ends.has(core.slice(-length))) return true
  return false
}

/** What stands in formulas and no name. */
const noName = /[×÷=＝≥≤%％<>]/

const readsLike = ({ name, collective }: Unit): boolean =>
  !noName.test(name) && (collective || (name.length <= 30 && name.length >= 2 && endsLike(any, name)))

/** Whether each name of a list reads like a unit, and one of them surely, unless a role word behind them says so. */
export const readLikeUnits = (units: readonly Unit[], hasRole: boolean): boolean =>
  units.length > 0 &&
  units.every(readsLike) &&
  (hasRole || units.some(({ name, collective }) => collective || endsLike(strong, name)))

/** Whether most of a list reads like units, which is enough where a role word stands behind it. */
export const readMostlyLikeUnits = (units: readonly Unit[]): boolean =>
  units.length > 0 && units.filter(readsLike).length * 2 >= units.length

const open = '（(〔[［【'
const close = '）)〕]］】'

/** Splits [from, to) at the separators that stand outside brackets. Yields [from, to, separator before it]. */
function* split(text: string, from: number, to: number, separators: string): Generator<[number, number, string]> {
  let depth = 0
  let start = from
  let before = ''
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x4e00 && code <= 0x9fff) continue
    const char = text.charAt(i)
    if (open.includes(char)) depth++
    else if (close.includes(char)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && separators.includes(char)) {
      yield [start, i, before]
      before = char
      start = i + 1
    }
  }
  yield [start, to, before]
}

// 省发展改革委、工业和信息化厅: the prefix holds inside a 、 group and is said again after ，.
const prefix =
  /^(?:自治区|委|厅|省|市|县|区|州|盟|旗)(?=[^、，]{2,})(?!属|机关|直|级|区|场|政府$|委$|委员会$|纪委|人大|政协|州|县)/
const elides =
  /^(?!人行|民航|国网|南网|.*(?:银保监|证监|(?<!地方)金融监管|海关|海事|铁路|供电|电力|邮政|烟草|气象|地震)|自治区|省|市(?!场)|县|区|州|盟|旗|委|局|各|国|中(?!级)|全|人民(?!法院|检察院)|相关|有关|其他|(?!城市).{1,4}[市县区州省](?!场)).{2,}(?:局|厅|委|办|处|室|科|部|队|办公室|中心|委员会|院)$/

/** Behind a whole name, words that begin another: 市城管局及其他监管部门. */
const joined =
  /(?<=[局委厅办部院署行会队司处门位等])(?:以及|及|和|与)(?=其他|其它|各|相关|有关|省|市[^场]|县|区|国家|自治)/
/** 等 behind a whole name, with what sums the others up: 等有关单位. */
const andOthers = /(?<=[局委厅办部院署行会队处室府司心])等(?!级|待).*$/
/** 各市、州、县人民政府 is one name: these are its pieces. */
const levels = /^各(?:设区)?(?:省辖)?(?:[市州县区旗盟乡镇]|街道|地区){1,2}$/
const level = /^(?:[市州县区旗盟乡镇]级?|街道|地区|自治[州县区])(?:（[^）]*）)?(?:(?:人民)?政府|党委|党工委|管委会)?$/

/** The pieces of a list, with those of a name that holds separators itself put together again. */
function pieces(text: string, from: number, to: number): readonly (readonly [number, number, string])[] {
  const found: [number, number, string][] = []
  for (const [start, end, separator] of split(text, from, to, '、，,；;/／\u0020\u3000')) {
    const last = found.at(-1)
    const own = text.slice(start, end)
    if (
      last &&
      separator === '、' &&
      level.test(own) &&
      levels.test(text.slice(last[0], last[1]).split('、')[0] ?? '')
    ) {
      last[1] = end
      continue
    }
    const cut = joined.exec(own)
    if (cut) {
      found.push([start, start + cut.index, separator])
      found.push([start + cut.index + cut[0].length, end, '，'])
    } else found.push([start, end, separator])
  }
  return found
}

/** 市教育局（牵头）: the role of one of a list. */
const roleMark = /[（(](?:牵头|配合|负责|主办|协办)[）)]$/
/** What stands where a unit is still to be named. */
const nobody = new Set(['待定', '待明确', '暂无', '无', '—', '-', '/'])
const partyOrgan = /^(?:省|市|县|区|州|自治区党)委(?=.{2,4}部)/

/** The units of a list 甲、乙，丙等. */
export function readUnits(text: string, from: number, to: number): readonly Unit[] {
  const units: Unit[] = []
  let shared = ''
  let committee = ''
  for (const [start, end, separator] of pieces(text, from, to)) {
    const raw = text.slice(start, end)
    const lead = raw.length - raw.trimStart().length
    const written = raw
      .trim()
      .replace(/(?:等(?:部门|单位|有关部门|相关部门)?)$/, '')
      .replace(andOthers, '')
      .replace(/[。．.]$/, '')
      .replace(/^[0-9]{1,2}[.．、]/, '')
      .replace(roleMark, '')
      .replace(/^(?:由|和|及|以及|会同)/, (m) => (m === '和' ? m : ''))
    if (written === '' || nobody.has(written)) continue
    const at = start + lead + raw.trim().indexOf(written)
    if (separator !== '、') shared = ''
    const isCollective = collective.test(written)
    const own = prefix.exec(written)
    const party = partyOrgan.exec(written)
    if (own) shared = own[0]
    const elided = !own && shared !== '' && !isCollective && elides.test(written)
    // 市委组织部、宣传部 are both of the party committee, 市委办公室、教育局 are not.
    const whole = elided ? (committee && /^.{2,3}部$/.test(written) ? committee : shared) : ''
    committee = party ? party[0] : separator === '、' ? committee : ''
    units.push({ name: whole + written, written, collective: isCollective, from: at, to: at + written.length })
  }
  return units
}

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
