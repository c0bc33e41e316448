import fc from 'fast-check'
import { writeHan } from '../server/src/plan/numerals.ts'

/** Plans that are numbered rightly, of every style, and what a drafter's cutting and pasting makes of them. */

/** How a level is written, whether it starts again below the next heading, and how it is referred to. */
type Level = {
  readonly write: (n: number) => string
  readonly refer: (n: number) => string
  readonly restarts: boolean
}
export type Scheme = readonly Level[]

/** An item: its title, its text, what it refers to and what is below it. Its identity is what a reference holds. */
export type Node = {
  readonly title: string
  readonly body: string
  readonly to?: number
  readonly items: readonly Node[]
}

const han = (before: string, after: string, unit: string, brackets = false) => ({
  write: (n: number) => before + writeHan(n) + after,
  refer: (n: number) => (brackets ? `第（${writeHan(n)}）${unit}` : `第${writeHan(n)}${unit}`),
})
const digit = (before: string, after: string, unit: string, brackets = false) => ({
  write: (n: number) => before + n + after,
  refer: (n: number) => (brackets ? `第（${n}）${unit}` : `第${n}${unit}`),
})
const styles = {
  part: han('第', '部分　', '部分'),
  chapter: han('第', '章　', '章'),
  article: han('第', '条　', '条'),
  han: han('', '、', '部分'),
  hanParen: han('（', '）', '项', true),
  hanHalf: han('(', ')', '项', true),
  dot: digit('', '.', '项'),
  wideDot: digit('', '．', '项'),
  comma: digit('', '、', '项'),
  paren: digit('（', '）', '项', true),
  parenHalf: digit('(', ')', '项', true),
  halfParen: digit('', '）', '项'),
  glyph: { write: (n: number) => String.fromCodePoint(0x245f + n), refer: (n: number) => `第${n}项` },
} as const

const chains: readonly (readonly (keyof typeof styles)[])[] = [
  ['han', 'hanParen', 'dot', 'paren'],
  ['han', 'hanParen', 'dot'],
  ['han', 'hanHalf', 'comma', 'parenHalf'],
  ['han', 'dot'],
  ['han', 'wideDot', 'paren'],
  ['hanParen', 'dot'],
  ['part', 'han', 'hanParen'],
  ['chapter', 'article', 'hanParen'],
  ['han', 'hanParen', 'glyph'],
  ['dot', 'paren'],
  ['comma', 'halfParen'],
]

/** Every chain of styles with every mixture of restarting and running on. Articles run on through the chapters. */
export const schemes: fc.Arbitrary<Scheme> = fc
  .tuple(fc.constantFrom(...chains), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }))
  .map(([chain, restarts]) =>
    chain.map((name, depth) => ({
      ...styles[name],
      // Two levels that both run on cannot be told from one that does where a section holds one item.
      restarts: depth === 0 || (name !== 'article' && (name === 'glyph' || (restarts[depth] as boolean))),
    })),
  )

const titles = ['加强统筹', '优化服务', '健全制度', '强化监督', '夯实基础', '提升能力', '扩大开放', '改善民生']
const bodies = ['', '', '按月调度，按季通报。', '各单位要明确专人负责，确保落到实处。']

/** Trees of a scheme: four sections at least, so that the habit of a level can be seen through one mistake. */
export const trees = (scheme: Scheme): fc.Arbitrary<readonly Node[]> => {
  const leaf = fc.record({
    title: fc.constantFrom(...titles),
    body: fc.constantFrom(...bodies),
    to: fc.option(fc.nat(200), { nil: undefined }),
  })
  const level = (depth: number): fc.Arbitrary<readonly Node[]> => {
    const [minLength, maxLength] = depth === 0 ? [4, 6] : [2, 4]
    const items = depth + 1 < scheme.length ? level(depth + 1) : fc.constant([])
    const node = fc.tuple(leaf, items).map(
      ([own, below]): Node => ({
        title: own.title,
        body: own.body,
        ...(own.to !== undefined && { to: own.to }),
        items: below,
      }),
    )
    return fc.array(node, { minLength, maxLength })
  }
  return level(0)
}

type Placed = { readonly node: Node; readonly depth: number; readonly numbers: readonly number[] }

/** Every node with its numbers from the top down. */
function placed(scheme: Scheme, tree: readonly Node[]): readonly Placed[] {
  const counts = scheme.map(() => 0)
  const found: Placed[] = []
  const visit = (nodes: readonly Node[], depth: number, above: readonly number[]) => {
    if (scheme[depth]?.restarts) counts[depth] = 0
    for (const node of nodes) {
      counts[depth] = (counts[depth] as number) + 1
      const numbers = [...above, counts[depth] as number]
      found.push({ node, depth, numbers })
      visit(node.items, depth + 1, numbers)
    }
  }
  visit(tree, 0, [])
  return found
}

