// Where the time of a full lint goes: by rule, so that a slow one shows, and by what is no rule's. Taken from samples of
// the stack: the outermost function of a rule's file answers for all that it calls.
import { Session } from 'node:inspector/promises'
import { lintWith, withPhrases } from './product.mjs'
import { text } from './text.mjs'

const runs = 60
const shown = 20

const folderOf = (url) => /\/server\/src\/(.*)$/.exec(url)?.[1]

/** Who answers for a stack, outermost first. */
function owner(urls) {
  const own = urls.map(folderOf).filter((path) => path !== undefined)
  // Several rules ask the phrase model, and the first that does would answer for all.
  if (own.some((path) => path.startsWith('lexicon/spelling/'))) return 'lexicon/spelling/'
  const rule = own.find((path) => /^rules\/(?!index|linter)/.test(path))
  return rule?.replace(/^rules\/|\.ts$/g, '') ?? own.at(-1)?.replace(/\/.*/, '/') ?? '（Node.js 自己：回收内存等）'
}

/** The share of each owner in the samples of a profile. */
function shares({ nodes, samples }) {
  const parent = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])))
  const url = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.url]))
  const owners = new Map()
  const ownerOf = (id) => {
    const urls = []
    for (let at = id; at !== undefined; at = parent.get(at)) urls.unshift(url.get(at))
    return owner(urls)
  }
  const counts = new Map()
  for (const sample of samples) {
    if (!owners.has(sample)) owners.set(sample, ownerOf(sample))
    const who = owners.get(sample)
    counts.set(who, (counts.get(who) ?? 0) + 1)
  }
  return [...counts].map(([who, count]) => [who, count / samples.length]).sort((a, b) => b[1] - a[1])
}

export default {
  name: 'rules',
  title: '各条规则占的时间',
  async run() {
    const lint = lintWith(withPhrases)
    for (let i = 0; i < runs / 4; i++) lint(text)
    const session = new Session()
    session.connect()
    await session.post('Profiler.enable')
    await session.post('Profiler.setSamplingInterval', { interval: 200 })
    await session.post('Profiler.start')
    for (let i = 0; i < runs; i++) lint(text)
    const { profile } = await session.post('Profiler.stop')
    session.disconnect()
    const found = shares(profile)
    const rest = found.slice(shown)
    const percent = (share) => `${(share * 100).toFixed(1)}%`
    return {
      tables: [
        {
          head: ['规则（或文件夹）', '占整篇校核的时间'],
          rows: [
            ...found.slice(0, shown).map(([who, share]) => [who, percent(share)]),
            [`其余 ${rest.length} 项`, percent(rest.reduce((sum, [, share]) => sum + share, 0))],
          ],
        },
      ],
    }
  },
}
