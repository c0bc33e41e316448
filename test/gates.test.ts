import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { defaults, optionsOf } from '../server/src/lint/config.ts'
import type { Found, Rule } from '../server/src/lint/rule.ts'
import { isShown, shownBy } from '../server/src/lint/woken.ts'
import { has } from '../server/src/plan/characters.ts'
import type { Part } from '../server/src/plan/item.ts'
import { type Line, readLine } from '../server/src/plan/line.ts'
import { analyze, parts } from '../server/src/plan/plan.ts'
import { again, any, blanks, sign, uneven, watch, watched } from '../server/src/plan/signs.ts'
import { rules } from '../server/src/rules/index.ts'
import { personNumbers } from '../server/src/rules/person-numbers.ts'
import { anyText, planText } from './documents.ts'
import { source } from './marked.ts'

type LineRule = Extract<Rule, { readonly scope: 'line' }>
type PartRule = Extract<Rule, { readonly scope: 'part' }>

const gated = rules.filter(({ shows, applies }) => (shows ?? applies) !== undefined)
const lineRules = gated.filter((rule): rule is LineRule => rule.scope === 'line')
const partRules = gated.filter((rule): rule is PartRule => rule.scope === 'part')

/** What a rule would say of a line, or a part, that does not wake it, or that its closer look spares it. */
const missedInLine = (rule: LineRule, line: Line): readonly Found[] =>
  isShown(line.shown, rule.shows) && (rule.applies?.(line) ?? true)
    ? []
    : [...rule.check(line, defaults, optionsOf(rule, defaults))]
const missedInPart = (rule: PartRule, part: Part): readonly Found[] =>
  isShown(shownBy(part.lines), rule.shows) && (rule.applies?.(part) ?? true)
    ? []
    : [...rule.check(part, defaults, optionsOf(rule, defaults))]

function misses(text: string): readonly string[] {
  const plan = analyze(text)
  const inLines = plan.lines.flatMap((line) => lineRules.flatMap((rule) => told(rule, missedInLine(rule, line))))
  const inParts = parts(plan).flatMap((part) => partRules.flatMap((rule) => told(rule, missedInPart(rule, part))))
  return [...inLines, ...inParts]
}
const told = ({ id }: Rule, found: readonly Found[]): readonly string[] =>
  found.map(({ line }) => `${id}: ${line.text}`)

/** Characters and words that rules look for, so that they meet in every way. */
const words =
  '以及 和 等 微信 QQ 超过 不少于 约 近 百分之 百分点 公众号 号 第 共 页 略 附 世界环境日 万元 亿 千瓦 个 人 约 发 〔2024〕 2024年 3月 5日 一是 首先 增长 下降 倍 几 以上 张三 市'
const pieces = fc.constantFrom(
  ...'，。；：、,;:.!?！？（）()〔〕[]【】《》“”‘’"\'<>*#_`&@-－—～·•⋅…xX×○〇0123一二三十 　',
  ...words.split(' '),
)
const marks = fc.array(pieces, { maxLength: 40 }).map((found) => found.join(''))

/** Real documents, where they are there. */
const corpus = '../shared/corpus'

describe('the quick looks of rules', () => {
  it('spare no line of an example of any rule what its rule says of it', () => {
    for (const { good, bad } of rules)
      for (const text of [...good, ...bad.map(source)]) assert.deepEqual(misses(text), [])
  })
  it('spare nothing in real documents', function () {
    if (!existsSync(corpus)) this.skip()
    this.timeout(120_000)
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'))
    for (const [i, name] of files.sort().entries())
      if (i % 40 === 0) assert.deepEqual(misses(readFileSync(join(corpus, name), 'utf8')), [], name)
  })
  it('spare no other line', () => {
    for (const text of [planText, anyText, marks])
      fc.assert(
        fc.property(text, (words) => assert.deepEqual(misses(words), [])),
        { numRuns: 2000 },
      )
  })
})

describe('signs', () => {
  const pair = sign('（。', `二${blanks}`)
  const three = sign('（。', '二', '三')
  it('are found wherever they stand, and nowhere else', () => {
    const words = fc.string({ unit: fc.constantFrom(...'（。二 　三'), maxLength: 7 })
    fc.assert(
      fc.property(words, (text) => {
        assert.equal(has(readLine(text), pair), /[（。][二\s]/.test(text))
        assert.equal(has(readLine(text), three), /[（。]二三/.test(text))
        assert.equal(has(readLine(text), any(pair, three)), /[（。][二\s]/.test(text))
      }),
    )
  })
  it('are those of a line, whatever stands around it in the text', () => {
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 4 }), (all) => {
        for (const { text, shown } of analyze(all.join('\n')).lines) assert.deepEqual(shown, readLine(text).shown)
      }),
    )
  })
  it('know every blank that patterns know', () => {
    const all = Array.from({ length: 1 << 16 }, (_, code) => String.fromCharCode(code))
    assert.equal(all.filter((one) => /\s/.test(one) !== blanks.includes(one)).join(''), '')
  })
  it('show words that stand twice', () => {
    const shows = (text: string) => has(readLine(text), again)
    for (const text of ['落落实', '全面全面推进', '党建工作党建工作', '甲加强监督检查，加强监督检查'])
      assert.ok(shows(text), text)
    for (const text of ['全面推进，全面落实', '11', '--', '甲乙丙甲丁']) assert.ok(!shows(text), text)
  })
  it('show marks of pairs that stand in others or alone', () => {
    const shows = (text: string) => has(readLine(text), uneven)
    for (const text of ['（“甲”）', '（甲', '甲）', '“甲”乙”', '‘甲’', '《甲〈乙〉》', '”甲“'])
      assert.ok(shows(text), text)
    for (const text of ['', '“甲”“乙”（丙）《丁》', '(甲)', '甲']) assert.ok(!shows(text), text)
  })
  it('say where what is watched for stands', () => {
    watch('〇龘', 0)
    const line = readLine('龘〇龘〇〇龘')
    assert.ok(has(line, watched))
    assert.ok([1, 4].every((column) => line.shown.watched.includes(column)))
  })
})

describe('numbers of persons', () => {
  it('are found at whatever column they stand', () => {
    const digits = fc.constantFrom('13812345678', '138 1234 5678', '１３８１２３４５６７８')
    const column = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(digits, column, (number, at) => {
        const line = readLine(`${'联'.repeat(at)}${number}，办理`)
        assert.deepEqual(
          personNumbers(line).map(({ from, to }) => [from, to]),
          [[at, at + number.length]],
        )
      }),
    )
  })
})
