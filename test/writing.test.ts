import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { livingIn } from './home.ts'

const program = resolve('dist/yaodian.cjs')
const fault = resolve('test/hooks/fault.cjs')
const isLong = process.env['FUZZ_MINUTES'] !== undefined

const plan =
  '某市2024年工作要点\r\n一、防止一触而就（责任单位：市财政局）\r\n三、严守政治记录（责任单位：市司法局）\r\n'

/** The points at which a file is changed, from the first on; there are fewer. */
const allPoints = Array.from({ length: 12 }, (_, i) => i + 1)
const halfWritten = 2

/** Everything that writes a file: what it is called with, and what it writes. `every`: killed at every point, not at the worst alone. */
const commands: readonly {
  readonly args: readonly string[]
  readonly writes: string
  readonly over?: true
  readonly every?: true
}[] = [
  { args: ['fix', '--write', 'a.plan'], writes: 'a.plan', every: true },
  { args: ['renumber', '--write', 'a.plan'], writes: 'a.plan' },
  { args: ['init', '--yes'], writes: 'yaodian.json', every: true },
  { args: ['owners', 'a.plan', '-o', 'list.csv'], writes: 'list.csv', over: true },
  { args: ['text', 'a.plan', '-o', 'a.txt'], writes: 'a.txt', over: true },
  { args: ['lint', 'lo.docx', '--comments', 'copy.docx'], writes: 'copy.docx', over: true },
  { args: ['check', 'a.plan', '--report', 'report.html'], writes: 'report.html', over: true },
  { args: ['learn', 'a.plan', '-o', 'own.gz'], writes: 'own.gz', over: true },
]

describe('a command that writes', function () {
  this.timeout(isLong ? 0 : 120_000)
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
  after(() => rmSync(folder, { recursive: true }))

  /** A folder as it was before, with something in the place that is written over. */
  const begin = ({ writes, over }: (typeof commands)[number]) => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
    writeFileSync(join(folder, 'a.plan'), plan)
    cpSync('test/word/lo-notes.docx', join(folder, 'lo.docx'))
    if (over) writeFileSync(join(folder, writes), 'what was there before')
  }
  const run = (args: readonly string[], env: object = {}) =>
    spawnSync(process.execPath, ['--require', fault, program, ...args, '--lang', 'zh'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...livingIn(), TZ: 'UTC', ...env },
    })
  const contentOf = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name)).toString('base64') : undefined
  const temporary = () => readdirSync(folder).filter((name) => name.startsWith('.yaodian-'))

  for (const command of commands) {
    const { args, writes, every } = command
    it(`${args.slice(0, 3).join(' ')} leaves the old or the new when it is killed, wherever that is`, () => {
      begin(command)
      const old = contentOf(writes)
      assert.notEqual(run(args).signal, 'SIGKILL')
      const done = contentOf(writes)
      assert.notEqual(done, old)
      const names = readdirSync(folder)
      let kills = 0
      for (const at of isLong || every ? allPoints : [halfWritten]) {
        begin(command)
        const { signal } = run(args, { FAULT_AT: String(at) })
        const now = contentOf(writes)
        assert.ok(isAlike(now, old) || isAlike(now, done), `killed at ${at}`)
        for (const name of readdirSync(folder))
          assert.ok(names.includes(name) || /^\.yaodian-[0-9a-f]{12}$/.test(name), name)
        if (signal !== 'SIGKILL') break
        kills++
      }
      assert.ok(kills >= (isLong || every ? 5 : 1), `killed ${kills} times`)
    })
  }

  /** Documents of Word and packed files carry the time at which they were written: those have the same length. */
  function isAlike(a: string | undefined, b: string | undefined): boolean {
    return a === b || (a !== undefined && b !== undefined && a.startsWith('UEsDB') && a.length === b.length)
  }

  it('takes away in time what was left where one was killed, and what is no document of anybody’s', () => {
    const [fix] = commands as [(typeof commands)[0]]
    begin(fix)
    run(fix.args, { FAULT_AT: '3' })
    const [left = ''] = temporary()
    assert.match(left, /^\.yaodian-/)
    assert.doesNotMatch(run(['lint', '.']).stdout, /\.yaodian-/)
    assert.equal(temporary().length, 1)
    utimesSync(join(folder, left), 1e9, 1e9)
    assert.match(run(fix.args).stderr, /已改正/)
    assert.deepEqual(temporary(), [])
  })

  for (const [code, said] of [
    ['ENOSPC', /a\.plan：?.*磁盘已满，文件没有改动/],
    ['EROFS', /a\.plan：?.*所在的磁盘是只读的/],
    ['EACCES', /a\.plan：?.*没有读写权限/],
  ] as const) {
    it(`says ${code} in words, leaves the file and nothing else`, () => {
      const [fix] = commands as [(typeof commands)[0]]
      for (const at of ['1', '2']) {
        begin(fix)
        const { status, stderr } = run(fix.args, { FAULT: code, FAULT_AT: at })
        assert.equal(status, 2)
        assert.match(stderr, said)
        assert.equal(readFileSync(join(folder, 'a.plan'), 'utf8'), plan)
        assert.deepEqual(temporary(), [])
      }
    })
  }
})
