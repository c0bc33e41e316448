import * as assert from 'node:assert/strict'
import { type CodeAction, commands, type TextEditor, workspace } from 'vscode'
import { becomes, closeAll, either, eventually, finding, findings, inFolder, openNew } from './editor.ts'

const name = '用词.plan'
const text = '一、严守政治记录，防止一触而就。\n'
const config = 'yaodian.json'

describe('words of the house', () => {
  afterEach(async () => {
    await closeAll()
    for (const each of [name, config]) await workspace.fs.delete(inFolder(each)).then(undefined, () => {})
  })

  it('are added by a quick fix, which counts at once', async () => {
    const editor = await openNew(name, text)
    await becomes(() => findings(editor.document).length, 2)
    await add(editor)
    await becomes(() => findings(editor.document), ['typo/word error 治记录，防止«一触而就»。'])
    const stored = new TextDecoder().decode(await workspace.fs.readFile(inFolder(config)))
    assert.deepEqual(JSON.parse(stored), { words: ['记录'] })
    const { isDirty } = await workspace.openTextDocument(inFolder(config))
    assert.equal(isDirty, false)
  })

  it('are words no more when they are taken out', async () => {
    const { document } = await openNew(name, text)
    await becomes(() => findings(document).length, 2)
    await workspace.fs.writeFile(inFolder(config), new TextEncoder().encode('{ "words": ["政治记录", "一触而就"] }'))
    await becomes(() => findings(document).length, 0)
    await workspace.fs.delete(inFolder(config))
    await becomes(() => findings(document).length, 2)
  })
})

/** Does what the user does who takes the quick fix of the first typo. */
async function add({ document }: TextEditor): Promise<void> {
  const found = await eventually('the typo', () => finding(document, 'typo/word'))
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    found.range,
    'quickfix',
  )
  const title = either('把“记录”加入词库（本工作区）', 'Add “记录” to the workspace’s word list')
  const action = actions.find((each) => each.title === title) ?? assert.fail(`not offered: ${title}`)
  assert.ok(action.edit && action.command)
  await workspace.applyEdit(action.edit)
  await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []))
}
