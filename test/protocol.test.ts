import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CodeAction, DocumentSymbol, FoldingRange, SelectionRange } from 'vscode-languageserver/node'
import { type Server, start } from './server.ts'

const uri = 'untitled:plan'
const text = '某市2024年工作要点\n\n一、总则\n1.甲事。\n2.严守政治记录,增强“四个坚定”。\n2.乙事\n二、任务\n'
const textDocument = { uri }

describe('the server over stdio', () => {
  let server: Server
  before(async () => {
    server = await start({ locale: 'zh-cn' })
  })
  after(() => server.stop())

  it('announces what its features can do', () => {
    const { capabilities, serverInfo } = server.initialized
    assert.equal(serverInfo?.name, 'yaodian')
    assert.equal(capabilities.textDocumentSync, 2)
    assert.ok(
      capabilities.documentSymbolProvider && capabilities.foldingRangeProvider && capabilities.codeActionProvider,
    )
  })

  it('publishes findings with rule, page and related places, for the version that it read', async () => {
    const { diagnostics, version } = await server.open(uri, text)
    assert.equal(version, 1)
    assert.deepEqual(
      diagnostics.map(({ code, range, severity, source }) => [
        range.start.line,
        range.start.character,
        code,
        severity,
        source,
      ]),
      [
        [4, 6, 'typo/word', 1, 'yaodian'],
        [4, 8, 'punctuation/width', 1, 'yaodian'],
        [4, 11, 'wording/formula', 1, 'yaodian'],
        [5, 0, 'ordinal/duplicate', 1, 'yaodian'],
      ],
    )
    const [twice] = diagnostics.slice(-1)
    assert.equal(twice?.relatedInformation?.[0]?.location.range.start.line, 4)
    assert.match(String(twice?.codeDescription?.href), /docs\/rules\/ordinal-duplicate\.md$/)
  })

  it('answers an edit for the newest version', async () => {
    const next = server.next(uri)
    await server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: { line: 5, character: 0 }, end: { line: 5, character: 1 } }, text: '3' }],
    })
    const { diagnostics, version } = await next
    assert.equal(version, 2)
    assert.equal(diagnostics.length, 3)
  })

  it('gives the outline', async () => {
    const [document] = (await server.connection.sendRequest('textDocument/documentSymbol', {
      textDocument,
    })) as DocumentSymbol[]
    const names = (symbols: readonly DocumentSymbol[]): unknown[] =>
      symbols.map(({ name, children }) => [name, ...names(children ?? [])])
    assert.equal(document?.name, '某市2024年工作要点')
    assert.deepEqual(names(document?.children ?? []), [
      ['一、总则', ['1.甲事'], ['2.严守政治记录,增强“四个坚定”'], ['3.乙事']],
      ['二、任务'],
    ])
  })

  it('folds documents and sections', async () => {
    const folds = (await server.connection.sendRequest('textDocument/foldingRange', { textDocument })) as FoldingRange[]
    assert.deepEqual(folds, [
      { startLine: 0, endLine: 6 },
      { startLine: 2, endLine: 5 },
    ])
  })

  it('grows a selection from clause to document', async () => {
    const [grown] = (await server.connection.sendRequest('textDocument/selectionRange', {
      textDocument,
      positions: [{ line: 4, character: 5 }],
    })) as SelectionRange[]
    const texts: string[] = []
    for (let at = grown; at; at = at.parent) {
      const { start, end } = at.range
      texts.push(`${start.line}:${start.character}-${end.line}:${end.character}`)
    }
    assert.deepEqual(texts, ['4:0-4:8', '4:0-4:17', '4:0-4:18', '2:0-5:4', '0:0-6:4'])
  })

  it('says at an ordinal where it stands', async () => {
    const hoverAt = (line: number, character: number) =>
      server.connection.sendRequest('textDocument/hover', { textDocument, position: { line, character } })
    assert.deepEqual(await hoverAt(5, 1), {
      contents: { kind: 'plaintext', value: '一、 › 3.' },
      range: { start: { line: 5, character: 0 }, end: { line: 5, character: 2 } },
    })
    assert.match(JSON.stringify(await hoverAt(2, 0)), /一、\\n下有 3 条/)
    assert.equal(await hoverAt(4, 9), null)
  })

  const actions = (only?: readonly string[]) =>
    server.connection.sendRequest('textDocument/codeAction', {
      textDocument,
      range: { start: { line: 4, character: 7 }, end: { line: 4, character: 7 } },
      context: { diagnostics: [], ...(only && { only }) },
    }) as Promise<CodeAction[]>

  it('offers the fix of the finding at the cursor', async () => {
    const [fix, ...more] = await actions()
    assert.deepEqual(more, [])
    assert.equal(fix?.title, '改为“纪律”')
    assert.equal(fix?.isPreferred, true)
    assert.equal(fix?.diagnostics?.[0]?.code, 'typo/word')
    assert.deepEqual(fix?.edit?.documentChanges, [
      {
        textDocument: { uri, version: 2 },
        edits: [{ range: { start: { line: 4, character: 6 }, end: { line: 4, character: 8 } }, newText: '纪律' }],
      },
    ])
  })

  it('fixes all that is certain at once, where asked', async () => {
    const [all] = await actions(['source.fixAll'])
    assert.equal(all?.kind, 'source.fixAll.yaodian')
    assert.equal(all?.title, '改正全部 3 处有把握的错误')
    const [change] = all?.edit?.documentChanges ?? []
    assert.equal(change && 'edits' in change && change.edits.length, 3)
  })

  it('fixes all of a kind', async () => {
    const many = 'untitled:many'
    await server.open(many, '一、甲,乙,丙\n')
    const found = (await server.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: many },
      range: { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } },
      context: { diagnostics: [] },
    })) as CodeAction[]
    assert.deepEqual(
      found.map(({ title }) => title),
      ['改为“，”', '改正全部 2 处“半角标点”'],
    )
  })

  it('shows a thousand of very many findings, the gravest, and says how many are left', async () => {
    const many = 'untitled:many'
    const lines = Array.from({ length: 1200 }, () => '全年新增约12个左右。')
    const { diagnostics } = await server.open(many, `${lines.join('\n')}\n严守政治记录。`)
    const [first, ...shown] = diagnostics
    assert.deepEqual([shown.length, shown.filter(({ severity }) => severity === 1).length], [999, 1])
    assert.equal(shown.at(-1)?.code, 'typo/word')
    assert.match(String(first?.message), /另有 202 处/)
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: many } })
  })

  it('tells whether a plain text reads like a plan', async () => {
    const ask = (plain: string) => server.connection.sendRequest('yaodian/readsLikePlan', { text: plain })
    assert.equal(await ask(text), true)
    assert.equal(await ask('买菜：\n1. 白菜\n2. 萝卜\n'), false)
    assert.equal(await ask(''), false)
  })

  it('clears what it said of a document that is closed, and knows it no more', async () => {
    const next = server.next(uri)
    await server.connection.sendNotification('textDocument/didClose', { textDocument })
    assert.deepEqual((await next).diagnostics, [])
    assert.equal(await server.connection.sendRequest('textDocument/foldingRange', { textDocument }), null)
  })

  it('reads yaodian.json again when it changes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
    const file = pathToFileURL(join(folder, 'a.plan')).href
    assert.equal((await server.open(file, '一、甲事\n')).diagnostics.length, 0)
    writeFileSync(join(folder, 'yaodian.json'), '{ "owners": "required" }')
    const next = server.next(file)
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(join(folder, 'yaodian.json')).href, type: 2 }],
    })
    assert.deepEqual(
      (await next).diagnostics.map(({ code }) => code),
      ['owner/missing'],
    )
    rmSync(folder, { recursive: true })
  })
})

describe('the server’s language', () => {
  for (const [locale, message] of [
    ['zh-cn', '序号不连续：此处应为“二、”'],
    ['en', 'Ordinal skipped: “二、” is expected here'],
    ['fr', 'Ordinal skipped: “二、” is expected here'],
    [undefined, '序号不连续：此处应为“二、”'],
  ] as const) {
    it(`is ${message.slice(0, 8)}… for ${locale ?? 'a client that names none'}`, async () => {
      const server = await start(locale ? { locale } : {})
      const { diagnostics } = await server.open(uri, '一、甲\n三、乙\n')
      assert.deepEqual(
        diagnostics.map((d) => d.message),
        [message],
      )
      await server.stop()
    })
  }
})
