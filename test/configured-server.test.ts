import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CodeAction, Diagnostic, TextDocumentEdit, TextEdit } from 'vscode-languageserver'
import { creating, type Server, start } from './server.ts'

const text = '某市2027年工作要点\n一、防止一触而就。\n二、在XX市推广。\n'

describe('the server and its configuration', () => {
  let folder: string
  let server: Server
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
    server = await start({ folder, locale: 'zh-cn', capabilities: creating })
  })
  afterEach(async () => {
    await server.stop()
    rmSync(folder, { recursive: true })
  })
  const uri = (name: string) => pathToFileURL(join(folder, name)).href
  const write = async (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri(name), type: 2 }],
    })
  }
  const rulesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code)
  const actionsAt = (line: number, character: number) =>
    server.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: uri('要点.plan') },
      range: { start: { line, character }, end: { line, character } },
      context: { diagnostics: [] },
    }) as Promise<CodeAction[]>
  /** Does to the folder what an action says. */
  const apply = async (action: CodeAction | undefined) => {
    const edits = (action?.edit?.documentChanges ?? []).filter(
      (change): change is TextDocumentEdit => 'edits' in change,
    )
    for (const { textDocument, edits: own } of edits) {
      const name = decodeURIComponent(textDocument.uri.slice(textDocument.uri.lastIndexOf('/') + 1))
      const path = join(folder, name)
      const lines = (existsSync(path) ? readFileSync(path, 'utf8') : '').split('\n')
      const offset = ({ line, character }: { line: number; character: number }) =>
        lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character
      const now = (own as TextEdit[]).reduceRight(
        (out, { range, newText }) => out.slice(0, offset(range.start)) + newText + out.slice(offset(range.end)),
        lines.join('\n'),
      )
      await write(name, now)
    }
  }

  it('looks itself at what the client does not tell it of', async () => {
    const { diagnostics } = await server.open(uri('要点.plan'), text)
    assert.deepEqual(rulesOf(diagnostics), ['typo/word', 'placeholder/left'])
    for (const [name, content, left] of [
      ['yaodian.json', '{ "rules": { "typo": "off" } }', ['placeholder/left']],
      ['yaodian.json', '{ "rules": { "placeholder": "off" } }', ['typo/word']],
    ] as const) {
      const next = server.next(uri('要点.plan'))
      writeFileSync(join(folder, name), content)
      assert.deepEqual(rulesOf((await next).diagnostics), left)
    }
  })

  it('shows a mistake in yaodian.json at its place, and takes it back when it is mended', async () => {
    const own = server.next(uri('yaodian.json'))
    writeFileSync(join(folder, 'yaodian.json'), '{\n  "profile": "final",\n  "rules": { "typo": "off" }\n}\n')
    const { diagnostics } = await server.open(uri('要点.plan'), text)
    assert.deepEqual(rulesOf(diagnostics), ['placeholder/left'])
    assert.deepEqual(
      (await own).diagnostics.map(({ range, message }) => [range.start.line, range.start.character, message]),
      [[1, 13, '“profile”应写作 draft | review | issue']],
    )
    const mended = server.next(uri('yaodian.json'))
    await write('yaodian.json', '{ "profile": "draft" }')
    assert.deepEqual((await mended).diagnostics, [])
  })

  it('accepts a finding, in a file that is there from then on', async () => {
    await server.open(uri('要点.plan'), text)
    const actions = await actionsAt(1, 6)
    const accept = actions.find(({ title }) => title === '接受此处“一触而就”（错别字）')
    const next = server.next(uri('要点.plan'))
    await apply(accept)
    assert.deepEqual(rulesOf((await next).diagnostics), ['placeholder/left'])
    const { accepted } = JSON.parse(readFileSync(join(folder, 'yaodian-accepted.json'), 'utf8'))
    assert.deepEqual(
      accepted.map(({ rule, words, excerpt }: Record<string, string>) => [rule, words, excerpt]),
      [['typo/word', '一触而就', '防止一触而就。']],
    )
  })

  it('asks no more of a document, and gives a rule another severity', async () => {
    await server.open(uri('要点.plan'), text)
    const off = (await actionsAt(2, 4)).find(({ title }) => title === '本文档不再检查“占位符未替换”')
    const next = server.next(uri('要点.plan'))
    await apply(off)
    assert.deepEqual(rulesOf((await next).diagnostics), ['typo/word'])
    assert.deepEqual(JSON.parse(readFileSync(join(folder, 'yaodian.json'), 'utf8')), {
      overrides: [{ files: ['./要点.plan'], rules: { 'placeholder/left': 'off' } }],
    })
    const gone = (await actionsAt(1, 6)).find(({ title }) => title === '不再检查“错别字”')
    const after = server.next(uri('要点.plan'))
    await apply(gone)
    assert.deepEqual((await after).diagnostics, [])
  })

  it('says how far a document is, and writes another stage where its own is said', async () => {
    const textDocument = { uri: uri('要点.plan') }
    const stage = () =>
      server.connection.sendRequest('yaodian/profile', { textDocument }) as Promise<{
        profile: string
        edits: Record<string, CodeAction['edit']>
      }>
    const choose = async (profile: string) => {
      const edit = (await stage()).edits[profile]
      await apply({ title: '', ...(edit && { edit }) })
      return JSON.parse(readFileSync(join(folder, 'yaodian.json'), 'utf8'))
    }
    await server.open(textDocument.uri, text)
    assert.equal((await stage()).profile, 'review')
    assert.deepEqual(await choose('issue'), { profile: 'issue' })
    assert.equal((await stage()).profile, 'issue')
    const others = { files: ['*.plan'], profile: 'draft' }
    await write('yaodian.json', JSON.stringify({ overrides: [others] }))
    assert.equal((await stage()).profile, 'draft')
    assert.deepEqual(await choose('issue'), { overrides: [others, { files: ['./要点.plan'], profile: 'issue' }] })
    assert.equal((await stage()).profile, 'issue')
  })

  it('answers the check of a document at any stage', async () => {
    await server.open(uri('要点.plan'), text)
    const textDocument = { uri: uri('要点.plan') }
    const check = (profile: string) =>
      server.connection.sendRequest('yaodian/check', { textDocument, profile }) as Promise<{
        verdict: string
        main: string
        findings: unknown[]
      }>
    const issued = await check('issue')
    assert.equal(issued.verdict, 'not')
    assert.equal(issued.findings.length, 2)
    assert.ok(issued.main.includes('<mark>XX</mark>'))
    assert.equal((await check('draft')).findings.length, 1)
    const { content } = (await server.connection.sendRequest('yaodian/checkReport', {
      textDocument,
      profile: 'issue',
      format: 'html',
    })) as { content: string }
    assert.ok(content.startsWith('<!doctype html>'))
  })
})
