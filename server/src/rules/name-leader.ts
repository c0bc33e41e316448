import { type Found, replace, rule } from '../lint/rule.ts'
import type { Line } from '../plan/line.ts'
import { type Listed, leadersOf, mayBe, type Named, type Placed, postsIn } from './leaders.ts'

/** A post that somebody had. */
const former = /原|时任|前任|曾任/
/** Between two names of one list, posts apart, there is a mark or a conjunction, and nothing that somebody does. */
const joint = /^(?:同志)?(?:[、，,；;\s　]+(?:(?:和|及|与|以及)[\s　]*)?|(?:和|及|与|以及)[\s　]*)$/
const verb = /[由请经是为任对向在陪]/
const widest = 30

export const nameLeader = rule({
  id: 'name/leader',
  scope: 'line',
  severity: 'warning',
  stage: 'review',
  title: { zh: '领导姓名、职务、次序', en: 'Leaders’ names, posts and order' },
  message: { zh: '名单中{0}的职务是“{1}”，此处写作“{2}”', en: 'In the list {0} is “{1}”, here “{2}”' },
  why: {
    zh: '领导姓名、职务写错、次序排错是大事。只按 `yaodian.json` 的 `leaders` 核对，没有名单不检查；议事机构里的组长、成员等角色不比。',
    en: 'A leader’s name, post or place may not be wrong. Only the list under `leaders` is gone by; without one nothing is said.',
  },
  source: '本单位的领导名单',
  rank: 'house',
  given:
    '{ "leaders": [{ "name": "张三", "post": "市委书记" }, { "name": "李四", "post": "市委副书记、市长" }, { "name": "王五六", "post": "市委常委、常务副市长" }, { "name": "赵七", "post": "副市长" }] }',
  good: [
    '一、组长由市委书记张三、市长李四担任，副市长赵七负责。',
    '一、甲市市委副书记、市长李四同志，王五六副市长',
    '一、原市长张三，组长李四、成员赵七，李市长',
    '一、张三、李四、王五六、赵七',
    '一、李四主持，张三出席。',
    '一、副市长赵六一到会。',
  ],
  bad: [
    '一、由«市长张三»负责。\n! 名单中张三的职务是“市委书记”，此处写作“市长”\n= 一、由市长李四负责。',
    '一、由«李泗市长»负责，«常务副市长王五陆»协助。\n! 名单中“市长”是“李四”，此处写作“李泗”\n! 名单中“副市长”是“王五六”，此处写作“王五陆”\n= 一、由李四市长负责，常务副市长王五六协助。',
    '一、参加：李四、«张三»、赵七。\n! 名单中“张三”排在“李四”之前',
  ],
  wants: ({ leaders }) => leaders.length > 0,
  *check(line, { leaders }) {
    const { all, namesIn } = leadersOf(leaders)
    const names = namesIn(line.text)
    const posts = [...postsIn(line.text)]
    const text: Text = {
      line,
      names,
      posts,
      ending: new Map(posts.map((post) => [post.to, post])),
      beginning: new Map(posts.map((post) => [post.from, { ...post, of: '' }])),
    }
    yield* wrongPosts(text, all)
    yield* wrongNames(text, all)
    yield* wrongOrder(text)
  },
})

/** A line with the names of the list and the posts that it has, and where each post ends and begins. */
type Text = {
  readonly line: Line
  readonly names: readonly Named[]
  readonly posts: readonly Placed[]
  readonly ending: ReadonlyMap<number, Placed>
  readonly beginning: ReadonlyMap<number, Placed>
}

