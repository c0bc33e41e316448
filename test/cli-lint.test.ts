import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
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
  const write = (name: string, content: string) => {
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
    assert.match(lint(['图']).stderr, /图: 这个文件夹里没有 \.plan、\.gongwen、\.txt\n/)
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
    assert.match(stderr, /没有“ordinal\/skipp”这条规则；是不是：.*ordinal\/skip/)
  })
})
