import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type {
  CodeAction,
  CompletionList,
  DocumentHighlight,
  DocumentLink,
  Hover,
  InlayHint,
  Location,
  Range,
  SemanticTokens,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver/node'
import { type Server, start } from './server.ts'
import { applied } from './text-edits.ts'

const uri = 'untitled:navigation'
const textDocument = { uri }
const text = [
  '某市2024年工作要点',
  '一、总体要求',
  '二、重点任务',
  '（一）优化服务',
  '1.一窗受理。（责任单位：市教育局，2024年6月底前完成）',
  '2.限时办结，按照第二部分第（二）项执行。',
  '（二）强化监管，参照本部分第（一）项第1项，见附件1。',
  '附件1',
  '监管事项清单',
  '1.甲事项',
].join('\n')

const line = (row: number): string => text.split('\n')[row] as string
const at = (row: number, words: string) => ({ line: row, character: line(row).indexOf(words) + 1 })
const cut = ({ start, end }: Range): string => line(start.line).slice(start.character, end.character)

describe('references between places of a document', () => {
  let server: Server
  before(async () => {
    server = await start({ locale: 'zh-cn' })
    await server.open(uri, text)
  })
  after(() => server.stop())

  const ask = <T>(method: string, params: object): Promise<T> =>
    server.connection.sendRequest(method, { textDocument, ...params })

  it('lead to the item that they name, step by step', async () => {
    const go = async (row: number, words: string) =>
      (await ask<Location | null>('textDocument/definition', { position: at(row, words) }))?.range.start.line
    assert.equal(await go(5, '第二部分'), 2)
    assert.equal(await go(5, '（二）项'), 6)
    assert.equal(await go(6, '第（一）'), 3)
    assert.equal(await go(6, '第1项'), 4)
    assert.equal(await go(6, '附件1'), 7)
    assert.equal(await go(1, '总体'), undefined)
  })

  it('are found from the ordinal', async () => {
    const found = await ask<Location[]>('textDocument/references', {
      position: at(6, '（二）'),
      context: { includeDeclaration: false },
    })
    assert.deepEqual(
      found.map(({ range }) => [range.start.line, cut(range)]),
      [[5, '第（二）项']],
    )
    const marks = await ask<DocumentHighlight[]>('textDocument/documentHighlight', { position: at(3, '（一）') })
    assert.deepEqual(
      marks.map(({ range }) => cut(range)),
      ['（一）', '第（一）项'],
    )
  })

  it('are links with the name of what they point to', async () => {
    const links = await ask<DocumentLink[]>('textDocument/documentLink', {})
    assert.deepEqual(
      links.map(({ range, target, tooltip }) => [cut(range), target, tooltip]),
      [
        ['第二部分', `${uri}#3`, '二、重点任务'],
        ['第（二）项', `${uri}#7`, '（二）强化监管，参照本部分第（一）项第1项，见附件1'],
        ['第（一）项', `${uri}#4`, '（一）优化服务'],
        ['第1项', `${uri}#5`, '1.一窗受理'],
        ['附件1', `${uri}#8`, '附件1 监管事项清单'],
      ],
    )
  })

  it('show on hover where they point to', async () => {
    const hover = await ask<Hover>('textDocument/hover', { position: at(5, '（二）项') })
    assert.match(JSON.stringify(hover.contents), /二、 › （二）/)
  })

  it('are renamed with the ordinal', async () => {
    const edit = await ask<WorkspaceEdit>('textDocument/rename', { position: at(6, '（二）'), newName: '三' })
    const [change] = edit.documentChanges as { edits: TextEdit[] }[]
    const after = applied(text, change?.edits ?? []).split('\n')
    assert.equal(after[5], '2.限时办结，按照第二部分第（三）项执行。')
    assert.match(after[6] ?? '', /^（三）/)
    await assert.rejects(ask('textDocument/rename', { position: at(6, '（二）'), newName: '甲乙' }), /请写“五”或“5”/)
  })

  it('are completed from what is there', async () => {
    const typed = `${text}\n一、另见第`
    const other = 'untitled:typed'
    await server.open(other, typed)
    const list = await server.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri: other },
      position: { line: 10, character: 5 },
    })
    assert.deepEqual(
      list.items.map(({ label }) => label),
      ['第1项', '第一部分'],
    )
  })
})

describe('what stands beside the text', () => {
  let server: Server
  before(async () => {
    server = await start({ locale: 'en' })
    await server.open(uri, text)
  })
  after(() => server.stop())
  const ask = <T>(method: string, params: object): Promise<T> =>
    server.connection.sendRequest(method, { textDocument, ...params })
  const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }

  it('colours units, deadlines and references', async () => {
    const { data } = await ask<SemanticTokens>('textDocument/semanticTokens/full', {})
    const words: string[] = []
    let row = 0
    let column = 0
    for (let i = 0; i < data.length; i += 5) {
      const [down, right, length] = data.slice(i, i + 3) as [number, number, number]
      row += down
      column = down > 0 ? right : column + right
      words.push(line(row).slice(column, column + length))
    }
    assert.deepEqual(words, ['市教育局', '2024年6月底前完成', '第二部分第（二）项', '第（一）项第1项', '附件1'])
  })

  it('hints at the path of an item', async () => {
    const hints = await ask<InlayHint[]>('textDocument/inlayHint', { range: whole })
    assert.deepEqual(
      hints.map(({ position, label }) => [position.line, label]),
      [
        [3, '二、 ›'],
        [4, '二、 › （一） ›'],
        [5, '二、 › （一） ›'],
        [6, '二、 ›'],
        [9, '附件1 ›'],
      ],
    )
  })

  it('offers renumbering and moving as refactorings, in one edit', async () => {
    const actions = await ask<CodeAction[]>('textDocument/codeAction', {
      range: { start: at(4, '.'), end: at(4, '.') },
      context: { diagnostics: [], only: ['refactor'] },
    })
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Move the item down', 'Promote the item'],
    )
  })
})

describe('symbols of the workspace', () => {
  it('come from every plan document below its folders, open or not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
    mkdirSync(join(folder, '去年'))
    writeFileSync(join(folder, '去年', '工作要点.txt'), '某市2025年工作要点\n一、总体要求\n二、建设平台\n')
    writeFileSync(join(folder, '别的.txt'), '一、建设平台\n')
    const server = await start({ folder })
    await server.open(pathToFileURL(join(folder, '新.plan')).href, '某市2026年工作要点\n一、扩建平台\n')
    const found = await server.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: '建平台' })
    await server.stop()
    rmSync(folder, { recursive: true })
    assert.deepEqual(
      found.map(({ name, containerName }) => [name, containerName]),
      [
        ['一、扩建平台', '某市2026年工作要点'],
        ['二、建设平台', '某市2025年工作要点'],
      ],
    )
  })
})
