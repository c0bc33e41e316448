import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { blocksOf } from './blocks.ts'
import { livingIn } from './home.ts'

const page = 'docs/library.md'
const npm = (args: readonly string[], cwd = '.') =>
  spawnSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' })

/** A project of somebody else that has installed what `npm pack` gives, and nothing more. */
describe('the engine as a library', function () {
  this.timeout(60_000)
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
  const node = (file: string) => spawnSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' })
  const [example = '', spelling = ''] = [...blocksOf(page, 'ts'), ...blocksOf(page, 'js')]

  before(() => {
    const packed = npm(['pack', '--ignore-scripts', '--pack-destination', folder]).stdout.trim()
    writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }')
    const { status, stderr } = npm(['install', '--offline', '--no-audit', '--no-fund', `./${packed}`], folder)
    assert.equal(status, 0, stderr)
  })
  after(() => rmSync(folder, { recursive: true }))

  it('brings no other package and runs no script', () => {
    assert.deepEqual(
      readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')),
      ['yaodian'],
    )
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    assert.deepEqual(
      Object.keys(scripts).filter((name) => /install/.test(name)),
      [],
    )
  })

  it('does what the example of docs/library.md shows, and compiles strictly', () => {
    mkdirSync(join(folder, 'node_modules', '@types'))
    symlinkSync(resolve('node_modules/@types/node'), join(folder, 'node_modules/@types/node'))
    writeFileSync(join(folder, 'example.ts'), example)
    const tsc = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc')
    const options = '--strict --exactOptionalPropertyTypes --module nodenext --target es2022 --types node'.split(' ')
    const compiled = spawnSync(process.execPath, [tsc, ...options, 'example.ts'], { cwd: folder, encoding: 'utf8' })
    assert.equal(compiled.stdout, '')
    const { stdout, stderr } = node('example.js')
    assert.equal(stderr, '')
    assert.equal(
      stdout,
      `3:17 “一触而就”应为“一蹴而就” typo/word
4:1 序号不连续：此处应为“二、” ordinal/skip
4:1 “三、”没有写责任单位 owner/missing
1
[ '一、减少材料', '三、延长时间' ]
[ [ '市政务服务局', '市司法局', '2027-06-30' ], [ '' ] ]
2
`,
    )
  })

  it('tells likely wrong words with the phrases that come with it', () => {
    writeFileSync(join(folder, 'spelling.js'), spelling)
    const { stdout, stderr } = node('spelling.js')
    assert.match(stdout, /领导/, stderr)
  })

  it('finds what the command line finds', () => {
    const example = resolve('examples/2024年优化服务工作要点.plan')
    const list =
      spelling.replace(/^for .*/m, '') +
      `console.log(JSON.stringify(lint(readFileSync(process.argv[2], 'utf8'), { spelling })))`
    writeFileSync(join(folder, 'list.js'), list)
    const run = (...args: readonly string[]) =>
      JSON.parse(spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env: livingIn() }).stdout)
    const found = run('list.js', example)
    assert.ok(found.length > 10)
    const program = join(folder, 'node_modules/yaodian/dist/yaodian.cjs')
    assert.deepEqual(found, run(program, 'lint', '--lang', 'zh', '--format', 'json', example).files[0].diagnostics)
  })

  it('says what is wrong in a configuration, and what it cannot follow', () => {
    const config = `{ "owner": "auto", "units": "名单.xlsx", "extends": ".." }`
    writeFileSync(
      join(folder, 'problems.js'),
      `import { problems } from 'yaodian'
       const config = ${JSON.stringify(config)}
       for (const { message, offset, length } of problems(config, 'en')) console.log(config.substr(offset, length), message)`,
    )
    const { stdout, stderr } = node('problems.js')
    assert.equal(stderr, '')
    assert.match(stdout, /^"owner" .*not known\n.*名单\.xlsx" .*other files.*\n".." .*other files/)
  })

  it('needs nothing of Node.js', () => {
    const bundle = readFileSync('dist/engine.mjs', 'utf8')
    assert.doesNotMatch(bundle, /\b(?:require\(|from\s*["']|__dirname|process\.)/)
  })
})
