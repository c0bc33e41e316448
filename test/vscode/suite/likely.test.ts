import * as assert from 'node:assert/strict'
import { type CodeAction, commands, workspace } from 'vscode'
import { closeAll, either, eventually, finding, inFolder, openNew } from './editor.ts'

const name = '疑似.plan'

describe('likely wrong words', () => {
  afterEach(async () => {
    await closeAll()
    await workspace.fs.delete(inFolder(name)).then(undefined, () => {})
  })

  it('are shown when the phrases are read, with why, and mended in one step', async () => {
    const { document } = await openNew(name, '一、加强组织领倒和统筹协调。\n')
    const found = await eventually('the typo', () => finding(document, 'typo/likely'))
    assert.equal(document.getText(found.range), '倒')
    assert.match(found.message, either(/^“组织领倒”疑为“组织领导”/, /“组织领倒” may be meant as “组织领导”/))
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      found.range,
      'quickfix',
    )
    const title = either('改为“组织领导”', 'Replace with “组织领导”')
    const action = actions.find((each) => each.title === title) ?? assert.fail(`not offered: ${title}`)
    await workspace.applyEdit(action.edit ?? assert.fail('no edit'))
    assert.equal(document.getText(), '一、加强组织领导和统筹协调。\n')
    await eventually('silence', () => !finding(document, 'typo/likely'))
  })
})
