import assert from 'node:assert/strict'
import { Session } from 'node:inspector'
import { type Config, defaults } from '../server/src/lint/config.ts'
import { type Linter, linter } from '../server/src/lint/lint.ts'
import { analyze } from '../server/src/plan/plan.ts'
import { rules } from '../server/src/rules/index.ts'
import { chance, changed, examples, kept } from './random-text.ts'
import { shipped } from './speller.ts'
import { askAll } from './whole.ts'

/** With FUZZ_MINUTES it goes on so long; FUZZ_SEED begins elsewhere. */
const minutes = Number(process.env['FUZZ_MINUTES'] ?? 0)
const seed = Number(process.env['FUZZ_SEED'] ?? 1)
const rounds = 100
/** What the phrases are asked besides takes its time. */
const roundsWithPhrases = 60

type Checker = { readonly config: Config; readonly lint: Linter }

const checkerOf = (config: Config): Checker => ({ config, lint: linter(rules, config) })
const plain = checkerOf({ ...defaults, profile: 'issue', today: '2024-07-01' })

/** What a run entered that none before it did: V8 counts its blocks. */
function coverage() {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true })
  const seen = new Set<string>()
  return {
    hasNew(): boolean {
      const before = seen.size
      session.post('Profiler.takePreciseCoverage', (_, taken) => {
        for (const { url, functions } of taken?.result ?? []) {
          if (!url.includes('/server/src/')) continue
          for (const { ranges } of functions)
            for (const { startOffset, count } of ranges) if (count > 0) seen.add(`${url}:${startOffset}`)
        }
      })
      return seen.size > before
    },
    stop: () => session.disconnect(),
  }
}

describe('any text is read, checked, reported and answered for', function () {
  this.timeout(minutes > 0 ? 0 : 120_000)
  /** Whether there is time for another round. */
  const more = (until: number, round: number, most: number) => (minutes > 0 ? Date.now() < until : round < most)
  const end = () => Date.now() + minutes * 60_000

  for (const text of kept)
    it(`as ${JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)}`, () => asked(text, plain))

  async function asked(text: string, { config, lint }: Checker): Promise<void> {
    const places = [
      { line: 0, character: 0 },
      { line: 2, character: 5 },
      { line: 99_999, character: 99_999 },
    ]
    try {
      await askAll(text, lint, config, places)
    } catch (error) {
      throw new Error(`goes wrong, and belongs into test/data/fuzz.jsonl: ${JSON.stringify(text)}`, { cause: error })
    }
  }

  it('whatever becomes of it by chance, the ways of which are followed that enter new code', async () => {
    const by = chance(seed)
    const pool = examples()
    const covered = coverage()
    const until = end()
    let found = 0
    for (let round = 0; more(until, round, rounds); round++) {
      const text = changed(by, pool)
      await asked(text, plain)
      if (!covered.hasNew()) continue
      found++
      pool.push(text)
    }
    covered.stop()
    assert.ok(found > 10, `${found} entered new code`)
  })

  it('with the phrases that ship as well', async () => {
    const checker = checkerOf({ ...plain.config, speller: shipped() })
    const by = chance(seed)
    const pool = [...examples(), ...slips]
    const until = end()
    for (const text of kept) await asked(text, checker)
    let found = 0
    for (let round = 0; more(until, round, roundsWithPhrases); round++) {
      const text = changed(by, pool)
      await asked(text, checker)
      if (checker.lint(analyze(text)).some(({ rule }) => rule.id === 'typo/likely')) found++
    }
    assert.ok(found > 0, 'the phrases were never asked')
  })
})

/** What only the phrases can tell to be wrong. */
const slips = [
  '一、加强组织领倒和统筹协调。',
  '（一）健全工作机质，压实主体责仼。\n（二）推进治理体系和治理能力现代化化。',
]
