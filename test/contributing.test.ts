import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { defaults } from '../server/src/lint/config.ts'
import { linter } from '../server/src/lint/lint.ts'
import type { Rule } from '../server/src/lint/rule.ts'
import { blocksOf } from './blocks.ts'
import { report, source } from './marked.ts'

describe('the rule that CONTRIBUTING.md shows', () => {
  it('does what its examples say', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
    const file = join(folder, 'number-about.ts')
    const [code = ''] = blocksOf('CONTRIBUTING.md', 'ts')
    writeFileSync(file, code.replace("'../lint/", `'${pathToFileURL(resolve('server/src/lint'))}/`))
    const { numberAbout: rule } = (await import(pathToFileURL(file).href)) as { numberAbout: Rule }
    rmSync(folder, { recursive: true })
    for (const good of rule.good) assert.equal(report(linter([rule], defaults), good), good)
    for (const bad of rule.bad) assert.equal(report(linter([rule], defaults), source(bad)), bad)
  })
})
