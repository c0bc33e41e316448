import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { features } from '../server/src/features/index.ts'
import { diskConfigs } from '../server/src/host/disk.ts'
import { matcher } from '../server/src/host/overrides.ts'
import { readConfig } from '../server/src/lint/read-config.ts'
import { rules } from '../server/src/rules/index.ts'
import { livingIn } from './home.ts'
import { spelling, start } from './server.ts'

const program = resolve('dist/yaodian.cjs')
const hook = resolve('test/hooks/closed.cjs')
const options = `--require ${hook} --disallow-code-generation-from-strings`

const plan = '某市2024年工作要点\n一、防止一触而就（责任单位：市财政局）\n三、严守政治记录（责任单位：市司法局）\n'
const config = JSON.stringify({
  units: 'units.csv',
  words: ['一触而就'],
  banned: { '$(id)': '`id`', 'require("node:child_process")': '' },
  overrides: [{ files: ['**/*.plan', '{a,b}{c,d}'], rules: { typo: 'warning' } }],
})

describe('nothing leaves', function () {
  this.timeout(120_000)
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
  const outside = mkdtempSync(join(tmpdir(), 'yaodian-'))
  const tried = join(outside, 'tried')
  const env = { ...livingIn(), TRIED: tried, NODE_OPTIONS: options }
  const whatWasTried = () => (existsSync(tried) ? readFileSync(tried, 'utf8').trim().split('\n') : [])
  before(() => {
    writeFileSync(join(folder, 'a.plan'), plan)
    writeFileSync(join(folder, 'b.plan'), plan)
    writeFileSync(join(folder, 'units.csv'), '名称\n市财政局\n市司法局\n')
    writeFileSync(join(folder, 'yaodian.json'), config)
  })
  beforeEach(() => rmSync(tried, { force: true }))
  after(() => {
    for (const each of [folder, outside]) rmSync(each, { recursive: true })
  })

  const commands = [
    ['lint', '.', '--jobs', '2'],
    ['check', 'a.plan', '--report', 'report.html'],
    ['fix', '--write', 'b.plan'],
    ['owners', 'a.plan', '-o', 'list.xlsx'],
    ['owners', 'a.plan', '-o', 'list.docx'],
    ['outline', 'a.plan'],
    ['explain', 'typo/word'],
  ]
  for (const args of commands)
    it(`of yaodian ${args.join(' ')}: no connection, no other process, no code out of text`, () => {
      const { stderr, status } = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8', env })
      assert.notEqual(status, 2, stderr)
      assert.deepEqual(whatWasTried(), [])
    })

  it('of the language server in a session that asks for everything', async () => {
    Object.assign(process.env, { TRIED: tried, NODE_OPTIONS: options })
    try {
      const server = await start({ folder })
      await spelling(server)
      const uri = pathToFileURL(join(folder, 'a.plan')).href
      await server.open(uri, plan)
      const place = { line: 1, character: 3 }
      for (const { type } of features)
        await server.connection
          .sendRequest(type.method, {
            textDocument: { uri },
            position: place,
            positions: [place],
            range: { start: place, end: place },
            context: { diagnostics: [] },
            newName: '五',
            profile: 'issue',
          })
          .catch(() => undefined)
      await server.stop()
    } finally {
      for (const name of ['TRIED', 'NODE_OPTIONS']) delete process.env[name]
    }
    assert.deepEqual(whatWasTried(), [])
  })

  it('would be seen to', () => {
    for (const [code, seen] of [
      ["fetch('http://127.0.0.1')", 'globalThis.fetch'],
      ["require('node:net').connect(9)", 'net.connect'],
      ["new (require('node:net').Socket)().connect(9)", 'net.Socket.connect'],
      ["require('node:https').get('https://127.0.0.1')", 'https.get'],
      ["require('node:dns').promises.lookup('localhost')", 'dns.promises.lookup'],
      ["require('node:dgram').createSocket('udp4')", 'dgram.createSocket'],
      ["require('node:child_process').execSync('id')", 'child_process.execSync'],
    ] as const) {
      rmSync(tried, { force: true })
      const script = join(outside, 'script.cjs')
      writeFileSync(script, code)
      assert.notEqual(spawnSync(process.execPath, [script], { env }).status, 0)
      assert.deepEqual(whatWasTried(), [seen])
    }
    const script = join(outside, 'script.cjs')
    writeFileSync(script, "(() => {}).constructor('return 1')()")
    assert.match(
      spawnSync(process.execPath, [script], { env, encoding: 'utf8' }).stderr,
      /Code generation from strings/,
    )
  })

  it('works where there is no network at all', function () {
    const args = ['-rn', process.execPath, program, 'lint', '--format', 'json', 'a.plan']
    const { status, stdout } = spawnSync('unshare', args, { cwd: folder, encoding: 'utf8', env: livingIn() })
    // Not every machine lets one be made.
    if (status !== 1) this.skip()
    assert.match(stdout, /typo\/word|ordinal\/skip/)
  })
})

