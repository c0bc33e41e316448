import * as assert from 'node:assert/strict'
import { commands, type DocumentSymbol, type TextDocument, type TextEditor, window, workspace } from 'vscode'
import { becomes, closeAll, eventually, findings, openWithFindings, planName } from './editor.ts'
import { servers } from './server.ts'

describe('a killed server', () => {
  afterEach(closeAll)

  it('is started again and knows every open document as it is, unsaved or just typed in', async () => {
    const content = '一、严守政治记录。\n三、甲事。\n'
    const untitled = await window.showTextDocument(await workspace.openTextDocument({ language: 'plandoc', content }))
    const saved = await openWithFindings(planName)
    await insert(saved, '前言，严守政治记录。\n')
    const documents = [untitled.document, saved.document]
    await becomes(() => findings(untitled.document).length, 2)
    await eventually('what was typed', () => findings(saved.document).some((each) => each.includes('前言，')))
    const before = await seen(documents)

    const pid = servers()[0]?.pid
    servers()[0]?.kill('SIGKILL')
    await eventually('another server', () => servers().length === 1 && servers()[0]?.pid !== pid)
    await becomes(() => seen(documents), before)
    assert.deepEqual(
      documents.map(({ isDirty }) => isDirty),
      [true, true],
    )
    // It follows what is typed from here on.
    await insert(saved, '再次，')
    await eventually('what was typed', () => findings(saved.document).some((each) => each.includes('再次，前言，')))
  })

  it('misses nothing that is typed while there is none', async () => {
    const editor = await openWithFindings(planName)
    const pid = servers()[0]?.pid
    servers()[0]?.kill('SIGKILL')
    for (const [at, letter] of [...'严守政治记录。\n'].entries()) await insert(editor, letter, at)
    await eventually('another server', () => servers().length === 1 && servers()[0]?.pid !== pid)
    assert.match(editor.document.getText(), /^严守政治记录。/)
    await eventually('what was typed', () => findings(editor.document).some((each) => each.includes('守政治«记录»')))
  })
})

const insert = (editor: TextEditor, text: string, at = 0) =>
  editor.edit((edit) => edit.insert(editor.document.positionAt(at), text))

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
