import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** Who may import from whom, as the architecture has it. Only host/ may touch the machine. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  plan: [],
  lexicon: [],
  lint: ['plan', 'lexicon'],
  rules: ['lint', 'plan', 'lexicon'],
  report: ['plan', 'lint', 'lexicon'],
  word: [],
  edit: ['plan', 'report'],
  features: ['plan', 'lint', 'lexicon', 'rules', 'report', 'edit'],
  engine: ['plan', 'lint', 'lexicon', 'rules', 'report'],
  host: ['plan', 'lint', 'lexicon', 'rules', 'features', 'report', 'edit', 'word'],
}
const packages: Readonly<Record<string, RegExp>> = {
  features: /^vscode-languageserver$/,
  // JSON with places, for what is wrong in a configuration.
  lint: /^jsonc-parser$/,
  // Edits of JSON that leave the rest as it is.
  edit: /^jsonc-parser$/,
  // Writers of formats, which turn values into bytes and touch nothing; of sarif the types.
  report: /^(?:sarif|fast-xml-parser|csv-stringify\/sync|docx|write-excel-file\/universal)$/,
  // Zip and XML.
  word: /^(?:fflate|saxes|yauzl)$/,
  host: /./,
}

/** Nothing leaves the machine: what could, is imported by nobody. Types of it, too, would be the first step. */
const network = /^(?:node:)?(?:net|http|https|http2|tls|dgram|dns(?:\/promises)?)$/

type Import = { readonly from: string; readonly to: string }

function* importsOf(folder: string): Generator<Import> {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue
    const from = join(folder, name)
    for (const [, to = ''] of readFileSync(from, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g))
      yield { from, to }
  }
}

const layer = (path: string): string | undefined => /^server[\\/]src[\\/](\w+)[\\/]/.exec(path)?.[1]

function breaks({ from, to }: Import): boolean {
  if (network.test(to)) return true
  const own = layer(from)
  if (own === undefined) return to.startsWith('.') && normalize(join(dirname(from), to)).startsWith('server')
  if (!to.startsWith('.')) return !packages[own]?.test(to)
  const target = layer(normalize(join(dirname(from), to)))
  return target !== undefined && target !== own && !allowed[own]?.includes(target)
}

describe('the layers', () => {
  it('import only downwards, and only host/ reaches the machine', () => {
    const all = [...importsOf('server/src'), ...importsOf('client/src')]
    assert.ok(all.length > 50)
    assert.deepEqual(all.filter(breaks), [])
  })
  it('would be seen to break', () => {
    assert.ok(breaks({ from: 'server/src/plan/line.ts', to: '../lint/rule.ts' }))
    assert.ok(breaks({ from: 'server/src/rules/typo-word.ts', to: 'node:fs' }))
    assert.ok(breaks({ from: 'server/src/host/text.ts', to: 'node:https' }))
    assert.ok(breaks({ from: 'client/src/extension.ts', to: '../../server/src/plan/plan.ts' }))
  })
})
