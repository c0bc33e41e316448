import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
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
  const written = () => readConfig(readFileSync(join(folder, 'yaodian.json'), 'utf8'), rules)

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

  it('leaves what is there as it is', () => {
    writeFileSync(join(folder, 'yaodian.json'), '{ "year": 2020 }')
    const { status, stderr } = init('--yes')
    assert.equal(status, 2)
    assert.match(stderr, /已经有了，没有改动/)
    assert.equal(readFileSync(join(folder, 'yaodian.json'), 'utf8'), '{ "year": 2020 }')
  })

  it('says what is wrong and writes nothing', () => {
    assert.match(init('--year', '27').stderr, /应是四位年份/)
    assert.match(init('--units', '没有.csv').stderr, /文稿里也没有找到单位/)
    assert.ok(!existsSync(join(folder, 'yaodian.json')))
  })

  it('writes what can be read again, whatever is known', () => {
    for (const locale of ['zh', 'en'] as const)
      for (const profile of profiles)
        for (const more of [{ region: [] }, { region: ['浙江省'], year: 2027, units: 'a.csv' }])
          assert.deepEqual(readConfig(newConfig({ profile, ...more }, locale), rules).problems, [])
  })
})
