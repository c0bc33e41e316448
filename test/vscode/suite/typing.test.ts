import * as assert from 'node:assert/strict'
import { commands, Selection, window, workspace } from 'vscode'
import { closeAll } from './editor.ts'

/** What stands there, with « and » around the selection; what is typed; what comes of it. */
const cases: readonly (readonly [string, string, string])[] = [
  ['落实«»', '“', '落实“«»”'],
  ['落实«»', '“要求”', '落实“要求”«»'],
  ['按照«»，抓好', '《', '按照《«»》，抓好'],
  ['完成。«»', '（', '完成。（«»）'],
  ['«»市教育局', '（', '（«»市教育局'],
  ['做到«应公开尽公开»', '“', '做到“«应公开尽公开»”'],
  ['印发«条例»的', '《', '印发《«条例»》的'],
  ['落实«»', "'", "落实'«»"],
  ['（责任单位：«', '\n', '（责任单位：\n«»'],
]

describe('typing', () => {
  afterEach(closeAll)

  for (const [before, typed, after] of cases)
    it(`${before} + ${JSON.stringify(typed)}`, async () => {
      const content = before.replace(/[«»]/g, '')
      const document = await workspace.openTextDocument({ language: 'plandoc', content })
      const editor = await window.showTextDocument(document)
      const at = (offset: number) => editor.document.positionAt(offset)
      const from = before.indexOf('«')
      const to = before.includes('»') ? before.indexOf('»') - 1 : from
      editor.selection = new Selection(at(from), at(to))
      for (const character of typed) await commands.executeCommand('type', { text: character })
      const text = editor.document.getText().replace(/\r\n/g, '\n')
      const { start, end } = editor.selection
      const [open, close] = [editor.document.offsetAt(start), editor.document.offsetAt(end)]
      assert.equal(`${text.slice(0, open)}«${text.slice(open, close)}»${text.slice(close)}`, after)
    })
})
