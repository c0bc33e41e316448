import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Diagnostic, SymbolInformation } from 'vscode-languageserver'
import { type Server, start } from './server.ts'

const text = '某市2027年工作要点\n一、防止一触而就。\n二、在XX市推广。\n'

describe('a window on several folders', () => {
  let root: string
  let server: Server
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'yaodian-'))
    for (const name of ['甲', '乙', '丙']) mkdirSync(join(root, name))
    write('甲/yaodian.json', '{ "rules": { "typo": "off" } }')
    write('乙/yaodian.json', '{ "rules": { "placeholder": "off" } }')
    const capabilities = { workspace: { workspaceFolders: true } }
    server = await start({ folders: [join(root, '甲'), join(root, '乙')], locale: 'zh-cn', capabilities })
  })
  afterEach(async () => {
    await server.stop()
    rmSync(root, { recursive: true })
  })
  const uri = (name: string) => pathToFileURL(join(root, name)).href
  const write = (name: string, content: string) => writeFileSync(join(root, name), content)
  const rulesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code)
  const found = async (name: string) => rulesOf((await server.open(uri(name), text)).diagnostics)
  const send = (method: string, params: object) => server.connection.sendNotification(method, params)
  /** The documents that have a heading with some words. */
  const having = async (query: string) => {
    const symbols: SymbolInformation[] = await server.connection.sendRequest('workspace/symbol', { query })
    return symbols.map(({ location }) => decodeURIComponent(location.uri).slice(decodeURIComponent(uri('')).length + 1))
  }

  it('checks the documents of each by its own configuration, and follows each', async () => {
    assert.deepEqual(await found('甲/要点.plan'), ['placeholder/left'])
    assert.deepEqual(await found('乙/要点.plan'), ['typo/word'])
    assert.deepEqual(await found('丙/要点.plan'), ['typo/word', 'placeholder/left'])
    const other = server.next(uri('甲/要点.plan'))
    write('甲/yaodian.json', '{}')
    await send('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('甲/yaodian.json'), type: 2 }] })
    assert.deepEqual(rulesOf((await other).diagnostics), ['typo/word', 'placeholder/left'])
  })

  it('looks into the folders that it has: one that comes is seen, one that goes is not', async () => {
    write('甲/旧.plan', '一、甲事项\n')
    write('丙/新.plan', '一、丙事项\n')
    assert.deepEqual(await having('事项'), ['甲/旧.plan'])
    const folder = (name: string) => ({ uri: uri(name), name })
    await send('workspace/didChangeWorkspaceFolders', { event: { added: [folder('丙')], removed: [folder('甲')] } })
    assert.deepEqual(await having('事项'), ['丙/新.plan'])
  })

  it('sees a document once, however its address is written', async () => {
    write('甲/要点(1).plan', '一、甲事项\n')
    await server.open(uri('甲/要点(1).plan').replace('(1)', '%281%29'), '一、甲事项\n')
    assert.equal((await having('甲事项')).length, 1)
  })

  it('checks what is not saved yet, and then by the folder where it is saved', async () => {
    const untitled = 'untitled:要点.plan'
    assert.deepEqual(rulesOf((await server.open(untitled, text)).diagnostics), ['typo/word', 'placeholder/left'])
    await send('textDocument/didClose', { textDocument: { uri: untitled } })
    assert.deepEqual(await found('乙/要点.plan'), ['typo/word'])
  })

  it('checks a document that is renamed into another folder by what holds there', async () => {
    write('甲/要点.plan', text)
    assert.deepEqual(await found('甲/要点.plan'), ['placeholder/left'])
    const gone = server.next(uri('甲/要点.plan'))
    renameSync(join(root, '甲/要点.plan'), join(root, '乙/改名.plan'))
    await send('textDocument/didClose', { textDocument: { uri: uri('甲/要点.plan') } })
    assert.deepEqual((await gone).diagnostics, [])
    assert.deepEqual(await found('乙/改名.plan'), ['typo/word'])
    assert.deepEqual(await having('防止'), ['乙/改名.plan'])
  })

  it('reads what is stored anew when it was changed outside of the editor', async () => {
    write('甲/旧.plan', '一、甲事项\n')
    assert.deepEqual(await having('甲事项'), ['甲/旧.plan'])
    write('甲/旧.plan', '一、此外一项工作\n')
    assert.deepEqual(await having('甲事项'), [])
    assert.deepEqual(await having('此外'), ['甲/旧.plan'])
  })
})
