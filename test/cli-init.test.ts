import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { PassThrough } from 'node:stream'
import { ask } from '../server/src/host/cli/ask.ts'
import { lookedAt } from '../server/src/host/cli/seen.ts'
import { profiles } from '../server/src/lint/profile.ts'
import { readConfig } from '../server/src/lint/read-config.ts'
import { newConfig } from '../server/src/report/new-config.ts'
import { rules } from '../server/src/rules/index.ts'
import { livingIn } from './home.ts'

const program = resolve('dist/yaodian.cjs')

describe('yaodian init', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const init = (...args: readonly string[]) =>
    spawnSync(process.execPath, [program, 'init', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...livingIn(folder), LC_ALL: 'C.UTF-8', FORCE_COLOR: undefined },
    })
  const write = (name: string, content: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const written = (name = 'yaodian.json') => readConfig(readFileSync(join(folder, name), 'utf8'), rules)

  it('writes what it is told and what the documents say, without a question where there is no terminal', () => {
    writeFileSync(
      join(folder, 'a.plan'),
      '杭州市2027年工作要点\n一、加强统筹。（责任单位：市教育局、市财政局）\n二、完善制度。（责任单位：市教育局）\n',
    )
    const { status, stdout } = init('--year', '2027', '--units', '单位.csv', '--profile', 'issue')
    assert.equal(status, 0)
    assert.match(stdout, /从文稿里收集了 2 个单位[\s\S]*yaodian\.json 写好了/)
    const { said, files, problems } = written()
    assert.deepEqual(problems, [])
    assert.deepEqual([said.region, said.year, said.profile], [['浙江省', '杭州市'], 2027, 'issue'])
    assert.deepEqual(files, { units: '单位.csv' })
    assert.match(readFileSync(join(folder, '单位.csv'), 'utf8'), /^\uFEFF名称,[\s\S]*\n市教育局,,,,\n市财政局,/)
    const lint = spawnSync(process.execPath, [program, 'lint', '--format', 'json', 'a.plan'], {
      cwd: folder,
      encoding: 'utf8',
    })
    assert.deepEqual([lint.status, lint.stderr], [0, ''])
  })

  it('takes region and year from titles, and a list of units that lies there', () => {
    write('a.plan', '杭州市2027年工作要点\n一、甲事\n')
    write('b.plan', '余杭区2026年工作要点\n一、甲事\n')
    write('c.txt', '杭州市2027年责任清单\n一、甲事\n')
    write('处室名单.csv', '处室\n办公室\n')
    write('责任单位清单.csv', '序号,工作任务,责任单位\n1,甲事,办公室\n')
    assert.equal(init('--yes').status, 0)
    const { said, files } = written()
    assert.deepEqual([said.region, said.year, files], [['浙江省', '杭州市'], 2027, { units: '处室名单.csv' }])
  })

  it('takes no home from titles of several provinces', () => {
    write('a.plan', '杭州市2027年工作要点\n一、甲事\n')
    write('b.plan', '南京市2027年工作要点\n一、甲事\n')
    assert.equal(init('--yes').status, 0)
    assert.equal(written().said.region, undefined)
  })

  it('makes a region whole, and builds on the configuration above', () => {
    write('yaodian.json', '{ "units": ["市教育局"] }')
    mkdirSync(join(folder, '下级'))
    const { status, stdout } = init('--region', '余杭区', '下级')
    assert.equal(status, 0)
    assert.match(stdout, /先照办上级文件夹的配置/)
    const { said, bases } = written('下级/yaodian.json')
    assert.deepEqual([said.region, bases], [['浙江省', '杭州市', '余杭区'], ['..']])
  })

  it('leaves what is there as it is', () => {
    writeFileSync(join(folder, 'yaodian.json'), '{ "year": 2020 }')
    const { status, stderr } = init('--yes')
    assert.equal(status, 2)
    assert.match(stderr, /已经有了，没有改动/)
    assert.equal(readFileSync(join(folder, 'yaodian.json'), 'utf8'), '{ "year": 2020 }')
  })

  it('says what is wrong and writes nothing', () => {
    write('空.csv', '')
    write('外/名单.csv', '名称\n市教育局\n')
    write('里/a.plan', '一、甲事（责任单位：市教育局）\n')
    for (const [args, reason] of [
      [['--year', '27'], /应是四位年份/],
      [['--region', '杭'], /没有这个省、市、县/],
      [['--region', '浙江省 杭'], /没有这个省、市、县/],
      [['--units', '没有.csv', '外'], /没有\.csv：没有这个文件，文稿里也没有找到单位/],
      [['--units', '没有.xlsx', '里'], /没有\.xlsx：没有这个文件；要新写一份，请用 \.csv/],
      [['--units', '空.csv'], /空\.csv：没有读到单位/],
      [['--units', '外/名单.csv', '里'], /不在这个文件夹里/],
      [['没有'], /没有：没有这个文件夹/],
    ] as const) {
      const { status, stderr } = init(...args)
      assert.equal(status, 2, args.join(' '))
      assert.match(stderr, reason)
    }
    assert.ok(!readdirSync(folder, { recursive: true }).some((name) => String(name).includes('yaodian.json')))
  })

  /** What comes of a session: what is typed at each question, which is named by some words of it. */
  async function session(...typed: readonly (readonly [question: string, keys: string])[]) {
    const input = new PassThrough()
    const output = new PassThrough()
    const left = [...typed]
    let shown = ''
    let screen = ''
    output.on('data', (chunk) => {
      shown += chunk
      screen += chunk
      const [question, keys] = left[0] ?? []
      if (question === undefined || !shown.includes(question)) return
      left.shift()
      shown = ''
      setImmediate(() => input.write(keys))
    })
    const answers = await ask(folder, await lookedAt(folder), {}, 'zh', { input, output })
    assert.deepEqual(left, [], 'every question was asked')
    return { answers, screen }
  }
  const document = '杭州市2027年工作要点\n一、甲事。（牵头单位：市教育局；配合单位：市财政局、各县（市、区）政府）\n'

  it('asks, with what was seen as the answers that Enter gives', async () => {
    write('a.plan', document)
    const { answers, screen } = await session(
      ['本地是哪里', '\r'],
      ['计划年度', '\r'],
      ['单位名单', '\r'],
      ['哪一步', '\r'],
    )
    assert.match(screen, /读了 1 份文稿：浙江省杭州市，2027 年，2 个单位/)
    assert.deepEqual(answers, { region: ['浙江省', '杭州市'], year: 2027, units: '单位名单.csv', profile: 'review' })
  })

  it('asks again until an answer can be, and takes none for an answer', async () => {
    write('名单.csv', '名称\n办公室\n')
    const down = '\u001b[B'
    const { answers } = await session(
      ['本地是哪里', '南京\r'],
      ['没有这个省、市、县', '市\r'],
      ['计划年度', '\r'],
      ['单位名单', '\r'],
      ['名单的文件', '没有.csv\r'],
      ['没有这个文件', ''],
      ['名单的文件', '名单.csv\r'],
      ['哪一步', `${down}\r`],
    )
    assert.deepEqual(answers, { region: ['江苏省', '南京市'], units: '名单.csv', profile: 'issue' })
  })

  it('ends without an answer at Ctrl+C', async () => {
    const { answers, screen } = await session(['本地是哪里', '\r'], ['计划年度', '\u0003'])
    assert.equal(answers, undefined)
    assert.match(screen, /什么也没有写/)
  })

  it('writes what can be read again, whatever is known', () => {
    for (const locale of ['zh', 'en'] as const)
      for (const profile of profiles)
        for (const more of [{ region: [] }, { region: ['浙江省'], year: 2027, units: 'a.csv', builds: true }])
          assert.deepEqual(readConfig(newConfig({ profile, ...more }, locale), rules).problems, [])
  })
})
