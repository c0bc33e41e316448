// Does each scenario in this process and counts its work.
import { madeText } from '../text.mjs'
import { countedCalls } from './calls.mjs'
import { counters, namedCounters } from './counters.mjs'
import { scenarios } from './scenarios.mjs'
import { client } from './session.mjs'

/** The work of each scenario: [scenario, counter, count]. The same each time. */
export async function countWork() {
  // The server works in slices of time; on a clock that stands still they never end, whatever the machine.
  performance.now = () => 0
  const { withPhrases } = await import('../product.mjs')
  const { linterOf } = await import('../../../server/src/rules/linter.ts')
  const { session } = await import('../../../server/src/host/lsp/session.ts')
  const calls = await countedCalls()
  const settings = {
    config: { ...withPhrases, today: '2024-07-01' },
    lists: {},
    accepted: [],
    path: undefined,
    isStageOwn: false,
    files: [],
    problems: [],
  }
  const surroundings = {
    settingsFor: () => ({ ...settings, lint: linterOf(settings.config) }),
    forget: () => false,
    watched: [],
    naming: { pathOf: () => undefined, uriOf: () => undefined },
    storedIn: () => () => [],
    word: {},
  }
  const own = await client(session, surroundings)
  const text = madeText(76_000)
  const rows = []
  const count = async (name, work) => {
    await calls()
    own.sent()
    await work()
    const made = await calls()
    const sent = own.sent()
    for (const [counter, isCounted] of Object.entries(counters))
      rows.push([name, counter, made.reduce((sum, call) => sum + (isCounted(call) ? call.calls : 0), 0)])
    rows.push([name, '发出的字节', sent])
  }
  for (const [name, work] of Object.entries(scenarios)) await count(name, () => work(own, text))
  await own.close()
  await count('打开 304 KB', () => own.open(madeText(304_000)))
  own.dispose()
  const uncounted = namedCounters.filter((counter) => !rows.some(([, name, count]) => name === counter && count > 0))
  if (uncounted.length > 0)
    throw new Error(`${uncounted.join('、')}：what it counts has another name now (counters.mjs)`)
  return rows
}
