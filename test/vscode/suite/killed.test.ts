import * as assert from 'node:assert/strict'
import { commands, type DocumentSymbol, type TextDocument, type TextEditor, window, workspace } from 'vscode'
import { becomes, closeAll, eventually, findings, openNew } from './editor.ts'
import { servers } from './server.ts'

const content = '一、严守政治记录。\n三、甲事。\n'

describe('a killed server', () => {
  afterEach(closeAll)

  it('is started again and knows every open document as it is, unsaved or just typed in', async () => {
    const untitled = await window.showTextDocument(await workspace.openTextDocument({ language: 'plandoc', content }))
    const saved = await openNew('重启一.plan', content)
    await becomes(() => findings(saved.document).length, 2)
    await insert(saved, '前言，严守政治记录。\n')
    const documents = [untitled.document, saved.document]
    await becomes(() => findings(untitled.document).length, 2)
    await becomes(() => slips(saved.document), 2)
    const before = await seen(documents)

    const pid = servers()[0]?.pid
    servers()[0]?.kill('SIGKILL')
    await eventually('another server', () => servers().length === 1 && servers()[0]?.pid !== pid)
    await becomes(() => seen(documents), before)
    assert.ok(untitled.document.isDirty)
    // It follows what is typed from here on.
    await insert(saved, '严守政治记录，')
    await becomes(() => slips(saved.document), 3)
  })

  it('misses nothing that is typed while there is none', async () => {
    const editor = await openNew('重启二.plan', content)
    await becomes(() => findings(editor.document).length, 2)
    const pid = servers()[0]?.pid
    servers()[0]?.kill('SIGKILL')
    for (const [at, letter] of [...'严守政治记录。\n'].entries()) await insert(editor, letter, at)
    await eventually('another server', () => servers().length === 1 && servers()[0]?.pid !== pid)
    assert.match(editor.document.getText(), /^严守政治记录。/)
    await becomes(() => slips(editor.document), 2)
  })
})

const insert = (editor: TextEditor, text: string, at = 0) =>
  editor.edit((edit) => edit.insert(editor.document.positionAt(at), text))

/** How often 记录 is found that should be 纪律. */
const slips = (document: TextDocument): number =>
  findings(document).filter((each) => each.includes('政治«记录»')).length

/** What the server has found and what outline it has made, and the text itself. */
async function seen(documents: readonly TextDocument[]): Promise<unknown> {
  const outlines = documents.map((document) =>
    commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri),
  )
  const names = (symbols: readonly DocumentSymbol[]): unknown[] =>
    symbols.map(({ name, children }) => [name, ...names(children)])
  return [
    documents.map((document) => [document.getText(), ...findings(document)]),
    (await Promise.all(outlines)).map((symbols) => names(symbols ?? [])),
  ]
}
