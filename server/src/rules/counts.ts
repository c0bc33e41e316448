import words from '../../lexicon/claims.tsv'
import { rows } from '../lexicon/entries.ts'
import type { Claim } from '../plan/claim.ts'
import { heading } from '../plan/heading.ts'
import type { Item, Part } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import { named, numbered, type Place } from '../plan/listed.ts'
import { runIns } from '../plan/run-in.ts'
import { type Head, scopes } from '../plan/runs.ts'
import { skeleton } from '../plan/skeleton.ts'
import { claims } from './claims.ts'

/** A claim and what there is of what it counts. */
export type Count = {
  readonly claim: Claim
  /** Where what it counts stands. */
  readonly where: 'before' | 'behind' | 'below'
  /** How many they are at least and at most: 和 may join two members or stand inside one, 等 stands for any number. */
  readonly least: number
  readonly most: number
  readonly places: readonly Place[]
  /** It is not plain that all of these are counted, or that only these are. */
  readonly doubtful?: true
}

const lists = new Map(rows(words).map(([kind = '', list = '']) => [kind, list.split('|')]))
const list = (kind: string): readonly string[] => lists.get(kind) ?? []
const [levels, verbs, adverbs] = [list('level'), list('verb'), list('adverb')]
const [loose, cues] = [list('loose'), list('cue')]
/** Words whose number counts nothing here, and where in them it stands. */
const fixed = list('fixed').map((word) => ({ word, at: word.search(/[二两三四五六七八九十]/) }))

const isFixed = ({ line: { text }, from }: Claim): boolean =>
  fixed.some(({ word, at }) => text.charCodeAt(from) === word.charCodeAt(at) && text.startsWith(word, from - at))

/** The claims of a part that can be held against what is there. */
export function counts(part: Part): readonly Count[] {
  const announced = [...inTitle(part), ...below(part)]
  const known = new Set(announced.map(({ claim }) => claim))
  const found = [...announced]
  for (let row = 0; row < part.lines.length; row++) {
    for (const claim of claims(part.lines[row] as Line)) {
      if (known.has(claim) || isFixed(claim)) continue
      const count = before(claim, part.lines[row - 1]) ?? behind(claim, part.lines, row)
      if (count) found.push(count)
    }
  }
  return found
}

/** What of a line a count depends on: all of it where it claims or enumerates, else what may head, end or number a list. */
export function seesOfCounts(line: Line): string {
  if (claims(line).length > 0 || runIns(line).length > 0) return line.text
  const found = heading(line)
  const words = found ? line.text.slice(found.from, found.to) : ''
  return `${skeleton(line)}\n${words}\n${closing.test(line.text)}`
}

/** A number further off than this counts something else. */
const furthestOff = 3
const isFar = (claim: Claim, number: number): boolean => Math.abs(claim.value - number) > furthestOff

/** The end of a line that the next does not go on with, as where a PDF was cut into lines. */
const ended = /(?:^|[。：；！？”）:;])\s*$/
const bracketed = /[（(][^（）()]*[）)]/g

function before(claim: Claim, above: Line | undefined): Count | undefined {
  const found = named(claim)
  if (!found || (found.members[0]?.from === 0 && !claim.line.ordinal && above && !ended.test(above.text)))
    return undefined
  const places = found.members
  const members = places.map(({ line, from, to }) => line.text.slice(from, to).replace(bracketed, ''))
  if (claim.unit === '级') return levelsBefore(claim, members, places)
  const least = members.length
  const several = found.quoted ? least : least + members.reduce((sum, member) => sum + joinsIn(member), 0)
  const most = found.open ? Math.max(claim.value, several) : several
  if (isFar(claim, claim.value < least ? least : most)) return undefined
  const count = { claim, where: 'before', least, most, places } as const
  if (found.quoted) return count
  if (!isCountable(claim, members) || goesOn(places, members)) return undefined
  const isPlain =
    claim.value < least
      ? beginsPlainly(members) && (claim.value >= fewest || endAlike(members))
      : least > 2 || endAlike(members)
  return isPlain ? count : { ...count, doubtful: true }
}

/** Two may count what the last member alone has: 甲、乙、丙两项工具. */
const fewest = 3

/** 省、市、县三级: the levels right before the number, whatever else is enumerated before them. */
function levelsBefore(claim: Claim, members: readonly string[], places: readonly Place[]): Count | undefined {
  const bare = members.map((member) => member.replace(/级$/, ''))
  let first = bare.length
  while (first > 0 && levels.includes(bare[first - 1] as string)) first--
  // The first of them has the words before it; what is no level by itself may be one by another name.
  const head = bare[first - 1]
  if (head === '' || (head !== undefined && !levels.some((level) => head.endsWith(level)))) return undefined
  if (head !== undefined) first--
  const number = bare.length - first
  return number < 2 ? undefined : { claim, where: 'before', least: number, most: number, places: places.slice(first) }
}

