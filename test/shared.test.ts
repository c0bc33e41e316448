import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { defaults } from '../server/src/lint/config.ts'
import { linter } from '../server/src/lint/lint.ts'
import { analyze } from '../server/src/plan/plan.ts'
import { rules } from '../server/src/rules/index.ts'
import { spelling, start } from './server.ts'

const plans = resolve('../shared/plans')
const corpus = resolve('../shared/corpus/plans')

/** Real documents stand beside the project, not in it: a clone without them says so and goes on. */
function beside(folder: string, title: string, test: (names: readonly string[]) => Promise<void> | void): void {
  if (!existsSync(folder)) it.skip(`${title} (skipped: there is no ${folder})`)
  else it(title, () => test(readdirSync(folder).filter((name) => name.endsWith('.txt'))))
}

describe('real documents', () => {
  beside(plans, 'show in the language server what the command line finds', async (names) => {
    const paths = names.map((name) => join(plans, name))
    const { stdout } = spawnSync(process.execPath, ['dist/yaodian.cjs', 'lint', '--format', 'json', ...paths], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    const { files } = JSON.parse(stdout)
    assert.ok(files.length >= 7)
    const severity = ['error', 'warning', 'information', 'hint']
    const server = await start({ locale: 'zh-cn' })
    await spelling(server)
    for (const { path, diagnostics } of files) {
      const published = await server.open(pathToFileURL(path).href, readFileSync(path, 'utf8'))
      assert.deepEqual(
        published.diagnostics.map(({ code, message, range, severity: level = 1 }) => [
          code,
          severity[level - 1],
          message,
          range,
        ]),
        diagnostics.map((d: Record<string, unknown>) => [d['rule'], d['severity'], d['message'], d['range']]),
      )
    }
    await server.stop()
  })

  beside(plans, 'pass the review that a person made of them', () => {
    const script = resolve('../shared/accept/plans.mjs')
    assert.ok(existsSync(script), `there is no ${script}`)
    const { status, stdout } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
    assert.equal(status, 0, stdout)
  })

  beside(corpus, 'are mostly right in their numbering, and reading them never fails', (names) => {
    const lint = linter(rules, defaults)
    const flagged = names.filter((name) =>
      lint(analyze(readFileSync(join(corpus, name), 'utf8'))).some(
        ({ rule, severity }) => rule.id.startsWith('ordinal/') && (severity === 'error' || severity === 'warning'),
      ),
    )
    assert.ok(
      flagged.length <= names.length / 10,
      `${flagged.length} of ${names.length} documents have an ordinal finding`,
    )
  })
})