/** 第三部分第（二）项: from the outermost level down, for that names every place. */
const reference = (scheme: Scheme, { numbers }: Placed): string =>
  numbers.map((n, depth) => (scheme[depth] as Level).refer(n)).join('')

type Lines = { readonly head: string; readonly body: string }

/** The lines of each node; what each refers to is of `targets`, by its place in them. */
function lines(scheme: Scheme, at: Placed, targets: readonly Placed[], label: string): Lines {
  const target = at.node.to === undefined ? undefined : targets[at.node.to % targets.length]
  const words = target ? `${at.node.body || '统筹推进。'}具体按照${reference(scheme, target)}执行。` : at.node.body
  return { head: label + at.node.title, body: words }
}

const text = (all: readonly Lines[]): string =>
  ['某市2024年工作要点', '', ...all.flatMap(({ head, body }) => (body ? [head, body] : [head])), ''].join('\n')

export function plan(scheme: Scheme, tree: readonly Node[]): string {
  const all = placed(scheme, tree)
  return text(all.map((at) => lines(scheme, at, all, write(scheme, at))))
}

const write = (scheme: Scheme, { depth, numbers }: Placed): string =>
  (scheme[depth] as Level).write(numbers.at(-1) as number)

/** What stands after a careless edit, and what would stand if the plan had been written so. */
export type Change = { readonly kind: string; readonly text: string; readonly right: string }

/** Deletes, inserts, moves or copies an item with all below it, the numbers left as they are. */
export const broken = (scheme: Scheme, tree: readonly Node[]): fc.Arbitrary<Change> => {
  const all = placed(scheme, tree)
  return fc
    .record({
      kind: fc.constantFrom('delete', 'insert', 'move', 'copy'),
      which: fc.nat(all.length - 1),
      where: fc.nat(20),
    })
    .map(({ kind, which, where }) => changed(scheme, tree, all, kind, all[which] as Placed, where))
}

function changed(
  scheme: Scheme,
  tree: readonly Node[],
  all: readonly Placed[],
  kind: string,
  { node }: Placed,
  where: number,
): Change {
  // A node may come twice in the new tree: what a copy is of, it shows by its own identity.
  const copyOf = new Map<Node, Node>()
  const copy = (of: Node): Node => {
    const made = { ...of, items: of.items.map(copy) }
    copyOf.set(made, of)
    return made
  }
  const fresh: Node = { title: '新增事项', body: '', items: [] }
  const edit = (nodes: readonly Node[]): readonly Node[] => {
    const i = nodes.indexOf(node)
    if (i < 0)
      return nodes.map((each) => ({ ...each, items: edit(each.items) })).map((each, k) => keep(nodes[k] as Node, each))
    const rest = nodes.filter((each) => each !== node)
    const to = where % (rest.length + 1)
    switch (kind) {
      case 'delete':
        return rest
      case 'insert':
        return [...nodes.slice(0, i + 1), fresh, ...nodes.slice(i + 1)]
      case 'move':
        return [...rest.slice(0, to), node, ...rest.slice(to)]
      default:
        return [...nodes.slice(0, i + 1), copy(node), ...nodes.slice(i + 1)]
    }
  }
  const keep = (old: Node, made: Node): Node => {
    copyOf.set(made, old)
    return made
  }
  const origin = (of: Node): Node => {
    const before = copyOf.get(of)
    return before ? origin(before) : of
  }
  const after = placed(scheme, edit(tree))
  const before = new Map(all.map((at) => [at.node, at]))
  const now = new Map([...after].reverse().map((at) => [origin(at.node), at]))
  // References to what was deleted point nowhere: such nodes say nothing in either text.
  const targets = all.map((at) => now.get(at.node))
  const gone = (at: Placed) => at.node.to !== undefined && targets[at.node.to % all.length] === undefined
  const silent = (at: Placed): Placed => {
    if (!gone(at)) return at
    const { to: _, ...quiet } = at.node
    return { ...at, node: quiet }
  }
  const label = (at: Placed): string =>
    write(scheme, before.get(origin(at.node)) ?? { ...at, numbers: (before.get(node) as Placed).numbers })
  return {
    kind,
    text: text(after.map((at) => lines(scheme, silent(at), all, label(at)))),
    right: text(after.map((at) => lines(scheme, silent(at), targets as Placed[], write(scheme, at)))),
  }
}
