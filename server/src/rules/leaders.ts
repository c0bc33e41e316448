import posts from '../../lexicon/posts.tsv'
import { rows } from '../lexicon/entries.ts'
import { type Match, matcher } from '../lexicon/match.ts'
import type { Leader } from '../lint/house-list.ts'

/** A post as it is written: 市委副书记 is 书记, of the 市委, its deputy. */
export type Post = { readonly of: string; readonly deputy: boolean; readonly base: string }

/** One of the list, with the posts and the place that he has in it. */
export type Listed = {
  readonly name: string
  readonly post: string
  readonly posts: readonly Post[]
  readonly rank: number
}

/** Where a name of the list stands. */
export type Named = Match<{ readonly wrong: string; readonly conditions: readonly never[]; readonly leader: Listed }>

/** A post in a text. UTF-16 columns of 副市长; what it is of stands before. */
export type Placed = Post & { readonly from: number; readonly to: number }

export type Leaders = {
  readonly all: readonly Listed[]
  readonly namesIn: (text: string) => readonly Named[]
}

const bases = rows(posts).map(([base = '']) => base)
const base = bases.sort((a, b) => b.length - a.length).join('|')
const shape = new RegExp(`(?:常务)?(副)?(${base})(?!医|员|助理|热线|信箱|令|处|团|室|办|会|级|岗|制|职)`, 'g')
/** So much before a post says what it is of. */
const reach = 12

/** The posts in a text, from left to right. */
export function* postsIn(text: string): Generator<Placed> {
  for (const { index: from, 0: words, 1: deputy, 2: own = '' } of text.matchAll(shape)) {
    const of = /(?<!\p{Script=Han})\p{Script=Han}*$/u.exec(text.slice(Math.max(0, from - reach), from))?.[0] ?? ''
    yield { of, deputy: deputy !== undefined, base: own, from, to: from + words.length }
  }
}

/** Whether two posts may be the same: what each is of need not be said, and 中共甲市委 is 市委. */
export function mayBe(a: Post, b: Post): boolean {
  if (a.base !== b.base || a.deputy !== b.deputy) return false
  const [one, other] = [unitOf(a), unitOf(b)]
  return one === '' || other === '' || one === other
}

/** By what the units of these posts are told apart: 市委 and 县委, 组织部 and 宣传部; others by what kind they are. */
const apart = ['书记', '部长']
const units = /[委府组部局厅办院会协大团]$/

/** The end of the unit that a post is of; a place, or what stands before by chance, is none. */
const unitOf = ({ of, base: own }: Post): string => (units.test(of) ? of.slice(apart.includes(own) ? -2 : -1) : '')

const known = new WeakMap<readonly Leader[], Leaders>()

/** What is looked up of a list; a configuration keeps its list as long as it holds. */
export function leadersOf(list: readonly Leader[]): Leaders {
  const there = known.get(list)
  if (there) return there
  const byName = new Map<string, Listed>()
  for (const [rank, { name, posts: held }] of list.entries()) {
    const before = byName.get(name)
    const own = [...(before?.posts ?? []), ...held.flatMap((post) => [...postsIn(post)])]
    byName.set(name, { name, post: before?.post || held.join('、'), posts: own, rank: before?.rank ?? rank })
  }
  const all = [...byName.values()]
  const namesIn = matcher(
    all.flatMap((leader) => written(leader.name).map((wrong) => ({ wrong, conditions: [] as const, leader }))),
  )
  const made = { all, namesIn }
  known.set(list, made)
  return made
}

/** In lists a name of two characters is spread over three: 李　四. */
const written = (name: string): readonly string[] =>
  name.length === 2 ? [name, ...['　', ' ', '  '].map((blank) => name.charAt(0) + blank + name.charAt(1))] : [name]
