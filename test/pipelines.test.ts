import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { XMLValidator } from 'fast-xml-parser'
import { blocksOf, havingInstalled } from './blocks.ts'

const page = 'docs/pipelines.md'
const right = '某市2027年工作要点\n一、甲事\n二、乙事\n'
const wrong = '某市2027年工作要点\n一、防止一触而就。\n三、在XX市推广。\n'

describe('where teams work', () => {
  let folder: string
  let env: NodeJS.ProcessEnv
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
    env = havingInstalled(folder)
    writeFileSync(join(folder, '对.plan'), right)
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const bash = (script: string, more: NodeJS.ProcessEnv = {}) =>
    spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...env, ...more },
    })

  describe('the commands of docs/pipelines.md', () => {
    const commands = ['yaml', 'groovy', 'sh']
      .flatMap((language) => blocksOf(page, language))
      .join('\n')
      .match(/git diff .*|(?<!entry: )yaodian lint [^'\n]*/g)

    it('are three', () => assert.equal(commands?.length, 3))

    for (const command of commands ?? []) {
      it(`fail where there is something to say, and only there: ${command}`, () => {
        bash('git init -q && git add . && git -c user.name=a -c user.email=a commit -qm 甲')
        bash('git update-ref refs/remotes/origin/main HEAD')
        const clean = bash(command)
        assert.equal(clean.status, 0, clean.stderr)
        writeFileSync(join(folder, '错.plan'), wrong)
        bash('git add . && git -c user.name=a -c user.email=a commit -qm 乙')
        const { status, stdout } = bash(command)
        assert.ok(status, stdout)
        const [, report] = /> (\S+)$/.exec(command) ?? []
        const said = report ? readFileSync(join(folder, report), 'utf8') : stdout
        assert.match(said, /一蹴而就/)
        if (report?.endsWith('.xml')) assert.equal(XMLValidator.validate(said), true)
        if (report?.endsWith('.json')) assert.equal(JSON.parse(said).length, 3)
      })
    }
  })

  describe('the hooks of pre-commit', () => {
    const hooks = readFileSync('.pre-commit-hooks.yaml', 'utf8')

    it('take the files that VS Code takes for plans', () => {
      const [, files = ''] = /files: &plans '(.*)'/.exec(hooks) ?? []
      const taken = (path: string) => new RegExp(files, 'u').test(path)
      const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'))
      const [{ extensions, filenamePatterns }] = contributes.languages
      const names = [...extensions.map((ending: string) => `稿/a${ending}`), ...filenamePatterns]
      assert.deepEqual(
        names.map((name: string) => name.replaceAll('*', '某')).filter((name) => !taken(name)),
        [],
      )
      assert.deepEqual(['说明.txt', '工作要点/说明.txt', 'a.plan.md', 'plan'].filter(taken), [])
      const [known = ''] = /(?<=\|\()[^)]*/.exec(files) ?? []
      assert.equal(known.split('|').length, filenamePatterns.length)
    })

    it('check and fix the files they are given', () => {
      const [check = '', fix = ''] = [...hooks.matchAll(/entry: (.*)/g)].map(([, entry]) => entry)
      const [, ownCheck] = /entry: (.*)/.exec(readFileSync(page, 'utf8')) ?? []
      assert.equal(ownCheck, check)
      writeFileSync(join(folder, '错.plan'), wrong)
      assert.equal(bash(`${check} --profile draft 错.plan 对.plan`).status, 1)
      assert.equal(bash(`${check} 对.plan`).status, 0)
      assert.equal(bash(`${fix} 错.plan 对.plan`).status, 0)
      assert.equal(readFileSync(join(folder, '错.plan'), 'utf8'), wrong.replace('一触而就', '一蹴而就'))
      assert.equal(readFileSync(join(folder, '对.plan'), 'utf8'), right)
    })

    it('are such as pre-commit wants', function () {
      if (spawnSync('pre-commit', ['--version']).error) {
        console.log('      skipped: there is no pre-commit on the PATH')
        this.skip()
      }
      const configs = blocksOf(page, 'yaml').filter((block) => block.startsWith('repos:'))
      assert.equal(configs.length, 2)
      configs.forEach((block, i) => {
        writeFileSync(join(folder, `${i}.yaml`), block)
      })
      const { status, stdout } = bash(
        `pre-commit validate-manifest ${resolve('.pre-commit-hooks.yaml')} && pre-commit validate-config 0.yaml 1.yaml`,
      )
      assert.equal(status, 0, stdout)
    })
  })

  describe('the GitHub action', () => {
    const action = readFileSync('action.yml', 'utf8')
    const indent = ' '.repeat(8)
    /** The script of its last step, as the runner takes it out. */
    const script = action.slice(action.lastIndexOf('run: |\n') + 'run: |\n'.length).replaceAll(`\n${indent}`, '\n')
    const run = (given: NodeJS.ProcessEnv) =>
      bash(script, { GITHUB_ACTION_PATH: resolve('.'), PATHS: '.', PROFILE: '', ARGS: '', SARIF: '', ...given })

    it('marks the lines of what is wrong', () => {
      assert.deepEqual([run({}).stdout, run({}).status], ['', 0])
      writeFileSync(join(folder, '错 稿.plan'), wrong)
      const { stdout, status } = run({ PATHS: '对.plan\n错 稿.plan\n' })
      assert.equal(status, 1)
      assert.deepEqual(
        [...stdout.matchAll(/^::(\w+) file=([^,]*),line=(\d+)/gm)].map(([, ...found]) => found.join(' ')),
        ['error 错 稿.plan 2', 'error 错 稿.plan 3', 'warning 错 稿.plan 3'],
      )
    })

    it('takes a stage, options and a SARIF file', () => {
      writeFileSync(join(folder, '错.plan'), wrong)
      const { stdout, status } = run({
        PROFILE: 'draft',
        ARGS: '--rule=typo=off\n--rule=ordinal=off',
        SARIF: 'a.sarif',
      })
      assert.deepEqual([stdout, status], ['', 0])
      assert.deepEqual(JSON.parse(readFileSync(join(folder, 'a.sarif'), 'utf8')).version, '2.1.0')
      assert.equal(run({ SARIF: 'b.sarif', PATHS: '没有.plan' }).status, 2)
    })

    it('runs nothing of what is put in', () => {
      // A runner puts an expression into the script's text before the shell reads it.
      assert.ok(script.includes('lint --format=github') && !script.includes('${{'))
      const evil = '$(touch 甲)\n"; touch 乙; "\n`touch 丙`\n--write'
      for (const name of ['PATHS', 'PROFILE', 'ARGS', 'SARIF']) run({ [name]: evil })
      const made = readdirSync(folder).filter((name) => ['甲', '乙', '丙'].includes(name))
      assert.deepEqual(made, [])
    })
  })
})

