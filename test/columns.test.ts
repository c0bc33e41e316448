import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  Location,
  PositionEncodingKind,
  PublishDiagnosticsParams,
  Range,
  SemanticTokens,
  WorkspaceEdit,
} from 'vscode-languageserver'
import { creating, type Server, start } from './server.ts'

/** Each row has characters of one, two, three and four bytes before what is sought in it: é is two, 中 three, 𠮷 four. */
const text = `𠮷林市2027年工作要点
一、𠮷é中严守政治记录。（责任单位：𠮷é市教育局）
二、𠮷落实第一部分。（责任单位：市财政局）
`
const others = '𠮷某区2027年工作要点\n一、𠮷办学（责任单位：𠮷é市教育局）\n'

/** How a client counts: the piece of a row between two of its columns, and the column behind a piece. */
type Count = {
  readonly cut: (row: string, from: number, to: number) => string
  readonly behind: (piece: string) => number
}
const bytes: Count = {
  cut: (row, from, to) => Buffer.from(row).subarray(from, to).toString(),
  behind: (piece) => Buffer.byteLength(piece),
}
const units: Count = { cut: (row, from, to) => row.slice(from, to), behind: ({ length }) => length }
const points: Count = {
  cut: (row, from, to) => [...row].slice(from, to).join(''),
  behind: (piece) => [...piece].length,
}

const offers: readonly (readonly [readonly PositionEncodingKind[] | undefined, string | undefined, Count])[] = [
  [undefined, undefined, units],
  [['utf-16'], 'utf-16', units],
  [['utf-8'], 'utf-8', bytes],
  [['utf-32'], 'utf-32', points],
  [['utf-32', 'utf-8', 'utf-16'], 'utf-32', points],
  [['utf-7', 'utf-8', 'utf-16'], 'utf-8', bytes],
  [['utf-7'], 'utf-16', units],
]

describe('columns are counted as the client counts them', () => {
  for (const [positionEncodings, expected, count] of offers) {
    describe(`that offers ${positionEncodings ?? 'nothing'}`, () => {
      let server: Server
      let folder: string
      let uri: string
      let found: readonly Diagnostic[]
      const rows = new Map<string, readonly string[]>()
      before(async () => {
        folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
        uri = pathToFileURL(join(folder, '要点.plan')).href
        const other = pathToFileURL(join(folder, '某区工作要点.plan')).href
        writeFileSync(join(folder, '某区工作要点.plan'), others)
        rows.set(uri, text.split('\n')).set(other, others.split('\n'))
        const { general: _, ...rest } = creating
        const capabilities = {
          ...rest,
          ...(positionEncodings && { general: { positionEncodings: [...positionEncodings] } }),
        }
        server = await start({ locale: 'zh-cn', folder, capabilities })
        found = (await server.open(uri, text)).diagnostics
      })
      after(async () => {
        await server.stop()
        rmSync(folder, { recursive: true })
      })

      const words = ({ start, end }: Range, of = uri) =>
        start.line === end.line ? count.cut(rows.get(of)?.[start.line] ?? '', start.character, end.character) : '…'
      /** In front of words in a row. */
      const inFrontOf = (line: number, piece: string) => {
        const row = rows.get(uri)?.[line] ?? ''
        return { line, character: count.behind(row.slice(0, row.indexOf(piece))) }
      }
      const ask = <R>(method: string, params: object) =>
        server.connection.sendRequest<R>(method, { textDocument: { uri }, ...params })
      const edited = ({ documentChanges = [] }: WorkspaceEdit) =>
        documentChanges.flatMap((change) =>
          'edits' in change
            ? change.edits.map(
                (edit) => `${words(edit.range, change.textDocument.uri)} → ${'newText' in edit ? edit.newText : ''}`,
              )
            : [],
        )

      it(`says that it is ${expected ?? 'by default'}`, () => {
        assert.equal(server.initialized.capabilities.positionEncoding, expected)
      })

      it('in findings and their remedies', async () => {
        assert.deepEqual(
          found.map(({ range }) => words(range)),
          ['记录'],
        )
        const place = inFrontOf(1, '记录')
        const [fix] = await ask<CodeAction[]>('textDocument/codeAction', {
          range: { start: place, end: place },
          context: { diagnostics: [] },
        })
        assert.deepEqual(edited(fix?.edit ?? {}), ['记录 → 纪律'])
      })

      it('in the outline and in colours', async () => {
        const [root] = await ask<DocumentSymbol[]>('textDocument/documentSymbol', {})
        const nodes = [root, ...(root?.children ?? [])].flatMap((node) => (node ? words(node.selectionRange) : []))
        assert.deepEqual(nodes, ['𠮷林市2027年工作要点', '一、𠮷é中严守政治记录', '二、𠮷落实第一部分'])
        const { data } = await ask<SemanticTokens>('textDocument/semanticTokens/full', {})
        const tokens: string[] = []
        for (let i = 0, line = 0, at = 0; i < data.length; i += 5) {
          const [down = 0, along = 0, length = 0] = data.slice(i)
          line += down
          at = down === 0 ? at + along : along
          tokens.push(count.cut(rows.get(uri)?.[line] ?? '', at, at + length))
        }
        assert.deepEqual(tokens, ['𠮷é市教育局', '第一部分', '市财政局'])
      })

      it('where it points, in this document and in others', async () => {
        const target = await ask<Location>('textDocument/definition', { position: inFrontOf(2, '第一部分') })
        assert.equal(words(target.range), '一、𠮷é中严守政治记录')
        const uses = await ask<Location[]>('textDocument/references', {
          position: inFrontOf(1, '市教育局'),
          context: { includeDeclaration: true },
        })
        assert.deepEqual(
          uses.map(({ uri: of, range }) => words(range, of)),
          ['𠮷é市教育局', '𠮷é市教育局'],
        )
      })

      it('in what it changes, here and elsewhere', async () => {
        const position = inFrontOf(1, '教育局')
        const edit = await ask<WorkspaceEdit>('textDocument/rename', { position, newName: '市教体局' })
        assert.deepEqual(edited(edit), ['𠮷é市教育局 → 市教体局', '𠮷é市教育局 → 市教体局'])
        const { items } = await ask<CompletionList>('textDocument/completion', { position: inFrontOf(2, '财政局') })
        const [first] = items
        assert.equal(first?.textEdit && 'range' in first.textEdit && words(first.textEdit.range), '市')
      })

      it('in what is typed', async () => {
        const from = inFrontOf(1, '记录')
        const to = inFrontOf(1, '。')
        const isMended = (params: PublishDiagnosticsParams) => params.diagnostics.length === 0
        const next = server.next(uri)
        await server.connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: 2 },
          contentChanges: [
            { range: { start: from, end: to }, text: '𠮷' },
            { range: { start: from, end: { line: 1, character: from.character + count.behind('𠮷') } }, text: '纪律' },
          ],
        })
        assert.ok(isMended(await next))
      })
    })
  }
})
