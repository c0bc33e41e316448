// The work of the scenarios as it was recorded, and how it is compared. A count says nothing of time: it says what is
// done again at each key, and is the same on every machine.
import { readFileSync, writeFileSync } from 'node:fs'

/** What is done, what is counted of it, and how much of that there is. */
export type Count = readonly [scenario: string, counter: string, count: number]

const path = 'test/data/work.tsv'

/** How much more a count may come to: a new rule, another message. Small counts are exact. */
const margin = 0.05

const head = `# The work of each scenario of scripts/bench/work, written by \`npm run bench -- --record\`; \`npm run bench -- --check\` compares.\n`

export const record = (counts: readonly Count[]): void =>
  writeFileSync(path, `${head}${counts.map((count) => count.join('\t')).join('\n')}\n`)

export const recorded = (): readonly Count[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [scenario = '', counter = '', count = ''] = line.split('\t')
      return [scenario, counter, Number(count)]
    })

/** What is more than it was, and what is no longer counted or never was: nothing goes unnoticed by changing its name. */
export function regressions(before: readonly Count[], now: readonly Count[]): readonly string[] {
  const key = ([scenario, counter]: Count) => `${scenario}：${counter}`
  const was = new Map(before.map((count) => [key(count), count[2]]))
  const more = now.flatMap((count) => {
    const then = was.get(key(count))
    was.delete(key(count))
    if (then === undefined) return [`${key(count)} ${count[2]}, never recorded`]
    return count[2] > Math.floor(then * (1 + margin)) ? [`${key(count)} ${then} → ${count[2]}`] : []
  })
  return [...more, ...[...was.keys()].map((gone) => `${gone} is no longer counted`)]
}
