import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver'
import { type Client, clients } from './clients.ts'
import { type CheckedClient, checkedClient, greeting } from './lsp/checked-client.ts'
import { tour } from './lsp/tour.ts'
import { unannounced } from './lsp/unannounced.ts'
import { type Validate, validator } from './lsp/validate.ts'

/** Something of everything that features look for, with characters of one, two and four bytes. */
const text = `𠮷林市2027年工作要点

一、总体要求
（一）严守政治记录,防止一触而就。（牵头单位：市教育局、市司法局；配合单位：市财政局）
（二）落实第一部分第（一）项和附件1，𠮷林试点推进《某办法的要求。（责任单位：市教育局）
二、重点任务
1.推广XX，6月底前完成。[市司法局，2026年5月]
3.同第1项，由市教育局会同市财政局办理。（牵头单位：市教育局；配合单位：教育局）
4.开展𠮷林𠮷林行动,全面全面推进。
专栏1 重点工程
序号\t任务\t牵头单位
1\t建平台\t市司法局
附件1
任务分工
一、甲事（责任单位：市财政局）
`
const other = `某区2027年工作要点\n一、办学（牵头单位：市教育局；配合单位：区教育局）\n`
const config = { owners: 'required', units: 'units.csv', strict: '错' }
const units = '名称,简称,曾用名,上级\n𠮷林市教育局,市教育局,市教委,市政府\n市司法局,,,\n'

let made: Validate | undefined
/** The validators are made once, when they are first needed: that takes a second or two. */
const validate: Validate = (...payload) => {
  made ??= validator()
  return made(...payload)
}

describe('every client is sent what the protocol lets and what it can do', function () {
  this.timeout(60_000)
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
    writeFileSync(join(folder, 'yaodian.json'), JSON.stringify(config))
    writeFileSync(join(folder, 'units.csv'), units)
    writeFileSync(join(folder, '某区2027年工作要点.plan'), other)
  })
  after(() => rmSync(folder, { recursive: true }))

  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href
  const opened = async (client: CheckedClient, { capabilities }: InitializeResult, uri: string, content: string) => {
    const textDocument = { uri, languageId: 'plandoc', version: 1, text: content }
    const isThere = (params: PublishDiagnosticsParams) => params.uri === uri
    const told = capabilities.diagnosticProvider ? undefined : client.next('textDocument/publishDiagnostics', isThere)
    client.tell('textDocument/didOpen', { textDocument })
    await told
  }

  let client: CheckedClient
  afterEach(() => client.kill())

  for (const [name, own] of Object.entries(clients)) {
    it(`${own.client}`, async () => {
      client = checkedClient(own, validate)
      const initialized = await client.ask<InitializeResult>('initialize', greeting(own, folder))
      client.tell('initialized', {})
      const { capabilities } = initialized
      const document = { uri: uriOf('要点.plan'), text }
      await opened(client, initialized, document.uri, text)
      assert.deepEqual(await tour(client, capabilities, document), [])
      await client.stop()
      assert.deepEqual(client.wrong, [], name)
      const pushed = client.said.filter(
        ({ method, params }) =>
          method === 'textDocument/publishDiagnostics' && (params as PublishDiagnosticsParams).uri === document.uri,
      )
      assert.equal(pushed.length === 0, capabilities.diagnosticProvider !== undefined)
    })
  }

  const real = plans()
  for (const name of ['neovim-0.11', 'bare'])
    it(`${clients[name]?.client}, with real plans`, async function () {
      if (real.length === 0) {
        console.log('      skipped: there is no ../shared/plans')
        this.skip()
      }
      const own = clients[name] as Client
      client = checkedClient(own, validate)
      const initialized = await client.ask<InitializeResult>('initialize', greeting(own, folder))
      client.tell('initialized', {})
      for (const path of real) {
        const document = { uri: pathToFileURL(path).href, text: readFileSync(path, 'utf8') }
        await opened(client, initialized, document.uri, document.text)
        await tour(client, initialized.capabilities, document, 8)
        client.tell('textDocument/didClose', { textDocument: { uri: document.uri } })
      }
      await client.stop()
      assert.deepEqual(client.wrong, [], name)
    })
})

describe('the validator and the list of privileges', () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }
  const published = (diagnostic: object) =>
    validate('sayings', 'textDocument/publishDiagnostics', { uri: 'file:///a', diagnostics: [diagnostic] })

  it('let pass what is right', () => {
    assert.deepEqual(published({ range, message: '错' }), [])
    assert.deepEqual(validate('answers', 'textDocument/hover', null), [])
  })
  it('see what is unknown, missing, of the wrong type, negative, no address, or nobody’s to send', () => {
    assert.deepEqual(published({ range, message: '错', rule: 'typo/word' }), [
      '/diagnostics/0 must NOT have additional properties rule',
    ])
    assert.deepEqual(published({ range }), ["/diagnostics/0 must have required property 'message'"])
    assert.notDeepEqual(published({ range, message: 3 }), [])
    assert.notDeepEqual(published({ range: { ...range, start: { line: -1, character: 0 } }, message: '错' }), [])
    assert.notDeepEqual(published({ range: { ...range, start: { line: 0.5, character: 0 } }, message: '错' }), [])
    assert.notDeepEqual(published({ range, message: '错', severity: 5 }), [])
    assert.notDeepEqual(validate('sayings', 'textDocument/publishDiagnostics', { uri: '/a', diagnostics: [] }), [])
    assert.notDeepEqual(validate('answers', 'textDocument/diagnostic', null), [])
    assert.deepEqual(validate('sayings', 'yaodian/news', {}), ['is nothing that the server may send'])
  })
  it('see what is used unannounced', () => {
    const symbols = [{ name: '甲', kind: 23, range, selectionRange: range }]
    assert.equal(unannounced({}, 'textDocument/documentSymbol', symbols).length, 2)
    assert.deepEqual(unannounced(clients.vscode.capabilities, 'textDocument/documentSymbol', symbols), [])
    const watching = { registrations: [{ id: '1', method: 'workspace/didChangeWatchedFiles' }] }
    assert.deepEqual(unannounced({}, 'client/registerCapability', watching), [
      'registers workspace/didChangeWatchedFiles',
    ])
  })
})

/** The real plans, where they are there. */
function plans(): readonly string[] {
  const folder = '../shared/plans'
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name))
}
