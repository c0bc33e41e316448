import assert from 'node:assert/strict'
import { defaults } from '../server/src/lint/config.ts'
import { applyEdits, firstFix, together } from '../server/src/lint/fix.ts'
import { linter } from '../server/src/lint/lint.ts'
import { repair } from '../server/src/lint/repair.ts'
import { analyze } from '../server/src/plan/plan.ts'
import { outline } from '../server/src/report/outline.ts'
import { rules } from '../server/src/rules/index.ts'

// Texts that took minutes or all memory where something grew with the square of their length. No time is asserted: the
// suite's own limit ends a test that hangs.
const texts: Readonly<Record<string, string>> = {
  'half-width commas in one line': '中文,'.repeat(60_000),
  'brackets that open': '（'.repeat(300_000),
  'brackets that close': '》'.repeat(300_000),
  'brackets nested crosswise': '“'.repeat(100_000) + '（'.repeat(100_000) + '”'.repeat(100_000),
  'quotations that never end': '“甲\n'.repeat(20_000),
  'blanks before a word': `${' '.repeat(600_000)}甲`,
  'digits after 目录': `目录\n${'1'.repeat(600_000)}甲\n一、乙`,
  'one number again and again': '一、推进工作\n'.repeat(5_000),
  'numbers that count down': Array.from({ length: 20_000 }, (_, i) => `${20_000 - i}.甲`).join('\n'),
  'doubled words': '推进工作推进工作，'.repeat(40_000),
  'tags that never close': '（责任单位：'.repeat(60_000),
  'enumerations that never go on': '一是甲三是乙，'.repeat(40_000),
  'straight quotes and angles in titles': `《${'"甲"<乙丙丁戊>\'己\''.repeat(20_000)}》`,
  'marks in brackets': '（，。；”'.repeat(40_000),
  'blanks between words': '推进 工作，完成 5 项'.repeat(30_000),
  // More in one line than a call takes arguments.
  'findings in one line': '中文,'.repeat(150_000),
  'tags in one line': '甲。（责任单位：市财政局）'.repeat(130_000),
  'line breaks': '\n'.repeat(500_000),
}

describe('a hostile text is read, checked and fixed in the end', () => {
  const lint = linter(rules, defaults)
  for (const [name, text] of Object.entries(texts)) {
    it(name, () => {
      const plan = analyze(text)
      outline(plan)
      const fixes = lint(plan).flatMap((finding) => firstFix(finding) ?? [])
      assert.equal(typeof applyEdits(plan, together(fixes)), 'string')
      assert.equal(typeof repair(text, lint).text, 'string')
    })
  }
})
