// From a typed character to what an editor shows, over the protocol, in a real process, beside an empty server's round
// trip and beside other servers on the same text. The servers take turns.
import { typist } from './servers.mjs'
import { sizes, text } from './text.mjs'
import { quantile, quantiles } from './times.mjs'

const symbols = ['textDocument/documentSymbol', {}]
const folding = ['textDocument/foldingRange', {}]
const tokens = ['textDocument/semanticTokens/full', {}]

const questions = {
  问题: undefined,
  大纲: [symbols],
  折叠: [folding],
  大纲和折叠: [symbols, folding],
  语义着色: [tokens],
}

/** Who is asked what, and which of them answers it. */
const asked = [
  { who: 'yaodian', name: '要点', answers: Object.keys(questions) },
  { who: 'empty', name: '空服务器', answers: Object.keys(questions) },
  { who: 'markdown', name: 'VS Code 的 Markdown 服务器', answers: ['问题', '大纲', '折叠', '大纲和折叠'] },
  { who: 'autocorrect', name: 'autocorrect 作服务器', answers: ['问题'], upTo: 10 },
]

/** How many keys for each question, by the size of the text. */
const keys = { 1: { 问题: 1000, others: 200 }, 10: { 问题: 400, others: 60 }, 100: { 问题: 200, others: 15 } }
const slow = { 1: 1, 10: 0.3, 100: 0.1 }

const goals = { 1: [1, 5], 10: [3, 10], 100: [15, 40] }

/** Rounds in which each server answers some keys; the first fifth of the rounds only makes it warm. */
async function measure(typists, question, count, slower) {
  const times = typists.map(() => [])
  const rounds = 10
  for (let round = -2; round < rounds; round++) {
    for (const [k, { edit, ask, pulls, name }] of typists.entries()) {
      const isPeer = pulls || name.startsWith('autocorrect')
      const turns = Math.max(1, Math.ceil((count * (isPeer ? slower : 1)) / rounds))
      for (let i = 0; i < turns; i++) {
        const time = await (questions[question] ? ask(questions[question]) : edit())
        if (round >= 0) times[k].push(time)
      }
    }
  }
  return times
}

export default {
  name: 'edits',
  title: '改一个字',
  async run() {
    const found = {}
    for (const { times, name } of sizes) {
      const whole = text.repeat(times)
      const typists = []
      for (const each of asked)
        if (times <= (each.upTo ?? 100)) typists.push({ ...each, ...(await typist(each.who, whole)) })
      found[name] = {}
      for (const question of Object.keys(questions)) {
        const own = typists.filter(({ answers }) => answers.includes(question))
        const measured = await measure(own, question, keys[times][question] ?? keys[times].others, slow[times])
        found[name][question] = Object.fromEntries(own.map(({ who }, i) => [who, measured[i]]))
      }
      for (const { stop } of typists) await stop()
    }
    const cell = (times) => (times ? quantiles(times) : '—')
    const goal = (name, question, [q1, most1], [q2, most2]) => {
      const times = found[name][question]
      const [a, b] = [quantile(times.yaodian, q1), quantile(times.yaodian, q2)]
      return {
        what: `改一个字 → ${question}，${name}，p${q1 * 100}、p${q2 * 100}`,
        goal: `≤ ${most1} 毫秒、≤ ${most2} 毫秒`,
        is: `${a.toFixed(1)}、${b.toFixed(1)}`,
        holds: a <= most1 && b <= most2,
        value: a,
        beside: asked
          .slice(1)
          .filter(({ who }) => times[who])
          .map((each) => ({ name: each.name, value: quantile(times[each.who], q1) })),
      }
    }
    return {
      tables: sizes.map(({ name }) => ({
        head: [`${name}，p50 / p95 / p99 毫秒`, ...asked.map((each) => each.name)],
        rows: Object.keys(questions).map((question) => [
          question,
          ...asked.map(({ who }) => cell(found[name][question][who])),
        ]),
      })),
      goals: [
        ...sizes.map(({ times, name }) => goal(name, '问题', [0.5, goals[times][0]], [0.99, goals[times][1]])),
        goal('76 KB', '大纲和折叠', [0.5, 2], [0.95, 4]),
      ],
    }
  },
}
