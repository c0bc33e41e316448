import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { settingForFile } from '../server/src/edit/settings.ts'
import type { Configs } from '../server/src/host/config.ts'
import { diskConfigs } from '../server/src/host/disk.ts'
import { describeProblem } from '../server/src/host/file-problem.ts'
import { matcher } from '../server/src/host/overrides.ts'
import { readConfig } from '../server/src/lint/read-config.ts'
import { analyze } from '../server/src/plan/plan.ts'
import { duties } from '../server/src/report/owner-list.ts'
import { atStage, linterOf } from '../server/src/rules/linter.ts'
import { configured, problemsIn } from './configured.ts'

describe('yaodian.json', () => {
  it('may have comments and commas at the end', () => {
    const text = '{\n  // 本处的\n  "rules": { "typo": "off", },\n}'
    assert.deepEqual(problemsIn(text), [])
    assert.deepEqual(configured(text).rules, { typo: 'off' })
  })

  it('says each mistake at its place, and the rest counts', () => {
    const text =
      '{ "profile": "final", "colour": 1, "year": "今年", "rules": { "typo/wrod": "off", "typo": "loud", "punctuation": "hint" } }'
    assert.deepEqual(problemsIn(text), [
      '«"final"» “profile” should be draft | review | issue',
      '«"colour"» “colour” is not known',
      '«"今年"» “year” should be 1950–2150',
      '«"typo/wrod"» “typo/wrod” is no rule and no family of rules',
      '«"loud"» “rules.typo” should be error | warning | information | hint | off',
    ])
    assert.deepEqual(configured(text).rules, { punctuation: 'hint' })
  })

  it('that is half written keeps what could be read', () => {
    const text = '{ "profile": "issue", "rules": { "typo": "off" '
    assert.equal(configured(text).profile, 'issue')
    assert.ok(problemsIn(text).length > 0)
    for (const broken of ['', '[', '7', '"', '{"rules":[]}']) assert.equal(configured(broken).profile, 'review')
  })

  it('says what of a value it leaves out', () => {
    const text =
      '{ "region": ["浙江省", 3], "extends": [], "words": "", "rules": { "typo": { "severity": "off" } }, "units": [{ "name": "甲", "short": [3], "former": [{}], "parent": 3, "collective": "是" }], "leaders": [{ "name": "张某三", "post": 3 }] }'
    assert.deepEqual(problemsIn(text), [
      '«["浙江省", 3]» “region” should be "…" | ["…"]',
      '«[]» “extends” should be "…" | ["…"]',
      '«""» “words” should be ["…", "…"]',
      '«{ "severity": "off" }» “rules.typo” should be error | warning | information | hint | off',
      '«[3]» “units.0.short” should be "…" | ["…"]',
      '«[{}]» “units.0.former” should be "…" | { "name": "…", "until": 2018 }',
      '«3» “units.0.parent” should be "…"',
      '«"是"» “units.0.collective” should be true | false',
      '«3» “leaders.0.post” should be "…" | ["…"]',
    ])
    assert.deepEqual(configured(text).region, ['浙江省'])
  })

  it('may be nested however deep', () => {
    for (const deep of ['['.repeat(100_000), '{"rules":'.repeat(50_000)])
      assert.deepEqual(
        readConfig(deep, []).problems.map(({ message }) => message.en),
        ['Nested too deeply'],
      )
  })

  it('says for some files what it does not say for all', () => {
    const text = '{ "overrides": [{ "files": "*.txt", "profile": "draft", "units": [] }, { "profile": "issue" }] }'
    assert.deepEqual(problemsIn(text), [
      '«"units"» “units” is not known',
      '«{ "profile": "issue" }» “overrides.1.files” should be "…" | ["…"]',
    ])
  })
})

