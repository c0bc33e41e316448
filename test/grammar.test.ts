import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import oniguruma from 'vscode-oniguruma'
import textmate from 'vscode-textmate'
import { readLine } from '../server/src/plan/line.ts'
import { decimals } from '../server/src/plan/ordinal.ts'

const require = createRequire(import.meta.url)
const folder = 'test/grammar'
const grammarFile = 'syntaxes/plandoc.tmLanguage.json'
const documents = [
  ...readdirSync(folder).map((name) => join(folder, name)),
  ...readdirSync('examples').map((name) => join('examples', name)),
].filter((path) => path.endsWith('.plan'))

describe('the grammar', () => {
  it('colours the documents in test/grammar as their snapshots say', () => {
    const snapshot = require.resolve('vscode-tmgrammar-test/dist/snapshot.js')
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [snapshot, '--config', 'package.json', '--grammar', grammarFile, `${folder}/*.plan`],
      { encoding: 'utf8' },
    )
    assert.equal(
      status,
      0,
      `${stdout}${stderr}\nLook at the difference; node_modules/.bin/vscode-tmgrammar-snap -u … takes it over.`,
    )
  })

  it('calls an ordinal what the server calls one', async () => {
    const grammar = await load()
    let seen = 0
    for (const path of documents) {
      let stack = textmate.INITIAL
      for (const text of readFileSync(path, 'utf8').split('\n')) {
        const { tokens, ruleStack } = grammar.tokenizeLine(text, stack)
        stack = ruleStack
        const { ordinal, role } = readLine(text)
        const said = tokens.find(({ scopes }) => scopes.some((scope) => /\.ordinal\.plandoc$/.test(scope)))
        // Of decimal numbers the server sees by the whole document which are ordinals.
        if (role !== 'text' || (ordinal && decimals.has(ordinal.family))) continue
        assert.equal(said?.startIndex, ordinal?.from, `${path}: ${text}`)
        if (ordinal) seen++
      }
    }
    assert.ok(seen > 30)
  })
})

async function load(): Promise<textmate.IGrammar> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength))
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile),
  })
  return (await registry.loadGrammar('text.plandoc')) ?? assert.fail('no grammar')
}