/** A name of the list with a post right before or behind it that is not his. */
function* wrongPosts({ line, names, ending, beginning }: Text, all: readonly Listed[]): Generator<Found> {
  for (const { entry, from, to } of names) {
    const { leader } = entry
    const post = ending.get(from) ?? beginning.get(to)
    if (!post || leader.posts.length === 0 || former.test(post.of)) continue
    if (leader.posts.some((own) => mayBe(own, post))) continue
    const holders = holdersOf(post, all)
    const [holder] = holders
    yield {
      line,
      from: Math.min(from, post.from),
      to: Math.max(to, post.to),
      args: [leader.name, leader.post, said(line, post)],
      // Somebody may have more posts than the list says; another's he has not.
      ...(!holder && { severity: 'information' }),
      ...(holder && holders.length === 1 && { fixes: [replace({ line, from, to }, holder.name, false)] }),
    }
  }
}

/** A post with the unit that it is of. */
const said = ({ text }: Line, { of, from, to }: Placed): string => of.slice(of.search(ownWords)) + text.slice(from, to)

const ownWords = /(?<![^由请经是为任对向在陪与和及])[^由请经是为任对向在陪与和及]*$/

const holdersOf = (post: Placed, all: readonly Listed[]): readonly Listed[] =>
  all.filter((leader) => leader.posts.some((own) => mayBe(own, post)))

/** Beside a post of the list a name that is its holder's but for one character. */
function* wrongNames({ line, names, posts }: Text, all: readonly Listed[]): Generator<Found> {
  const begin = new Set(names.map(({ from }) => from))
  const end = new Set(names.map(({ to }) => to))
  for (const post of posts) {
    if (former.test(post.of)) continue
    const slip =
      (!begin.has(post.to) && slipAt(line.text, post.to, holdersOf(post, all), 'behind')) ||
      // What stands before 市长 is a name, or what the post is of.
      (!end.has(post.from) && slipAt(line.text, post.from, holdersOf({ ...post, of: '' }, all), 'before'))
    if (!slip) continue
    const { leader, from, to } = slip
    yield {
      line,
      from: Math.min(from, post.from),
      to: Math.max(to, post.to),
      message: { zh: '名单中“{0}”是“{1}”，此处写作“{2}”', en: 'In the list “{0}” is {1}, here {2}' },
      args: [(post.deputy ? '副' : '') + post.base, leader.name, line.text.slice(from, to)],
      fixes: [replace({ line, from, to }, leader.name, false)],
    }
  }
}

/** What may follow a name of two characters: anything else may be its third. */
const ends = /^(?:[同在为任和与及主担负出率带作对到会就说指牵兼等分陪协强讲宣]|\P{Script=Han})?$/u

function slipAt(text: string, at: number, leaders: readonly Listed[], side: 'before' | 'behind') {
  for (const leader of leaders) {
    const from = side === 'behind' ? at : at - leader.name.length
    const to = from + leader.name.length
    if (from < 0 || !differsOnce(text.slice(from, to), leader.name)) continue
    if (side === 'before' || to - from > 2 || ends.test(text.slice(to, to + 1))) return { leader, from, to }
  }
  return undefined
}

/** Whether words of the same length differ in one character, a Chinese one. */
function differsOnce(words: string, name: string): boolean {
  if (words.length !== name.length || !/^\p{Script=Han}+$/u.test(words)) return false
  let differing = 0
  for (let i = 0; i < name.length; i++) if (words[i] !== name[i]) differing++
  return differing === 1
}

/** Of two names of one list the second, where the house puts it first. */
function* wrongOrder({ line, names, ending, beginning }: Text): Generator<Found> {
  for (let i = 1; i < names.length; i++) {
    const [before, after] = [names[i - 1], names[i]] as [Named, Named]
    if (after.entry.leader.rank >= before.entry.leader.rank || after.from - before.to > widest) continue
    const start = beginning.get(before.to)?.to ?? before.to
    const last = ending.get(after.from)
    const stop = last && !verb.test(last.of) ? last.from - last.of.length : after.from
    if (!joint.test(line.text.slice(start, Math.max(start, stop)))) continue
    yield {
      line,
      from: after.from,
      to: after.to,
      severity: 'information',
      message: { zh: '名单中“{0}”排在“{1}”之前', en: 'The list has {0} before {1}' },
      args: [after.entry.leader.name, before.entry.leader.name],
    }
  }
}