describe('a folder reaches no further than itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
  const [inside, outside] = [join(folder, 'inside'), join(folder, 'outside')]
  after(() => rmSync(folder, { recursive: true }))
  before(() => {
    for (const each of [inside, outside, join(inside, 'lists')]) mkdirSync(each)
    writeFileSync(join(outside, 'words.txt'), '密语\n')
    writeFileSync(join(outside, 'base.json'), '{ "words": ["密语"] }')
    writeFileSync(join(outside, 'other.plan'), plan)
    writeFileSync(join(inside, 'lists', 'own.txt'), '本语\n')
    symlinkSync(join(outside, 'words.txt'), join(inside, 'words.txt'))
    symlinkSync(outside, join(inside, 'folder'))
    symlinkSync(join(outside, 'other.plan'), join(inside, 'link.plan'))
    symlinkSync('lists/own.txt', join(inside, 'own.txt'))
  })

  const found = (text: object) => {
    writeFileSync(join(inside, 'yaodian.json'), JSON.stringify(text))
    const { for: configOf, problems } = diskConfigs({ userWords: join(folder, 'none') }).of(inside)
    return { words: configOf(undefined).words, said: problems.map(({ message }) => message.en) }
  }

  it('by a link to a file, by one to a folder, or by both', () => {
    for (const words of ['words.txt', 'folder/words.txt', '../outside/words.txt', join(outside, 'words.txt')])
      assert.deepEqual(found({ words }), { words: [], said: [`${words} is not below this folder`] })
    for (const base of ['folder/base.json', './folder/../folder/base.json']) {
      const { words, said } = found({ extends: base })
      assert.deepEqual(words, [])
      assert.match(said.join(), /is not below this folder/)
    }
  })

  it('but by links to its own files', () => {
    assert.deepEqual(found({ words: 'own.txt' }), { words: ['本语'], said: [] })
    assert.deepEqual(found({ words: 'lists/own.txt' }), { words: ['本语'], said: [] })
  })

  it('when its documents are written', () => {
    const args = [program, 'fix', '--write', '.']
    writeFileSync(join(inside, 'yaodian.json'), '{}')
    writeFileSync(join(inside, 'own.plan'), plan)
    spawnSync(process.execPath, args, { cwd: inside, env: livingIn() })
    assert.notEqual(readFileSync(join(inside, 'own.plan'), 'utf8'), plan)
    assert.equal(readFileSync(join(outside, 'other.plan'), 'utf8'), plan)
  })
})

describe('a pattern of a configuration', () => {
  const { problems, overrides } = readConfig(
    JSON.stringify({
      overrides: [
        {
          files: [
            '**/2024/**/*工作*要点*.txt',
            `${'*a'.repeat(20)}b`,
            '{a,aa}'.repeat(30),
            `${'**/a/'.repeat(20)}b`,
            '['.repeat(150),
            '\\'.repeat(150),
            'x'.repeat(10_000),
          ],
          rules: { typo: 'off' },
        },
      ],
    }),
    rules,
  )

  it('that could be tried without an end is named and left out', () => {
    assert.deepEqual(
      problems.map(({ message }) => message.en.slice(1, 8)),
      ['*a*a*a*', '{a,aa}{', '**/a/**', 'xxxxxxx'],
    )
    assert.equal(overrides[0]?.files.length, 3)
  })

  it('that is taken is through with the longest names there are', () => {
    const matches = matcher('/', [
      ...(overrides[0]?.files ?? []),
      '**/*a*a/**/*ab',
      '**/*a*a*ab',
      '{a,aa}{a,aa}{a,aa}b',
    ])
    const name = 'a'.repeat(255)
    for (const path of [`/${name}`, `/${`${name}/`.repeat(15)}c`, `/${'a/'.repeat(2000)}c`, '/2024/a/某工作b要点.txt'])
      assert.equal(matches(path), path.endsWith('.txt'))
  })
})
