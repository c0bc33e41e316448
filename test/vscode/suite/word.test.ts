import * as assert from 'node:assert/strict'
import { join } from 'node:path'
import { commands, Uri, window, workspace } from 'vscode'
import { closeAll, either, eventually, findings, inFolder } from './editor.ts'
import { clickInside, hasPage, seeInside } from './page.ts'

const fixture = (name: string): Uri => Uri.file(join(process.env['E2E_ROOT'] as string, 'test/word', name))

describe('a Word document in the explorer', () => {
  afterEach(closeAll)

  it('is checked as its text, with the page beside it, and turned into a plan text', async () => {
    const file = inFolder('汇报稿.docx')
    await workspace.fs.copy(fixture('lo-levels.docx'), file, { overwrite: true })
    await commands.executeCommand('yaodian.checkWord', file)
    const shown = await eventually('its text', () =>
      window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'yaodian-word'),
    )
    const { document } = shown
    assert.equal(document.languageId, 'plandoc')
    assert.match(document.getText(), /^（二）推进数据共享$/m)
    await eventually('its findings', () => findings(document).some((each) => each.includes('typo/word')))
    const title = either('发文前检查', 'Check Before Issue')
    await eventually('the page', () =>
      window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === `✗ ${title}`)),
    )
    if (hasPage) {
      await eventually(
        'what can be done with it',
        async () => (await seeInside('button[data-act="comments"]')).length > 0,
      )
      assert.deepEqual(await seeInside('button[data-act="fix"]'), [], 'it is only read')
      await clickInside('button[data-act="toPlan"]')
    } else {
      await window.showTextDocument(document)
      await commands.executeCommand('yaodian.wordToPlan')
    }
    const plan = inFolder('汇报稿.plan')
    await eventually('the plan text', () => window.activeTextEditor?.document.uri.toString() === plan.toString())
    assert.equal(window.activeTextEditor?.document.getText().trimEnd(), document.getText().trimEnd())
    // What is there already is not written over.
    await window.showTextDocument(document)
    await commands.executeCommand('yaodian.wordToPlan')
    await eventually('a second one', () => window.activeTextEditor?.document.uri.path.endsWith('/汇报稿-1.plan'))
  })

  it('follows the file', async () => {
    const file = inFolder('清单.docx')
    await workspace.fs.copy(fixture('lo-levels.docx'), file, { overwrite: true })
    await commands.executeCommand('yaodian.checkWord', file)
    const { document } = await eventually('its text', () =>
      window.visibleTextEditors.find((each) => each.document.uri.scheme === 'yaodian-word'),
    )
    await workspace.fs.copy(fixture('lo-table.docx'), file, { overwrite: true })
    await eventually('the new text', () => document.getText().includes('责任清单'))
  })
})
