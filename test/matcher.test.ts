import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { blocksOf } from './blocks.ts'
import { livingIn } from './home.ts'

type Matcher = {
  readonly name: string
  readonly severity: string
  readonly pattern: {
    readonly regexp: string
    readonly file: number
    readonly line: number
    readonly column: number
    readonly message: number
    readonly code: number
  }
}
const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'))
const matchers: readonly Matcher[] = contributes.problemMatchers

/** The words of the last line look like a finding where they are shown below one. */
const plan = `某市2027年工作要点
一、防止一触而就。
三、在XX市推广，5％,新建站点。（责任单位：市教育局）
四、防止一触而就，见甲:80:1 警告 见 typo/word
`

/** So that errors, warnings, remarks and hints are among them. */
const severities = ['--rule', 'typo=hint', '--rule', 'ordinal=information']

/** As VS Code reads what a task prints: line by line, the first matcher that fits. */
function read(output: string): readonly unknown[] {
  return output.split('\n').flatMap((line) => {
    for (const { severity, pattern } of matchers) {
      const found = new RegExp(pattern.regexp, 'u').exec(line)
      if (!found) continue
      const { file, line: row, column, message, code } = pattern
      return [[found[file], Number(found[row]), Number(found[column]), severity, found[message], found[code]]]
    }
    return []
  })
}

describe('the problem matchers', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
    mkdirSync(join(folder, '一 部'))
    writeFileSync(join(folder, '一 部', '错.plan'), plan)
    writeFileSync(join(folder, '又错.plan'), plan)
  })
  after(() => rmSync(folder, { recursive: true }))
  const lint = (...args: readonly string[]): string =>
    spawnSync(process.execPath, [resolve('dist/yaodian.cjs'), 'lint', ...severities, ...args, '.'], {
      cwd: folder,
      encoding: 'utf8',
      env: livingIn(folder),
    }).stdout

  for (const lang of ['zh', 'en']) {
    it(`read each finding of lint once, and nothing else (${lang})`, () => {
      const names: Readonly<Record<string, string>> = { information: 'info', hint: 'info' }
      const { files } = JSON.parse(lint('--lang', lang, '--format', 'json'))
      const expected = files.flatMap(({ path, diagnostics }: { path: string; diagnostics: readonly Found[] }) =>
        diagnostics.map(({ range: { start }, severity, message, rule }) => [
          path,
          start.line + 1,
          start.character + 1,
          names[severity] ?? severity,
          message,
          rule,
        ]),
      )
      const kinds = new Set(
        files.flatMap((file: { diagnostics: readonly Found[] }) => file.diagnostics.map(({ severity }) => severity)),
      )
      assert.deepEqual([...kinds].sort(), ['error', 'hint', 'information', 'warning'])
      assert.deepEqual(read(lint('--lang', lang)), expected)
      // A task runs in a terminal; VS Code takes the colours out before it looks.
      assert.deepEqual(read(stripVTControlCharacters(lint('--lang', lang, '--color', 'always'))), expected)
    })
  }

  it('are those that the page’s task asks for', () => {
    const [, tasks = ''] = blocksOf('docs/editors.md', 'json')
    const [task] = JSON.parse(tasks).tasks
    assert.deepEqual(
      task.problemMatcher,
      matchers.map(({ name }) => `$${name}`),
    )
    assert.deepEqual([task.command, ...task.args], ['yaodian', 'lint', '.'])
  })
})

type Found = {
  readonly range: { readonly start: { readonly line: number; readonly character: number } }
  readonly severity: string
  readonly message: string
  readonly rule: string
}