describe('configurations of folders', () => {
  let folder: string
  let found: Configs
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
    found = diskConfigs({ userWords: join(folder, 'nowhere.txt') })
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const file = (name: string, content: object) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), JSON.stringify(content))
  }
  const of = (name: string) => found.of(dirname(join(folder, name))).for(join(folder, name))
  const said = (name: string) =>
    found.of(dirname(join(folder, name))).problems.map((problem) => describeProblem(problem, 'en').replace(folder, ''))

  it('hold for the files that a glob names: by path, or by name alone', () => {
    file('yaodian.json', {
      profile: 'issue',
      rules: { typo: 'error' },
      overrides: [
        { files: ['附件/**'], rules: { owner: 'off' } },
        { files: ['*征求意见稿*'], profile: 'draft', rules: { typo: 'hint' } },
      ],
    })
    assert.deepEqual(of('要点.plan').rules, { typo: 'error' })
    assert.deepEqual(of('附件/一/表.plan').rules, { typo: 'error', owner: 'off' })
    assert.deepEqual(of('附件/征求意见稿.plan').rules, { typo: 'hint', owner: 'off' })
    assert.deepEqual([of('征求意见稿.plan').profile, of('二/征求意见稿2.plan').profile], ['draft', 'draft'])
    assert.equal(of('a.plan'), of('b.plan'), 'one configuration, one linter')
  })

  it('go by names as they are, brackets and all', () => {
    const matches = (glob: string, path: string) => matcher(folder, [glob])(join(folder, path))
    for (const [glob, path] of [
      ['要点(1).plan', '科/要点(1).plan'],
      ['附件(1)/**', '附件(1)/a.plan'],
      ['./要点.plan', '要点.plan'],
      ['{甲,乙}*.plan', '乙1.plan'],
      ['!甲.plan', '!甲.plan'],
      ['**', '.隐/甲.plan'],
    ] as const)
      assert.ok(matches(glob, path), `${glob} ${path}`)
    for (const [glob, path] of [
      ['./要点.plan', '科/要点.plan'],
      ['@(甲|乙).plan', '甲.plan'],
      ['!甲.plan', '乙.plan'],
      ['**', '../甲.plan'],
      ['(甲+)+乙.plan', `${'甲'.repeat(60)}.plan`],
    ] as const)
      assert.ok(!matches(glob, path), `${glob} ${path}`)
  })

  it('build on others: a file below, or the one above, and say only what differs', () => {
    file('yaodian.json', { profile: 'issue', rules: { typo: 'error', owner: 'off' }, words: ['数智赋能'] })
    file('科/yaodian.json', { extends: ['..', 'own/base.json'], rules: { typo: 'hint' }, words: ['一件事'] })
    file('科/own/base.json', { owners: 'required', overrides: [{ files: '*.txt', profile: 'draft' }] })
    const config = of('科/要点.plan')
    assert.deepEqual(
      [config.profile, config.owners, config.rules, config.words],
      ['issue', 'required', { typo: 'hint', owner: 'off' }, ['数智赋能', '一件事']],
    )
    assert.equal(of('科/own/稿.txt').profile, 'draft')
    assert.equal(of('科/稿.txt').profile, 'issue', 'a glob goes from the folder of its own file')
  })

  it('reach no further than their folder, and come to an end', () => {
    file('yaodian.json', { extends: ['../other.json', 'missing.json', 'a.json'] })
    file('a.json', { extends: 'b.json' })
    file('b.json', { extends: 'a.json', profile: 'issue' })
    assert.deepEqual(said('x.plan'), [
      '/b.json:1:12: a.json comes back to this file',
      '/yaodian.json:1:12: ../other.json is not below this folder; write ".." for the configuration above',
      '/yaodian.json:1:12: there is no missing.json',
    ])
    assert.equal(of('x.plan').profile, 'issue')
  })
})

describe('a configuration that many build on', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const file = (name: string, content: object) => writeFileSync(join(folder, name), JSON.stringify(content))
  const found = () => diskConfigs({ userWords: join(folder, 'nowhere.txt') }).of(folder)

  it('counts once', () => {
    file('base.json', { rules: { typo: 'off' }, words: ['一件事'] })
    file('a.json', { extends: 'base.json', rules: { typo: 'hint' } })
    file('yaodian.json', { extends: ['a.json', 'b.json'] })
    file('b.json', { extends: 'base.json' })
    const { rules, words } = found().for(undefined)
    assert.deepEqual([rules, words], [{ typo: 'hint' }, ['一件事']])
  })

  it('is read once, however many ways lead to it', () => {
    const depth = 40
    for (let i = 0; i < depth; i++)
      for (const side of ['a', 'b']) file(`${side}${i}.json`, { extends: [`a${i + 1}.json`, `b${i + 1}.json`] })
    file(`a${depth}.json`, {})
    file(`b${depth}.json`, {})
    file('yaodian.json', { extends: 'a0.json' })
    assert.equal(found().files.length, 2 * depth + 2)
    assert.deepEqual(found().problems, [])
  })

  it('is among the files to be watched with its lists, even before it is there', () => {
    file('yaodian.json', { extends: ['a.json', 'later.json'], words: 'own.txt' })
    file('a.json', { words: 'words.txt' })
    assert.deepEqual([...new Set(found().sources)].map((path) => relative(folder, path)).sort(), [
      'a.json',
      'later.json',
      'own.txt',
      'words.txt',
      'yaodian.json',
    ])
  })
})