describe('the package of the command line', () => {
  it('is named by all that npm pack prints, as pre-commit wants, and works where it is installed', function () {
    this.timeout(60_000)
    const folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
    const npm = (...args: readonly string[]) =>
      spawnSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' })
    const { stdout } = npm('pack', '--pack-destination', folder)
    assert.match(stdout, /^yaodian-[0-9.]+\.tgz\n$/)
    const file = join(folder, stdout.trim())
    const installed = npm('install', '--global', '--offline', '--no-audit', '--prefix', folder, file)
    assert.equal(installed.status, 0, installed.stderr)
    const home = join(folder, 'lib', 'node_modules', 'yaodian')
    assert.deepEqual(readdirSync(join(home, 'dist')).sort(), [
      'THIRD-PARTY-NOTICES.txt',
      'context.bin.gz',
      'engine.d.mts',
      'engine.mjs',
      'phrases.bin.gz',
      'yaodian-main.cjs',
      'yaodian.cjs',
    ])
    assert.ok(!existsSync(join(home, 'server', 'src')))
    const said = spawnSync(join(folder, 'bin', 'yaodian'), ['lint', '--stdin'], {
      encoding: 'utf8',
      input: '一、加强组织领倒和统筹协调。\n',
    })
    assert.match(said.stdout, /领导.*typo\/likely/, 'with the phrases that tell likely wrong words')
    rmSync(folder, { recursive: true })
  })
})
