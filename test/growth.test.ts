import assert from 'node:assert/strict'
import { type Config, defaults } from '../server/src/lint/config.ts'
import { linter } from '../server/src/lint/lint.ts'
import { analyze } from '../server/src/plan/plan.ts'
import { rules } from '../server/src/rules/index.ts'
import { examples, type Shape, shapes } from './shapes.ts'
import { shipped } from './speller.ts'
import { reports, requests } from './whole.ts'
import { type Work, work } from './work.ts'

/** With FUZZ_MINUTES longer texts and every rule's own examples, too. */
const isLong = process.env['FUZZ_MINUTES'] !== undefined
const size = isLong ? 24_000 : 2_400

/**
 * Four times the text is four times the work. A square is sixteen times; sorting and what comes by tens (the numbers
 * grow a digit, a list is cut at ten) is a little more than four.
 */
const times = 4
const most = 6

/** What does less than go through the text so many times is not judged: its beginning weighs more than its growth. */
const least = 4

/** Where work grew faster than the text, by what did it. */
const superlinear = (small: Work, large: Work, length: number): ReadonlyMap<string, string> =>
  new Map(
    [...large].flatMap(([name, count]) => {
      const before = small.get(name) ?? 0
      const file = name.replace(/.*\/server\/src\//, '')
      return count > least * length && count > most * before ? [[name, `${file} ${before} → ${count}`]] : []
    }),
  )

const sum = (all: Work): number => [...all.values()].reduce((a, b) => a + b, 0)

describe('the work that a text makes grows with its length and no faster', function () {
  this.timeout(isLong ? 0 : 120_000)
  let counter: Awaited<ReturnType<typeof work>>
  before(async () => {
    counter = await work((url) => url.includes('/server/src/'))
  })
  after(() => counter.stop())

  /** Reading, checking, and everything that is written and answered, each counted for itself. */
  async function worked(text: string): Promise<readonly Work[]> {
    const config: Config = { ...defaults, profile: 'issue', today: '2024-07-01', speller: shipped() }
    const lint = linter(rules, config)
    let plan = analyze('')
    const read = await counter.of(() => {
      plan = analyze(text)
    })
    const linted = await counter.of(() => lint(plan))
    const asked = await counter.of(async () => {
      for (const [, ask] of reports(plan, lint, config)) await ask()
      // In the middle, so that what is above and below grows; where all shapes have the line that they begin with.
      const half = plan.lines.length >> 1
      const place = { line: half - (half % 60), character: 3 }
      for (const [, ask] of requests(plan, lint, config, place)) await ask()
    })
    return [read, linted, asked]
  }

  const grows = (name: string, shape: Shape) =>
    it(name, async () => {
      const sizes = [size, times * size, times * times * size] as const
      const [small, large] = [await worked(shape(sizes[0])), await worked(shape(sizes[1]))]
      const first = large.map((each, i) => superlinear(small[i] as Work, each, sizes[1]))
      if (first.every(({ size }) => size === 0)) return
      // What has just begun, or is cut at a number, grows no longer; a square does.
      const larger = await worked(shape(sizes[2]))
      const again = larger.flatMap((each, i) =>
        [...superlinear(large[i] as Work, each, sizes[2])].flatMap(([which, said]) =>
          first[i]?.has(which) ? [said] : [],
        ),
      )
      assert.deepEqual(again, [])
    })

  for (const [name, shape] of Object.entries(shapes)) grows(name, shape)
  if (isLong) for (const [name, shape] of Object.entries(examples)) grows(name, shape)

  it('is counted: what goes through the text once for each of its lines is seen, in our code and in the engine’s', async () => {
    const squares: readonly ((text: string) => unknown)[] = [
      (text) => text.split('\n').map((line) => text.split('\n').filter((other) => other === line).length),
      (text) => text.split('\n').map(() => /乙$/.test(text)),
      (text) => text.split('\n').map(() => text.includes('乙')),
      (text) => text.split('\n').map((_, i, all) => all.slice(i)),
    ]
    const shape = shapes['many lines'] as Shape
    const own = await work((url) => url.endsWith('growth.test.ts'))
    for (const square of squares) {
      const small = await own.of(() => square(shape(size)))
      const large = await own.of(() => square(shape(times * size)))
      assert.ok(sum(large) > most * sum(small), String(square))
      assert.ok(superlinear(small, large, times * size).size > 0)
    }
    own.stop()
  })
})
