import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { Log, Run } from 'sarif'
import { columns } from '../server/src/report/columns.ts'
import { lintFormats } from '../server/src/report/lint-formats.ts'
import { rules } from '../server/src/rules/index.ts'
import { livingIn } from './home.ts'

const program = resolve('dist/yaodian.cjs')
const wrong = '某市2027年工作要点\n一、防止一触而就。\n三、在XX市推广，5％,新建3-5个“a&b<c>”站点。\n'
const right = '某市2027年工作要点\n一、甲事\n二、乙事\n'

describe('yaodian lint in pipelines', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const write = (name: string, content: string | Buffer) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const lint = (args: readonly string[], input?: string) =>
    spawnSync(process.execPath, [program, 'lint', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...livingIn(folder), CI: 'true', LC_ALL: 'C.UTF-8', FORCE_COLOR: undefined },
      ...(input !== undefined && { input }),
    })
  const paths = (...args: readonly string[]) =>
    JSON.parse(lint(['--format', 'json', ...args]).stdout).files.map(({ path }: { path: string }) => path)

  for (const format of Object.keys(lintFormats)) {
    it(`writes ${format} as test/formats has it`, () => {
      write('错.plan', wrong)
      write('对.plan', right)
      const { stdout, status } = lint(['--format', format, '错.plan', '对.plan'])
      assert.equal(status, 1)
      const golden = `test/formats/${format}.txt`
      // Taken away, it is written anew, to be read before it is committed.
      if (!existsSync(golden)) writeFileSync(golden, stdout)
      assert.equal(stdout, readFileSync(golden, 'utf8'))
    })
  }

  it('goes through folders and globs, in order, each file once', () => {
    for (const name of ['乙.txt', 'a/甲.plan', 'a/b/丙.gongwen', 'a/图.png', 'node.md']) write(name, right)
    assert.deepEqual(paths('.'), ['a/b/丙.gongwen', 'a/甲.plan', '乙.txt'])
    assert.deepEqual(paths('a/', 'a/甲.plan'), ['a/b/丙.gongwen', 'a/甲.plan'])
    assert.deepEqual(paths('**/*.plan'), ['a/甲.plan'])
    assert.deepEqual(paths('node.md'), ['node.md'], 'what is named is checked, whatever it is called')
  })

  it('leaves out what .gitignore and .yaodianignore leave out, unless it is named', () => {
    for (const name of ['a.plan', '旧/b.plan', '稿/c.plan', '稿/留.plan']) write(name, right)
    write('.gitignore', '旧/\n')
    write('.yaodianignore', '稿/*\n!稿/留.plan\n')
    assert.deepEqual(paths('.'), ['a.plan', '稿/留.plan'])
    assert.deepEqual(paths('旧/b.plan'), ['旧/b.plan'])
  })

  it('says of what is not there that it is not there', () => {
    const { status, stderr } = lint(['没有/*.plan', '没有.plan'])
    assert.equal(status, 2)
    assert.match(stderr, /没有\/\*\.plan: 没有这个文件\n.*没有\.plan: 没有这个文件\n/)
    write('图/a.png', '')
    assert.match(lint(['图']).stderr, /图: 这个文件夹里没有 \.plan、\.gongwen、\.txt、\.docx\n/)
  })

  it('checks standard input as the file that it is told to be', () => {
    write('稿/yaodian.json', '{ "rules": { "typo": "hint" } }')
    const { stdout, status } = lint(
      ['--stdin', '--stdin-name', '稿/新.plan', '--format', 'github'],
      '一、防止一触而就。\n',
    )
    assert.deepEqual([status, stdout], [0, ''])
    assert.equal(lint(['--stdin', '--format', 'github'], '一、防止一触而就。\n').status, 1)
  })

  it('takes severities, and how many warnings may pass', () => {
    write('a.plan', '某市2027年工作要点\n一、在XX市推广。\n二、乙事\n')
    assert.equal(lint(['a.plan']).status, 1)
    assert.equal(lint(['--max-warnings', '1', 'a.plan']).status, 0)
    assert.equal(lint(['--rule', 'placeholder=hint', 'a.plan']).status, 0)
    assert.equal(lint(['--rule', 'placeholder=error', '--max-warnings', '9', 'a.plan']).status, 1)
    assert.equal(lint(['--quiet', '--rule', 'placeholder=hint', 'a.plan']).stdout, '已检查 1 个文件，没有发现问题。\n')
    for (const bad of [
      ['--rule', 'typo/wrod=off'],
      ['--rule', 'typo=loud'],
      ['--max-warnings', 'many'],
      ['--format', 'xml'],
    ]) {
      const { status, stdout, stderr } = lint([...bad, 'a.plan'])
      assert.deepEqual([status, stdout], [2, ''], bad.join(' '))
      assert.ok(stderr.length > 0)
    }
  })

  it('writes SARIF that its schema holds for: findings, fixes, related places, what could not be read', () => {
    write('错.plan', `${wrong}（一）甲\n（一）甲\n`)
    write('b d.plan', Buffer.from([0xff, 0x80, 0x80]))
    const { stdout, status } = lint(['--format', 'sarif', '错.plan', 'b d.plan'])
    assert.equal(status, 2)
    const log: Log = JSON.parse(stdout)
    const ajv = new Ajv({ strict: false })
    formats(ajv)
    const validate = ajv.compile(JSON.parse(readFileSync('test/schemas/sarif-2.1.0.json', 'utf8')))
    assert.ok(validate(log), JSON.stringify(validate.errors))
    assert.ok(!validate({ version: '2.0.0', runs: log.runs }), 'would be seen to be wrong')
    const { results = [], tool, invocations = [] } = log.runs[0] as Run
    assert.equal(results[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri, '%E9%94%99.plan')
    for (const { ruleId, ruleIndex = -1 } of results) assert.equal(tool.driver.rules?.[ruleIndex]?.id, ruleId)
    assert.ok(results.some(({ relatedLocations }) => relatedLocations))
    assert.equal(invocations[0]?.executionSuccessful, false)
    assert.match(JSON.stringify(invocations), /b%20d\.plan/)
  })

  it('takes names of files from a list, and from standard input', () => {
    for (const name of ['a.plan', 'b c.plan', '丙.plan']) write(name, right)
    write('list', 'b c.plan\r\n没有.plan\n丙.plan')
    const { stdout, status, stderr } = lint(['--format', 'jsonl', '--files-from', 'list', 'a.plan'])
    assert.equal(status, 2)
    assert.deepEqual(
      stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
      [
        { path: 'a.plan', diagnostics: [] },
        { path: 'b c.plan', diagnostics: [] },
        { path: '没有.plan', diagnostics: [], error: '没有这个文件' },
        { path: '丙.plan', diagnostics: [] },
      ],
    )
    assert.match(stderr, /没有\.plan: 没有这个文件/)
    assert.equal(lint(['--format', 'jsonl', '--files-from', '-'], 'a.plan\0丙.plan\0').stdout.split('\n').length, 3)
    assert.match(lint(['--files-from', 'none']).stderr, /没有这个文件/)
  })

  it('says the same with threads as without, in the order of the files, or each as it is done', () => {
    const names = Array.from({ length: 24 }, (_, i) => `${String(i).padStart(2, '0')}.plan`)
    for (const [i, name] of names.entries()) write(name, i % 3 === 0 ? wrong.repeat(i + 1) : right)
    write('04.plan', Buffer.from([0xff, 0x80, 0x80]))
    const alone = lint(['--jobs', '1', '--format', 'jsonl', '.'])
    const threads = lint(['--jobs', '3', '--format', 'jsonl', '.'])
    assert.deepEqual([threads.stdout, threads.status, threads.stderr], [alone.stdout, alone.status, alone.stderr])
    assert.equal(alone.stdout.split('\n').length, names.length + 1)
    const loose = lint(['--jobs', '3', '--unordered', '--format', 'jsonl', '.'])
    assert.deepEqual(loose.stdout.split('\n').sort(), alone.stdout.split('\n').sort())
    assert.equal(lint(['--jobs', '3', '.']).stdout, lint(['--jobs', '1', '.']).stdout)
  })

  it('remembers what it found, until the text, the configuration or the options are others', () => {
    write('a.plan', wrong)
    write('b.plan', right)
    const cached = (...more: string[]) => {
      const { stdout, stderr } = lint(['--cache', '--format', 'pretty', 'a.plan', 'b.plan', ...more])
      return stdout + stderr
    }
    const first = cached()
    const file = join(folder, '.yaodian-cache.json')
    const { found } = JSON.parse(readFileSync(file, 'utf8'))
    assert.equal(found.length, 2)
    assert.equal(cached(), first)
    // What the file says is what is shown: it was not checked again.
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('一蹴而就', '一就而蹴'))
    assert.match(cached(), /一就而蹴/)
    assert.doesNotMatch(cached('--rule', 'typo/word=hint'), /一就而蹴/)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('一蹴而就', '一就而蹴'))
    assert.doesNotMatch(cached('--encoding', 'utf-8'), /一就而蹴/)
    writeFileSync(file, '{ broken')
    assert.equal(cached(), first)
    write('yaodian.json', '{ "rules": { "typo": "off" } }')
    assert.doesNotMatch(cached(), /一触而就”应为/)
  })

  it('colours where it is told to, and not otherwise', () => {
    write('a.plan', wrong)
    assert.ok(lint(['--color', 'always', 'a.plan']).stdout.includes('\u001b['))
    assert.ok(!lint(['a.plan']).stdout.includes('\u001b['))
    assert.equal(lint(['--color', 'sometimes', 'a.plan']).status, 2)
  })

  it('asks for files where none are named', () => {
    const { status, stderr } = lint([])
    assert.equal(status, 2)
    assert.match(stderr, /要检查哪些文件/)
  })
})

