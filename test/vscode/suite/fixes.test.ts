import * as assert from 'node:assert/strict'
import { type CodeAction, ConfigurationTarget, commands, Selection, type TextEditor, window, workspace } from 'vscode'
import {
  becomes,
  closeAll,
  either,
  eventually,
  finding,
  inFolder,
  openNew,
  openWithFindings,
  planName,
  sleep,
} from './editor.ts'
import { picture } from './page.ts'

/** What is repaired unasked: certain findings with one answer. A number to correct may be the wrong one of two. */
const certain = ['小区公示,接受居民 → 小区公示，接受居民', '升不能一触而就，改 → 升不能一蹴而就，改']

describe('quick fixes', () => {
  afterEach(closeAll)

  it('offers them where the cursor is, in the display language', async () => {
    const editor = await openWithFindings(planName)
    await select(editor, 'ordinal/skip')
    const actions = await actionsHere(editor)
    assert.deepEqual(
      actions.map(({ title }) => title),
      either(
        ['改正序号', '接受此处“（四）”（序号跳号）', '本文档不再检查“序号跳号”', '调整“序号跳号”的级别…'],
        [
          'Correct the number',
          'Accept “（四）” (Skipped ordinal)',
          'Check no more for “Skipped ordinal” in this document',
          'Change the severity of “Skipped ordinal”…',
        ],
      ),
    )
    await picture('quickfix')
  })

  it('applies one by key, and takes it back in one step', async () => {
    const editor = await openWithFindings(planName)
    const before = editor.document.getText()
    await select(editor, 'typo/repeat')
    // An editor just opened drops the request when its cursor is put back in place.
    await eventually('the fix', async () => {
      await commands.executeCommand('editor.action.autoFix')
      await sleep(200)
      return editor.document.getText() !== before
    })
    assert.deepEqual(changes(before, editor.document.getText()), ['补贴资金资金，按月拨 → 补贴资金，按月拨'])
    await eventually('the finding gone', () => !finding(editor.document, 'typo/repeat'))
    await commands.executeCommand('undo')
    assert.equal(editor.document.getText(), before)
  })

  it('repairs all that is certain by command, and takes it back in one step', async () => {
    const editor = await openWithFindings(planName)
    const before = editor.document.getText()
    await commands.executeCommand('yaodian.fixAll')
    await becomes(() => changes(before, editor.document.getText()), certain)
    await commands.executeCommand('undo')
    assert.equal(editor.document.getText(), before)
  })

  it('repairs all that is certain on saving, where that is set', async () => {
    const source = (await openWithFindings(planName)).document.getText()
    const { document } = await openNew('保存.plan', source)
    const editor = workspace.getConfiguration('editor', document)
    const set = (value: object | undefined) => editor.update('codeActionsOnSave', value, ConfigurationTarget.Workspace)
    await eventually('findings', () => finding(document, 'ordinal/skip'))
    await set({ 'source.fixAll.yaodian': 'explicit' })
    try {
      await window.activeTextEditor?.edit((edit) =>
        edit.insert(document.lineAt(document.lineCount - 1).range.end, '\n'),
      )
      await commands.executeCommand('workbench.action.files.save')
      await eventually('the file saved', () => !document.isDirty)
      const saved = new TextDecoder().decode(await workspace.fs.readFile(inFolder('保存.plan')))
      assert.deepEqual(changes(source, saved.replace(/\n$/, '')), certain)
    } finally {
      await set(undefined)
      await workspace.fs.delete(inFolder('保存.plan'))
    }
  })
})

async function select(editor: TextEditor, rule: string): Promise<void> {
  const found = await eventually(rule, () => finding(editor.document, rule))
  editor.selection = new Selection(found.range.start, found.range.start)
}

const actionsHere = async ({ document, selection }: TextEditor): Promise<readonly CodeAction[]> =>
  commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, selection, 'quickfix')

/** What differs between two texts of as many lines each, line by line: `before → after` with the characters around. */
function changes(before: string, after: string): readonly string[] {
  const now = after.split('\n')
  const lines = before.split('\n')
  assert.equal(now.length, lines.length)
  return lines.flatMap((line, i) => (line === now[i] ? [] : [change(line, now[i] ?? '')]))
}

function change(before: string, after: string): string {
  const shortest = Math.min(before.length, after.length)
  let start = 0
  while (start < shortest && before[start] === after[start]) start++
  let end = 0
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const around = (text: string) => text.slice(Math.max(0, start - 4), text.length - end + 4)
  return `${around(before)} → ${around(after)}`
}
