import assert from 'node:assert/strict'
import { type Config, defaults } from '../server/src/lint/config.ts'
import type { Profile } from '../server/src/lint/profile.ts'
import { analyze } from '../server/src/plan/plan.ts'
import { type Check, check } from '../server/src/report/check.ts'
import { checkPage } from '../server/src/report/check-html.ts'
import { checkMarkdown } from '../server/src/report/check-markdown.ts'
import { checkText } from '../server/src/report/check-text.ts'
import { checklist, familyOf } from '../server/src/report/checklist.ts'
import { columns } from '../server/src/report/columns.ts'
import { rules } from '../server/src/rules/index.ts'
import { atStage, linterOf } from '../server/src/rules/linter.ts'

const base: Config = { ...defaults, today: '2026-11-23' }

function checked(text: string, profile: Profile = 'issue'): Check {
  const config = atStage(base, profile)
  const plan = analyze(text)
  return check({ name: '稿.plan', plan, config, rules, open: linterOf(config)(plan), accepted: [] }, 'zh')
}

const clean =
  '某市2027年工作要点\n一、提升服务\n（一）梳理事项清单。（责任单位：市司法局）\n（二）公布办事指南。（责任单位：市司法局）\n'
const unfinished = clean.replace('市司法局）\n（二', '市司法局）\n（三').replace('梳理', '在XX市梳理')

const paint = {
  red: (t: string) => t,
  yellow: (t: string) => t,
  blue: (t: string) => t,
  dim: (t: string) => t,
  bold: (t: string) => t,
  isColorSupported: false,
}

describe('the check before a document goes out', () => {
  it('covers every family of rules, each by one point', () => {
    const families = new Set(rules.map(({ id }) => familyOf(id)))
    for (const family of families)
      assert.equal(checklist.filter((point) => point.families.includes(family)).length, 1, family)
  })

  it('says of a good document that it is ready', () => {
    const { verdict, findings, points, facts } = checked(clean)
    assert.deepEqual(
      findings.map(({ found }) => found.rule),
      [],
    )
    assert.equal(verdict, 'ready')
    assert.ok(points.every(({ state }) => state !== 'fail' && state !== 'look'))
    assert.deepEqual(
      { sections: facts.sections, items: facts.items, units: facts.units, tasks: facts.tasks, unowned: facts.unowned },
      { sections: 1, items: 3, units: 1, tasks: 2, unowned: 0 },
    )
  })

  it('says why a document is not ready, and where', () => {
    const { verdict, counts, findings, points } = checked(unfinished)
    assert.equal(verdict, 'not')
    assert.equal(counts.error, 2)
    assert.deepEqual(
      findings.map(({ found, place, excerpt }) => [
        found.rule,
        place,
        `${excerpt.before}«${excerpt.words}»${excerpt.after}`,
      ]),
      [
        ['placeholder/left', '一、（一）', '（一）在«XX»市梳理事项清单。'],
        ['ordinal/skip', '一、（三）', '«（三）»公布办事指南。'],
      ],
    )
    assert.deepEqual(
      points.flatMap(({ title, state }) => (state === 'fail' ? [title] : [])),
      ['序号、引用和数目', '占位符、杂质和外地地名'],
    )
  })

  it('asks less while the document is written', () => {
    const { findings } = checked(unfinished, 'draft')
    assert.deepEqual(
      findings.map(({ found }) => found.rule),
      ['ordinal/skip'],
    )
  })

  it('tells how the numbering was read', () => {
    const text = '某市2027年工作要点\n一、甲\n1.子\n2.丑\n二、乙\n3.寅\n4.卯\n三、丙\n5.辰\n6.巳\n'
    const { facts } = checked(text)
    assert.deepEqual(facts.numbering[0]?.levels, [
      { example: '一、', count: 3, habit: 'once' },
      { example: '1.', count: 6, habit: 'runs on' },
    ])
  })
})

describe('the page of the check', () => {
  it('has every finding, with its words, in both languages', () => {
    for (const locale of ['zh', 'en'] as const) {
      const page = checkPage([checked(unfinished)], { locale })
      assert.equal(page.match(/<mark>/g)?.length, 2)
      assert.ok(page.includes('<mark>XX</mark>'))
      assert.ok(page.includes(locale === 'zh' ? '还不能印发' : 'Not ready to issue'))
    }
  })

  it('keeps what is found very often from hiding the rest', () => {
    const text = `某市2027年工作要点\n${Array.from({ length: 40 }, (_, i) => `${i + 1}.甲事,乙事。\n`).join('')}50.在XX市推广。\n`
    const page = checkPage([checked(text)], { locale: 'zh' })
    const [before = '', after = ''] = page.split('<details')
    assert.equal(before.match(/<li id="[^"]*" class="error"/g)?.length, 12)
    assert.ok(before.includes('<mark>XX</mark>') && after.includes('“半角标点”另有 30 处'))
    assert.ok(checkMarkdown([checked(text)], 'zh').includes('- “半角标点”另有 30 处'))
  })

  it('says of several documents how many are ready', () => {
    assert.ok(checkPage([checked(clean), checked(unfinished)], { locale: 'zh' }).includes('2 份文稿，1 份可以印发'))
  })

  it('leaves no mark of Markdown in a document to chance', () => {
    const text = checkMarkdown([checked('某市2027年*工作*要点\n一、在XX市[甲](乙)\n')], 'zh')
    assert.ok(text.includes('2027年\\*工作\\*要点'))
    assert.ok(text.includes('\\[甲\\](乙)'))
  })

  it('fits a terminal of 80 columns', () => {
    for (const text of [clean, unfinished])
      for (const line of checkText(checked(text), 'zh', paint).split('\n')) assert.ok(columns(line) <= 80, line)
  })
})
