import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fingerprint } from '../server/src/lint/accept.ts'
import { columns } from '../server/src/report/columns.ts'
import { livingIn } from './home.ts'

const program = resolve('dist/yaodian.cjs')
const ready =
  '某市2027年工作要点\n一、提升服务\n（一）梳理清单。（责任单位：市司法局）\n（二）公布指南。（责任单位：市司法局）\n'
const unfinished = ready.replace('梳理', '在XX市梳理')

describe('yaodian check', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  const run = (...args: readonly string[]) => {
    const env = { ...livingIn(folder), CI: 'true', LC_ALL: 'C.UTF-8', FORCE_COLOR: undefined }
    return spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8', env })
  }

  it('ends with 0 where a document is ready, and says so', () => {
    write('a.plan', ready)
    const { status, stdout } = run('check', 'a.plan')
    assert.equal(status, 0)
    assert.match(stdout, /✓ 可以印发\n {2}a\.plan · 按“印发”检查 · \d{4}-\d\d-\d\d\n$/)
  })

  it('ends with 1 where it is not, with what is missing, in 80 columns', () => {
    write('a.plan', unfinished)
    const { status, stdout } = run('check', 'a.plan')
    assert.equal(status, 1)
    assert.match(stdout, /^a\.plan:3:5 错误 占位符“XX”尚未替换 placeholder\/left\n/)
    assert.match(stdout, /✗ 占位符、杂质和外地地名 {2}1 处错误\n/)
    assert.match(stdout, /✗ 还不能印发：1 处错误\n/)
    for (const line of stdout.split('\n')) assert.ok(columns(line) <= 80, line)
  })

  it('asks as at an earlier stage where told so, and names a file that cannot be read', () => {
    write('a.plan', unfinished)
    assert.equal(run('check', '--profile', 'draft', 'a.plan').status, 0)
    const { status, stderr, stdout } = run('check', 'a.plan', 'nowhere.plan')
    assert.equal(status, 2)
    assert.match(stderr, /nowhere\.plan: 没有这个文件/)
    assert.match(stdout, /还不能印发/)
  })

  it('writes a report, as a page or as Markdown, and refuses other endings before it begins', () => {
    write('a.plan', unfinished)
    assert.equal(run('check', 'a.plan', '--report', 'r.html').status, 1)
    assert.match(
      readFileSync(join(folder, 'r.html'), 'utf8'),
      /^<!doctype html>[\s\S]*<mark>XX<\/mark>[\s\S]*<\/html>\n$/,
    )
    run('check', 'a.plan', '--report', 'r.md')
    assert.match(readFileSync(join(folder, 'r.md'), 'utf8'), /\*\*✗ 还不能印发\*\* \(1 处错误\)/)
    const { status, stderr, stdout } = run('check', 'a.plan', '--report', 'r.pdf')
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, /r\.pdf：报告的扩展名应是 \.html 或 \.md/)
    assert.ok(!existsSync(join(folder, 'r.pdf')))
  })

  it('gives it all as JSON', () => {
    write('a.plan', unfinished)
    const { version, files } = JSON.parse(run('check', '--format', 'json', 'a.plan').stdout)
    assert.equal(version, 1)
    assert.deepEqual([files[0].verdict, files[0].counts.error, files[0].facts.tasks], ['not', 1, 2])
  })

  it('goes by what was accepted; lint says what of that is found no more', () => {
    write('a.plan', unfinished)
    const [found] = JSON.parse(run('check', '--format', 'json', 'a.plan').stdout).files[0].findings
    assert.equal(found.found.rule, 'placeholder/left')
    const accepted = [
      '{ "accepted": [',
      '  {"rule":"placeholder/left","words":"XX","sentence":"SENTENCE","excerpt":"在XX市梳理清单。","note":"示例"},',
      '  {"rule":"typo/word","words":"记录","sentence":"00000000000","excerpt":"严守政治记录"}',
      '] }',
    ].join('\n')
    write('yaodian-accepted.json', accepted.replace('SENTENCE', fingerprint('在XX市梳理清单。')))
    const { status, stdout } = run('check', 'a.plan')
    assert.equal(status, 0, stdout)
    assert.match(stdout, /已接受: 1/)
    assert.equal(run('lint', 'a.plan').status, 0)
    const unused = run('lint', '--unused', 'a.plan')
    assert.equal(unused.status, 1)
    assert.match(unused.stderr, /yaodian-accepted\.json：“记录”（typo\/word）已经没有了，可以删去：严守政治记录/)
    const json = JSON.parse(run('lint', '--unused', '--format', 'json', 'a.plan').stdout)
    assert.deepEqual(
      json.unused.map(({ rule, words }: Record<string, string>) => [rule, words]),
      [['typo/word', '记录']],
    )
    // What was not asked was not looked for.
    write('yaodian.json', '{ "rules": { "typo": "off" } }')
    assert.deepEqual(run('lint', '--unused', '--profile', 'draft', 'a.plan').status, 0)
  })
})