describe('yaodian rules and explain', () => {
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [program, ...args], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8', FORCE_COLOR: undefined },
    })

  it('list every rule once', () => {
    const { stdout } = run('rules')
    for (const { id } of rules) assert.equal(stdout.split(`  ${id} `).length, 2, id)
  })

  it('explain each, in both languages, in 80 columns but for the documents', () => {
    for (const lang of ['zh', 'en'] as const) {
      const { stdout, status } = run('explain', 'duplicate/near', '--lang', lang)
      assert.equal(status, 0)
      assert.match(stdout, /^duplicate\/near /)
      assert.match(stdout, /similarity/)
      for (const line of stdout.split('\n').filter((each) => !each.startsWith('  ')))
        assert.ok(columns(line) <= 80, line)
    }
  })

  it('name what is near where there is no such rule', () => {
    const { status, stderr } = run('explain', 'ordinal/skipp')
    assert.equal(status, 2)
    assert.match(stderr, /没有“ordinal\/skipp”这条规则；是不是：ordinal\/skip（序号跳号）\n/)
    assert.match(run('explain', 'wrod').stderr, /是不是：typo\/word（错别字）/)
    assert.match(run('explain', '错字').stderr, /是不是：typo\/word（错别字）/)
    assert.match(run('explain', '跳号').stderr, /是不是：ordinal\/skip（序号跳号）\n/)
    assert.match(
      run('explain', 'deadline').stderr,
      /deadline\/past.*deadline\/missing|deadline\/missing.*deadline\/past/,
    )
    assert.match(run('explain', 'xyzzy', '--lang', 'en').stderr, /no rule “xyzzy”; yaodian rules lists them all\n/)
  })
})