const joins = /以及|[和及与或暨]/g
const joinsIn = (member: string): number => member.match(joins)?.length ?? 0

// 公园3个、绿地5处 are amounts, 一轴、两带、三区 a brand.
const amount =
  /[0-9０-９][大个项种类条家件支座级市县区省万亿%％]|[二两双三四五六七八九十](?:[大个项种类条家件支座级市县区省]|方面)|[一二两双三四五六七八九十多][轴带核圈心极廊屏翼环区点]/
const numeral = /^[一二三四五六七八九十\d]*$/
/** Right behind a number that counts no things named before it. */
const noThing = /[，。；、！？,;）)一二三四五六七八九十\d]/
/** Provinces in a row without a mark: 苏浙沪. */
const abbreviated = /[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新]{2}$/
const longest = 24
/** What stands before the first member is no longer. */
const prefix = 10

/** Whether it can be told how many members an enumeration has. */
function isCountable({ line: { text }, from, end, unit }: Claim, members: readonly string[]): boolean {
  const [first = '', ...others] = members
  const last = others.at(-1) ?? ''
  if (unit !== '大' && (end >= text.length || noThing.test(text.charAt(end)) || verbs.includes(first))) return false
  if (numeral.test(first) || first.includes('第') || members.some((member) => amount.test(member))) return false
  if (others.some((member) => member.length > longest || loose.some((word) => member.includes(word)))) return false
  if (others.slice(0, -1).some((member) => joinsIn(member) > 0) || abbreviated.test(last)) return false
  // 新建5个, and 规划、建设、管理三大环节.
  if (verbs.some((verb) => last.endsWith(verb) && (last.length > verb.length || members.length < 3))) return false
  if (text.charCodeAt(from) < 0x80 && members.length < 3) return false
  return first.length <= widest(others) + prefix
}

/** 甲水库，乙水库、丙水库三座水库: the clause before names some of them. */
function goesOn([first]: readonly Place[], members: readonly string[]): boolean {
  if (first?.line.text.charAt(first.from - 1) !== '，') return false
  const end = first.line.text.charAt(first.from - 2)
  return members.some((member) => member.endsWith(end))
}

const widest = (members: readonly string[]): number => members.reduce((most, { length }) => Math.max(most, length), 0)

/** 甲行动、乙行动、丙行动. */
const endAlike = (members: readonly string[]): boolean =>
  members.every((member) => member.length > 1 && member.at(-1) === members[0]?.at(-1))

/** Whether the first member is as short as the others, the verb before it apart: it belongs to them then. */
function beginsPlainly([first = '', ...others]: readonly string[]): boolean {
  const adverb = adverbs.find((word) => first.startsWith(word)) ?? ''
  const verb = verbs.find((word) => first.startsWith(word, adverb.length)) ?? ''
  return (
    others.every((member) => joinsIn(member) === 0) && first.length - adverb.length - verb.length <= widest(others) + 1
  )
}

/** What a number of measures is said with, rather than a number of places or firms. */
const things = ['大', '项', '条', '类', '种', '个', '件', '方面', '部分']
const measures = things.filter((unit) => unit !== '个')
/** Lines that one enumeration takes at most. */
const furthest = 40
/** 三项重点工作。一是…: nothing but what is counted stands between. */
const shortest = 7

function behind(claim: Claim, lines: readonly Line[], row: number): Count | undefined {
  let next = row + 1
  while (next < row + furthest && next < lines.length && !lines[next]?.ordinal) next++
  const places = numbered(claim, lines.slice(row + 1, next))
  const [first] = places
  if (!first || places.length < 2 || isFar(claim, places.length)) return undefined
  const { text } = claim.line
  const between = text.slice(claim.end, first.line === claim.line ? first.from : undefined).trimEnd()
  // Without a colon the enumeration may say how, and not what: 打造11个示范所。一是…
  if (!/[：:]$/.test(between)) {
    if (!measures.includes(claim.unit) || between.length > shortest || verbs.some((verb) => between.includes(verb)))
      return undefined
  }
  return { claim, where: 'behind', least: places.length, most: places.length, places }
}

