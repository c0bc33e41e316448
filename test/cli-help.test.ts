import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { columns } from '../server/src/report/columns.ts'
import { livingIn } from './home.ts'

const program = resolve('dist/yaodian.cjs')
const run = (args: readonly string[], locale = 'C.UTF-8') =>
  spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    env: { ...livingIn(), LC_ALL: locale, FORCE_COLOR: undefined, COLUMNS: '200' },
  })

/** The commands, as the program's own help lists them. */
const commands = [
  ...run(['--help'])
    .stdout.replace(/\n例：[\s\S]*/, '')
    .matchAll(/^ {2}([a-z]+)/gm),
].map(([, name]) => name as string)

describe('help', () => {
  it('of every command fits a terminal of 80 columns, in both languages', () => {
    assert.ok(commands.length > 10)
    for (const locale of ['C.UTF-8', 'en_US.UTF-8'])
      for (const args of [['--help'], ...commands.map((command) => [command, '--help'])])
        for (const line of run(args, locale).stdout.split('\n'))
          assert.ok(columns(line) <= 80, `${args.join(' ')}: ${line}`)
  })

  it('of every command has an example, and says what its exit status means', () => {
    for (const command of commands.filter((each) => each !== 'help')) {
      const { stdout } = run([command, '--help'])
      assert.match(stdout, new RegExp(`\n例：\n {2}(?:eval "\\$\\()?yaodian ${command}`), command)
      if (!['rules', 'completion', 'lsp'].includes(command)) assert.match(stdout, /退出码/, command)
    }
  })

  it('is what the program says alone, on standard output', () => {
    const { status, stdout, stderr } = run([])
    assert.deepEqual([status, stderr], [0, ''])
    assert.equal(stdout, run(['--help']).stdout)
    assert.doesNotMatch(run(['--help', '--lang=en']).stdout, /用法/)
  })

  it('says what is wrong and what may have been meant', () => {
    const wrong = (...args: readonly string[]) => {
      const { status, stderr } = run(args)
      assert.equal(status, 2)
      return stderr
    }
    assert.equal(wrong('lnit'), 'yaodian: 没有“lnit”这个命令\n是不是：init、lint？\n'.replace('、', ', '))
    assert.equal(
      wrong('lint', '--formt', 'json', 'a'),
      'yaodian: 没有 --formt 这个选项\n是不是 --format？\n用法见 yaodian lint --help\n',
    )
    assert.match(wrong('lint', '--format', 'xml', 'a'), /^yaodian: 选项 --format 不能是“xml”；可用：pretty, /)
    assert.match(wrong('lint', '--rule', 'typo=loud', 'a'), /^yaodian: 选项 --rule 不能是“typo=loud”：/)
    assert.match(wrong('check'), /少了参数：path/)
    assert.match(run(['lnit'], 'en_US.UTF-8').stderr, /^yaodian: unknown command/)
  })
})

/** Asks the function that the script defines, as the shell would. */
const script = `eval "$0"; compopt() { :; }; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _yaodian; echo "\${COMPREPLY[*]}"`

describe('completion', () => {
  const hasBash = spawnSync('bash', ['-c', 'type complete']).status === 0

  it('completes commands, options, values, rules and severities in bash', function () {
    if (!hasBash) return this.skip()
    const complete = (...words: readonly string[]): string => {
      const { stdout } = spawnSync('bash', ['-c', script, run(['completion', 'bash']).stdout, ...words], {
        encoding: 'utf8',
      })
      return stdout.trim()
    }
    assert.equal(complete('yaodian', 'ren'), 'renumber')
    assert.equal(complete('yaodian', 'lint', '--files'), '--files-from')
    assert.equal(complete('yaodian', 'lint', '--format', 'sa'), 'sarif')
    assert.equal(complete('yaodian', 'lint', '--rule', 'ordinal/sk'), 'ordinal/skip=')
    assert.equal(complete('yaodian', 'lint', '--rule', 'ordinal/skip', '=', 'w'), 'warning')
    assert.equal(complete('yaodian', 'lint', '--rule', '=', 'ordinal/skip', '=', 'o'), 'off')
    assert.equal(complete('yaodian', 'lint', '--format', '=', 'sa'), 'sarif')
    assert.equal(complete('yaodian', 'explain', 'privacy/i'), 'privacy/id')
    assert.equal(complete('yaodian', 'help', 'ren'), 'renumber')
    assert.equal(complete('yaodian', '--v'), '--version')
    assert.equal(complete('yaodian', 'lint', 'a'), '', 'files are the shell’s own')
  })

  it('completes them in fish', function () {
    if (spawnSync('fish', ['--version']).status !== 0) return this.skip()
    const script = run(['completion', 'fish']).stdout
    const complete = (line: string): readonly string[] => {
      const { stdout } = spawnSync(
        'fish',
        ['--no-config', '-c', `echo $argv[1] | source; complete -C $argv[2]`, script, line],
        {
          cwd: resolve('examples'),
          encoding: 'utf8',
        },
      )
      return stdout.split('\n').flatMap((each) => each.split('\t')[0] || [])
    }
    assert.deepEqual(complete('yaodian ren'), ['renumber'])
    assert.deepEqual(complete('yaodian lint --format s'), ['sarif'])
    assert.deepEqual(complete('yaodian lint --rule ordinal/sk'), ['ordinal/skip='])
    assert.deepEqual(complete('yaodian lint --rule ordinal/skip=w'), ['ordinal/skip=warning'])
    assert.deepEqual(complete('yaodian lint --profile '), ['draft', 'issue', 'review'])
    assert.deepEqual(complete('yaodian explain privacy/i'), ['privacy/id'])
    assert.deepEqual(complete('yaodian rules '), [])
    assert.deepEqual(complete('yaodian lint 2024'), ['2024年优化服务工作要点.plan'])
  })

  it('is a script that zsh reads', function () {
    if (spawnSync('zsh', ['--version']).status !== 0) return this.skip()
    const { stderr } = spawnSync('zsh', ['-n'], { encoding: 'utf8', input: run(['completion', 'zsh']).stdout })
    assert.equal(stderr, '')
  })

  it('knows every command in each shell', () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { stdout, status } = run(['completion', shell])
      assert.equal(status, 0)
      for (const command of commands.filter((each) => each !== 'help'))
        assert.ok(stdout.includes(command), `${shell}: ${command}`)
    }
    assert.equal(run(['completion', 'tcsh']).status, 2)
  })
})
