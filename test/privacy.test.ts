import assert from 'node:assert/strict'
import { defaults } from '../server/src/lint/config.ts'
import { linter } from '../server/src/lint/lint.ts'
import { analyze } from '../server/src/plan/plan.ts'
import { diagnostic } from '../server/src/report/diagnostic.ts'
import { type Paint, prettyDiagnostic } from '../server/src/report/pretty.ts'
import { rules } from '../server/src/rules/index.ts'

const lint = linter(
  rules.filter(({ id }) => id.startsWith('privacy/')),
  defaults,
)
const found = (text: string) =>
  lint(analyze(text)).map(({ rule, severity, line, from, to }) => `${rule.id} ${severity} ${line.text.slice(from, to)}`)

describe('numbers of persons', () => {
  for (const [text, ...expected] of [
    ['电话１３８００１３８０００', 'privacy/phone information １３８００１３８０００'],
    ['86-13800138000', 'privacy/phone warning 86-13800138000'],
    ['13800138000 13900139000、010-88656123', 'privacy/phone warning 13800138000', 'privacy/phone warning 13900139000'],
    ['卡号6222-0202-0011-2230', 'privacy/card warning 6222-0202-0011-2230'],
    ['捐赠账号6222020200112230', 'privacy/card information 6222020200112230'],
    ['身份证330102900307003', 'privacy/id information 330102900307003'],
    ['V信：wxid_abc123，qq群：123456', 'privacy/account warning wxid_abc123', 'privacy/account warning 123456'],
  ] as const)
    it(`are found in ${text}`, () => assert.deepEqual(found(text), expected))

  for (const text of [
    '统一社会信用代码913301007042034567，编号：13800138000',
    '面积13800138000平方米，约0.13800138000，第13800138000号，M13800138000',
    '2021-2025年，10-20-30-40-50-60，1 2 3 4 5 6 7 8 9 10 11',
    '案号330102199003070036，票据330102199013400035，账号330102900307003',
    'http://www.example.cn/t13800138000.html?id=13800138000，138********',
  ])
    it(`are not seen in ${text}`, () => assert.deepEqual(found(text), []))

  it('are repeated by no report', () => {
    const text = '一、张某，身份证号330102199003070035，手机13800138000，信箱13800138000@139.com，QQ：1380013800。'
    const plan = analyze(text)
    const plain = Object.fromEntries(['red', 'yellow', 'blue', 'dim', 'bold'].map((name) => [name, (s: string) => s]))
    const paint = { ...plain, isColorSupported: false } as Paint
    for (const one of lint(plan)) {
      const { from, to } = one
      const number = text.slice(from, to)
      const said = diagnostic(plan, one, 'zh')
      assert.ok(!JSON.stringify(said).includes(number), number)
      assert.ok(!prettyDiagnostic('a.plan', number, { ...said, range: whole(number) }, 'zh', paint).includes(number))
    }
  })
})

const whole = ({ length }: string) => ({ start: { line: 0, character: 0 }, end: { line: 0, character: length } })