/** Headings and lead-ins that say how many items stand below them, of an item and all in it. */
function below(item: Item, found: Count[] = []): readonly Count[] {
  const own = item.kind === 'item' ? item.head : undefined
  const lead = item.body.findLast(({ role }) => role !== 'blank') ?? own
  for (const claim of new Set([lead && leadIn(lead), own && titled(own, item)])) {
    if (!claim || isFixed(claim)) continue
    const heads = firstRun(item)
    if (heads.length < 2 || isFar(claim, heads.length)) continue
    // （共6项） may count what stands below the items.
    const further = item.items.reduce((sum, child) => sum + child.items.length, 0)
    if (further !== claim.value || heads.length === claim.value) found.push(ofHeads(claim, heads))
  }
  for (const child of item.items) if (child.kind === 'item' && child.items.length > 0) below(child, found)
  return found
}

function ofHeads(claim: Claim, heads: readonly Head[]): Count {
  const places = heads.map((line) => ({ line, from: line.ordinal.from, to: line.ordinal.to }))
  // The last article says from when the others hold, and is none of them.
  const least = heads.length - (closing.test(heads.at(-1)?.text ?? '') ? 1 : 0)
  return { claim, where: 'below', least, most: heads.length, places }
}

const closing = /(?:施行|执行|实施|生效|有效期|解释|附则)[^，；]{0,20}$/

/** The heads of a list that begins with one and counts on; none where it does not, or where two lists are mixed. */
function firstRun({ items }: Item): readonly Head[] {
  const heads = items.flatMap(({ kind, head }) => (kind === 'item' && head ? [head as Head] : []))
  const again = heads.findIndex(({ ordinal }, i) => i > 0 && ordinal.value === 1)
  const run = again < 0 ? heads : heads.slice(0, again)
  const family = run[0]?.ordinal.family
  return run.every(({ ordinal }, i) => ordinal.family === family && ordinal.value === i + 1) ? run : []
}

/** What stands behind the claim of a lead-in is no longer; without 以下 nothing but the thing that it counts. */
const tailLimit = 30
const thingLimit = 7
const cueReach = 12

/** The claim of a line that announces what it counts: …抓好以下5项任务：. */
function leadIn(line: Line): Claim | undefined {
  const claim = claims(line).at(-1)
  if (!claim || !things.includes(claim.unit)) return undefined
  const tail = line.text.slice(claim.end).trimEnd()
  if (tail.length > tailLimit || /[，。；：:]./.test(tail) || !/[：:。]$/.test(tail)) return undefined
  const around = line.text.slice(Math.max(0, claim.from - cueReach), claim.from) + tail
  const announced = cues.some((cue) => around.includes(cue)) || (!tail.endsWith('。') && tail.length <= thingLimit)
  return announced ? claim : undefined
}

/** （11项） at a heading's end. */
const remark = /^(?:.（|（共)[二两三四五六七八九十\d]{1,3}[项条个](?:任务|措施|举措)?(?:[，,][^（）]{0,8})?）$/

/** The claim of a heading that says it in brackets, or whose items are all called what it counts: 六大行动. */
function titled(line: Line, item: Item): Claim | undefined {
  const all = claims(line)
  const own = all.length > 0 ? heading(line) : undefined
  const claim = own && all.find(({ from, to }) => from >= own.from && to <= own.to)
  if (!claim) return undefined
  if (remark.test(line.text.slice(claim.from - 2, own.to))) return claim
  const noun = line.text
    .slice(claim.end, own.to)
    .replace(/(?<![”：:\s])[”：:\s]+$/, '')
    .slice(-2)
  const shared = (head: Head) => {
    const part = heading(head)
    return part !== undefined && head.text.slice(part.from, part.to).includes(noun)
  }
  return noun.length === 2 && firstRun(item).every(shared) ? claim : undefined
}

/** 二十条措施, and what may stand behind it. */
const ofTitle =
  /^[^，。；：]{0,4}(?:措施|举措|意见|任务|政策|规定|办法)[》”]?(?:的(?:通知|公告))?(?:[（(][^）)]*[）)])?$/

/** The claim of a title, where one level of the document counts from one to about that number. */
function* inTitle(part: Part): Generator<Count> {
  for (const line of part.title) {
    const claim = claims(line).at(-1)
    if (!claim || !'条项'.includes(claim.unit) || !ofTitle.test(line.text.slice(claim.end).trim())) continue
    const families = [...(scopes(part)[0]?.values() ?? [])].map((runs) => runs.flatMap(({ heads }) => heads))
    if (families.some((heads) => heads.at(-1)?.ordinal.value === claim.value && !countsOn(heads))) continue
    const near = families.filter((heads) => countsOn(heads) && !isFar(claim, heads.length))
    const heads = near.find(({ length }) => length === claim.value) ?? near[0]
    if (heads) yield ofHeads(claim, heads)
  }
}

const countsOn = (heads: readonly Head[]): boolean => heads.every(({ ordinal }, i) => ordinal.value === i + 1)
