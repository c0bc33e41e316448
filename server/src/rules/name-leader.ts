import type { Leader } from '../lint/house-list.ts'
import { type Found, replace, rule } from '../lint/rule.ts'
import type { Line } from '../plan/line.ts'

export const nameLeader = rule({
  id: 'name/leader',
  scope: 'line',
  severity: 'warning',
  title: { zh: '领导姓名、职务和次序', en: 'Names, posts and order of leaders' },
  message: { zh: '名单上“{0}”的职务是“{1}”', en: 'By the list the post of “{0}” is “{1}”' },
  why: {
    zh: '领导姓名、职务、排名出错是最严重的差错之一。只按本单位在 yaodian.json 的 leaders 里自己保存的名单核对，工具不带名单。',
    en: 'Goes by the list that the house keeps (leaders in yaodian.json) and by nothing else: none ships.',
  },
  source: '本单位的名单',
  rank: 'house',
  given: '{ "leaders": [{ "name": "张某三", "post": "书记" }, { "name": "李某四", "post": "市长" }] }',
  good: ['一、由书记张某三、市长李某四负责。', '一、张某三同志主持，李某四市长出席。'],
  bad: [
    '一、由«市长张某三»负责。\n! 名单上“张某三”的职务是“书记”\n= 一、由书记张某三负责。',
    '一、由市长«李某四五»负责。\n! 名单上的市长是“李某四”，这里写“李某四五”\n= 一、由市长李某四负责。',
    '一、«李某四、张某三»出席。\n! 次序与名单不同，应为“张某三、李某四”',
  ],
  *check(line, { leaders }): Generator<Found> {
    if (leaders.length === 0) return
    const found = namesIn(line, leaders)
    const posts = [...new Set(leaders.flatMap((leader) => leader.posts))].sort((a, b) => b.length - a.length)
    for (const { leader, from, to } of found) yield* wrongPost(line, leader, from, to, posts)
    yield* wrongName(line, leaders)
    yield* wrongOrder(line, leaders, found)
  },
})

type Named = { readonly leader: Leader; readonly from: number; readonly to: number }

function namesIn({ text }: Line, leaders: readonly Leader[]): readonly Named[] {
  const found = leaders.flatMap((leader): Named[] => {
    const all: Named[] = []
    for (let at = text.indexOf(leader.name); at >= 0; at = text.indexOf(leader.name, at + 1))
      all.push({ leader, from: at, to: at + leader.name.length })
    return all
  })
  return found.sort((a, b) => a.from - b.from)
}

/** Another's post right before the name or behind it. */
function* wrongPost(line: Line, leader: Leader, from: number, to: number, posts: readonly string[]): Generator<Found> {
  const { text } = line
  const [own = ''] = leader.posts
  if (leader.posts.length === 0) return
  const before = posts.find((post) => text.slice(0, from).endsWith(post))
  const behind = posts.find((post) => text.startsWith(post, to))
  for (const [post, start] of [
    [before, from - (before?.length ?? 0)],
    [behind, to],
  ] as const) {
    // 副市长 ends with 市长: the longer of two posts is the one.
    if (post === undefined || leader.posts.some((each) => each.endsWith(post)) || /[副原]$/.test(text.slice(0, start)))
      continue
    const span = { line, from: start, to: start + post.length }
    const whole = { line, from: Math.min(start, from), to: Math.max(to, start + post.length) }
    yield { ...whole, args: [leader.name, own], fixes: [replace(span, own, false)] }
  }
}

/** A name that is nearly that of who has the post before it. */
function* wrongName(line: Line, leaders: readonly Leader[]): Generator<Found> {
  for (const { name, posts } of leaders) {
    for (const post of posts) {
      for (let at = line.text.indexOf(post); at >= 0; at = line.text.indexOf(post, at + 1)) {
        const from = at + post.length
        const words = nearName(line.text.slice(from, from + name.length + 1), name)
        if (words === undefined || leaders.some((each) => each.name === words)) continue
        const span = { line, from, to: from + words.length }
        yield {
          ...span,
          args: [post, name, words],
          message: { zh: '名单上的{0}是“{1}”，这里写“{2}”', en: 'By the list the {0} is “{1}”, not “{2}”' },
          fixes: [replace(span, name, false)],
        }
      }
    }
  }
}

/** The words that stand for a name with one character wrong, too many or in another order; undefined where they are it, or nothing like it. */
function nearName(text: string, name: string): string | undefined {
  if (text.startsWith(name)) {
    const next = text.charAt(name.length)
    return repeated.test(next) ? text : undefined
  }
  const same = text.slice(0, name.length)
  if (name.length < 3 || same.length < name.length || !/^[\u4e00-\u9fa5]+$/.test(same)) return undefined
  const differing = [...same].filter((character, i) => character !== name.charAt(i)).length
  const sorted = (word: string) => [...word].sort().join('')
  return differing === 1 || sorted(same) === sorted(name) ? same : undefined
}

/** A number behind a name belongs to it by mistake only. */
const repeated = /[一二三四五六七八九十]/

function* wrongOrder(line: Line, leaders: readonly Leader[], found: readonly Named[]): Generator<Found> {
  for (let i = 0; i + 1 < found.length; i++) {
    const run = [found[i] as Named]
    while (found[i + 1] && line.text.slice((found[i] as Named).to, (found[i + 1] as Named).from) === '、')
      run.push(found[++i] as Named)
    const rank = run.map(({ leader }) => leaders.indexOf(leader))
    const sorted = [...rank].sort((a, b) => a - b)
    if (run.length < 2 || rank.every((each, k) => each === sorted[k])) continue
    yield {
      line,
      from: (run[0] as Named).from,
      to: (run.at(-1) as Named).to,
      severity: 'information',
      args: [sorted.map((each) => (leaders[each] as Leader).name).join('、')],
      message: { zh: '次序与名单不同，应为“{0}”', en: 'The order is not that of the list: “{0}”' },
    }
  }
}
