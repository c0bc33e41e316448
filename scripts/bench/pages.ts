// What is written of a run of `npm run bench`: docs/bench.md with every table, and in the README what was measured for each of the
// goals. Both are written from docs/bench.json, which the run leaves, so that they cannot differ.
import { readFileSync, writeFileSync } from 'node:fs'

export type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] }

/** A figure that was to be reached, in the same unit as what it stands beside. */
export type Goal = {
  readonly what: string
  readonly goal: string
  /** As it is written. */
  readonly is: string
  readonly holds: boolean
  readonly value: number
  /** Floors and peers, measured in the same run. */
  readonly beside: readonly { readonly name: string; readonly value: number }[]
}

export type Measured = {
  readonly name: string
  readonly title: string
  readonly tables: readonly Table[]
  readonly goals: readonly Goal[]
}

/** `machine`: where and when, what on. */
export type Run = { readonly machine: string; readonly measures: readonly Measured[] }

const results = 'docs/bench.json'

export const save = (run: Run): void => writeFileSync(results, `${JSON.stringify(run, null, 1)}\n`)

export const table = ({ head, rows }: Table): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

const number = (value: number): string => String(Number(value.toPrecision(value < 100 ? 2 : 3)))

const ratios = ({ value, beside }: Goal): string =>
  beside.map((other) => `${other.name}（${number(other.value)}）的 ${number(value / other.value)}`).join('，')

/** For who works on it: what was to be reached. */
const goalTable = (goals: readonly Goal[]): string =>
  table({
    head: ['全部规则', '目标', '测得', '是同一次运行里的几倍'],
    rows: goals.map((goal) => [goal.what, goal.goal, goal.holds ? goal.is : `${goal.is}（未达）`, ratios(goal)]),
  })

/** For who uses it: what was measured. */
const figureTable = (goals: readonly Goal[]): string =>
  table({
    head: ['全部规则', '测得', '是同一次运行里的几倍'],
    rows: goals.map((goal) => [goal.what, goal.is, ratios(goal)]),
  })

/** The pages as they should be. */
export function pages(): ReadonlyMap<string, string> {
  const { machine, measures }: Run = JSON.parse(readFileSync(results, 'utf8'))
  const goals = measures.flatMap((measure) => measure.goals)
  const sections = measures.map(({ title, tables }) => `## ${title}\n\n${tables.map(table).join('\n\n')}`)
  const page = ['# 快慢', `${intro}\n\n${machine}。`, `## 目标\n\n${goalTable(goals)}`, ...sections].join('\n\n')
  const readme = readFileSync('README.md', 'utf8').replace(
    /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/,
    (_, open: string, close: string) => `${open}${figureTable(goals)}\n\n${machine}。\n${close}`,
  )
  return new Map([
    ['docs/bench.md', `${page}\n`],
    ['README.md', readme],
  ])
}

const intro =
  '`npm run bench` 写出的一次运行。每个数旁边是同一次运行里的下限（空服务器、解码、扫一遍文字、`node -e 0`）和同类，轮流量出；毫秒随机器和它当时的负担而变，比值稳得多。服务器都是另外的进程，经标准输入输出；我们的带 VS Code 里相同的 V8 选项，用语统计已经读入。`npm run bench -- edits` 只量一项，名字见 `scripts/bench/measures.mjs`。'

export function write(): void {
  for (const [path, page] of pages()) writeFileSync(path, page)
}

/** Pages that do not say what the last run left. */
export const stale = (): readonly string[] =>
  [...pages()].filter(([path, page]) => readFileSync(path, 'utf8') !== page).map(([path]) => path)
