import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import { join } from 'node:path'
import { type Config, defaults } from '../server/src/lint/config.ts'
import { linter } from '../server/src/lint/lint.ts'
import { rules } from '../server/src/rules/index.ts'
import { source } from './marked.ts'
import { shapes } from './shapes.ts'
import { askAll } from './whole.ts'

/** With FUZZ_MINUTES it goes on so long; FUZZ_SEED begins elsewhere. */
const minutes = Number(process.env['FUZZ_MINUTES'] ?? 0)
const seed = Number(process.env['FUZZ_SEED'] ?? 1)
const rounds = 100
/** Texts that grow longer are cut: how work grows is another test's. */
const longest = 1_500

const config: Config = { ...defaults, profile: 'issue', today: '2024-07-01' }
const lint = linter(rules, config)

/** What once went wrong, and what is likely to: in one line each, as JSON strings. */
const kept: readonly string[] = readFileSync('test/data/fuzz.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))

/** Pieces that are put where nobody expects them. */
const pieces = [
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\u0000',
  '\u001b[2J',
  '\ufeff',
  '\u202e',
  '\u200b',
  '\u2028',
  '\ud800',
  '\udc00',
  '𠮷',
  'é\u0301',
  '99999999999',
  '0',
  '-1',
  '１２３',
  '〇',
  '九千九百亿',
  '第',
  '条',
  '（',
  '）',
  '《',
  '“',
  '”',
  '〔2024〕',
  '附件',
  '目录',
  '一、',
  '（一）',
  '1.',
  '1.1',
  '①',
  '第一章',
  '责任单位：',
  '（牵头单位：',
  '2024年13月32日',
  '以下简称',
  '。',
  '；',
  '|',
  '#',
  '<!--',
  '__proto__',
  'constructor',
  '{0}',
  '$&',
  '%s',
  '\\',
  ' '.repeat(50),
  '中'.repeat(200),
]

/** Numbers from 0 to 1, the same for the same seed (mulberry32, public domain). */
function random(from: number): () => number {
  let state = from
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

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

const plans = '../shared/plans'
const real = (): readonly string[] =>
  existsSync(plans)
    ? readdirSync(plans)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => readFileSync(join(plans, name), 'utf8'))
    : []

describe('any text is read, checked, reported and answered for', function () {
  this.timeout(minutes > 0 ? 0 : 120_000)

  for (const text of kept)
    it(`as ${JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)}`, () => asked(text))

  async function asked(text: string): Promise<void> {
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
    const next = random(seed)
    const below = (n: number) => Math.floor(next() * n)
    const one = <T>(of: readonly T[]): T => of[below(of.length)] as T
    const pool = [
      ...rules.flatMap(({ good, bad }) => [...good, ...bad.map(source)]),
      ...Object.values(shapes).map((shape) => shape(200)),
      ...kept,
      ...real().map((text) => text.slice(0, longest)),
    ]
    /** One change of a text: something put in, taken out, said again, moved, or of another text. */
    const changes: readonly ((text: string, from: number, to: number) => string)[] = [
      (text, from) => text.slice(0, from) + one(pieces) + text.slice(from),
      (text, from, to) => text.slice(0, from) + text.slice(to),
      (text, from, to) => text.slice(0, to) + text.slice(from),
      (text, from, to) => text.slice(to) + text.slice(from, to) + text.slice(0, from),
      (text, from) => text.slice(0, from) + one(pool).slice(from),
      (text, from) => text.slice(0, from) + String.fromCharCode(below(0x10000)) + text.slice(from + 1),
      (text, from, to) => text.slice(0, from) + text.slice(from, to).replace(/\d+/g, '99999999999') + text.slice(to),
      (text) => text.split('\n').reverse().join('\n'),
    ]
    const covered = coverage()
    const until = Date.now() + minutes * 60_000
    let found = 0
    for (let round = 0; minutes > 0 ? Date.now() < until : round < rounds; round++) {
      let text = one(pool)
      for (let i = below(6); i >= 0; i--) {
        const [from, to] = [below(text.length + 1), below(text.length + 1)].sort((a, b) => a - b) as [number, number]
        text = one(changes)(text, from, to).slice(0, longest)
      }
      await asked(text)
      if (!covered.hasNew()) continue
      found++
      pool.push(text)
    }
    covered.stop()
    assert.ok(found > 10, `${found} entered new code`)
  })
})