describe('a setting for one file', () => {
  const off = (text: string) =>
    (settingForFile(text, '附件/表[1].plan', ['rules', 'typo/word'], 'off') ?? []).reduceRight(
      (out, { offset, length, text: put }) => out.slice(0, offset) + put + out.slice(offset + length),
      text,
    )
  const own = { files: ['./附件/表\\[1\\].plan'], rules: { 'typo/word': 'off' } }

  it('is for it alone', () => {
    assert.deepEqual(JSON.parse(off('')), { overrides: [own] })
    assert.ok(matcher('/', own.files)('/附件/表[1].plan'))
  })

  it('comes behind what else holds for the file, and to what was said of it last', () => {
    const others = { files: '**', rules: { typo: 'error' } }
    assert.deepEqual(JSON.parse(off(JSON.stringify({ overrides: [own, others] }))), { overrides: [own, others, own] })
    const more = { ...own, rules: { ordinal: 'hint' } }
    assert.deepEqual(JSON.parse(off(JSON.stringify({ overrides: [others, more] }))), {
      overrides: [others, { ...own, rules: { ordinal: 'hint', 'typo/word': 'off' } }],
    })
  })
})

describe('stages', () => {
  const text =
    '某市2027年工作要点\n一、提升服务\n（一）在XX市推广。（责任单位：市司法局）\n（二）公布清单。（责任单位：市司法局）\n（三）梳理事项。（责任单位：市司法局）\n（四）检查落实。\n'
  const at = (profile: 'draft' | 'review' | 'issue') =>
    linterOf(atStage(configured('{}'), profile))(analyze(text)).map(({ rule, severity }) => `${rule.id} ${severity}`)

  it('ask for more, and more sternly, the nearer a document is to its issue', () => {
    assert.deepEqual(at('draft'), [])
    assert.deepEqual(at('review'), ['placeholder/left warning', 'owner/missing warning'])
    assert.deepEqual(at('issue'), ['placeholder/left error', 'owner/missing error'])
  })

  it('give way to what the configuration says of a rule', () => {
    const config = configured('{ "profile": "issue", "rules": { "placeholder": "hint", "owner/missing": "off" } }')
    assert.deepEqual(
      linterOf(config)(analyze(text)).map(({ rule, severity }) => `${rule.id} ${severity}`),
      ['placeholder/left hint'],
    )
  })
})

describe('the year that is planned for', () => {
  const found = (config: string, text: string) =>
    linterOf({ ...configured(config), today: '' })(analyze(text)).map(
      ({ rule, line, from, to }) => `${rule.id} ${line.text.slice(from, to)}`,
    )

  it('is that of the configuration where the title names none', () => {
    const text = '某市重点工作要点\n一、2025年要加强督查。\n二、甲事。（责任单位：市教育局；完成时限：2月29日）\n'
    assert.deepEqual(found('{}', text), [])
    assert.deepEqual(found('{ "year": 2026 }', text), ['year/stale 2025', 'deadline/invalid 2月29日'])
  })

  it('dates the tasks of such a document', () => {
    const text = '某市重点工作要点\n一、甲事。（责任单位：市教育局；完成时限：6月底前）\n'
    const due = (config: string, changed = text) => duties(analyze(changed), configured(config)).map((duty) => duty.due)
    assert.deepEqual(due('{}'), [''])
    assert.deepEqual(due('{ "year": 2026 }'), ['2026-06-30'])
    assert.deepEqual(due('{ "year": 2026 }', text.replace('某市', '某市2025年')), ['2025-06-30'])
  })

  it('shows a title that still has the year before', () => {
    assert.deepEqual(found('{ "year": 2026 }', '某市2025年重点工作要点\n一、甲事。\n二、乙事。\n'), ['year/stale 2025'])
    assert.deepEqual(found('{ "year": 2026 }', '某市2026年重点工作要点\n一、甲事。\n二、乙事。\n'), [])
  })
})
