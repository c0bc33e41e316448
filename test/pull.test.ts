import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DocumentDiagnosticReport, InitializeResult } from 'vscode-languageserver'
import { clients } from './clients.ts'
import { type CheckedClient, checkedClient, greeting } from './lsp/checked-client.ts'
import { validator } from './lsp/validate.ts'

const text = '某市2027年工作要点\n一、严守政治记录。\n二、甲事。\n'

describe('findings that a client asks for', () => {
  let client: CheckedClient
  let folder: string
  let uri: string
  before(async function () {
    this.timeout(60_000)
    folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
    uri = pathToFileURL(join(folder, '要点.plan')).href
    client = checkedClient(clients.vscode, validator())
    const { capabilities } = await client.ask<InitializeResult>('initialize', greeting(clients.vscode, folder))
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'yaodian',
      interFileDependencies: false,
      workspaceDiagnostics: false,
    })
    client.tell('initialized', {})
    client.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'plandoc', version: 1, text } })
  })
  afterEach(() => {
    assert.deepEqual(client.wrong, [])
    assert.deepEqual(
      client.said.filter(({ method }) => method === 'textDocument/publishDiagnostics'),
      [],
    )
  })
  after(async () => {
    await client.stop()
    rmSync(folder, { recursive: true })
  })

  const pull = (previousResultId?: string) =>
    client.ask<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri }, previousResultId })
  const type = (version: number, line: number, from: number, to: number, words: string) =>
    client.tell('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: { line, character: from }, end: { line, character: to } }, text: words }],
    })
  /** The rules of a report's findings, with their rows; its kind where it has none. */
  const shown = (report: DocumentDiagnosticReport) =>
    report.kind === 'full' ? report.items.map(({ code, range }) => `${range.start.line} ${code}`) : report.kind

  let known: string | undefined
  it('are all there, with an id', async () => {
    const report = await pull()
    assert.deepEqual(shown(report), ['1 typo/word'])
    known = report.resultId
    assert.ok(known)
  })

  it('are answered by their id where they are the same, also behind an edit beside them', async () => {
    assert.deepEqual(await pull(known), { kind: 'unchanged', resultId: known })
    type(2, 2, 2, 3, '乙')
    assert.deepEqual(await pull(known), { kind: 'unchanged', resultId: known })
  })

  it('are all there again for who knows them not, or knows others', async () => {
    assert.deepEqual(shown(await pull()), ['1 typo/word'])
    assert.deepEqual(shown(await pull('别的')), ['1 typo/word'])
  })

  it('are others where they moved', async () => {
    type(3, 1, 0, 0, '\n')
    const report = await pull(known)
    assert.deepEqual(shown(report), ['2 typo/word'])
    assert.notEqual(report.resultId, known)
  })

  it('are asked for again when a configuration changes, once', async () => {
    writeFileSync(join(folder, 'yaodian.json'), '{ "owners": "required" }')
    const refresh = client.next('workspace/diagnostic/refresh')
    client.tell('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(join(folder, 'yaodian.json')).href, type: 1 }],
    })
    await refresh
    assert.deepEqual(shown(await pull()), ['2 owner/missing', '2 typo/word', '3 owner/missing'])
  })
})
