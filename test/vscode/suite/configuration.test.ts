import * as assert from 'node:assert/strict'
import { type CodeAction, commands, languages, type TextEditor, window, workspace } from 'vscode'
import { becomes, closeAll, either, eventually, finding, findings, folder, inFolder, openNew } from './editor.ts'
import { hasPage, picture, press, see } from './page.ts'

const files = ['接受.plan', 'yaodian.json', 'yaodian-accepted.json']
const text = '一、防止一触而就。\n'

describe('findings that are not to be mended', () => {
  afterEach(async () => {
    await closeAll()
    for (const each of files) await workspace.fs.delete(inFolder(each)).then(undefined, () => {})
  })

  it('are accepted at once, and said again when that is taken back', async () => {
    const { document } = await openNew('接受.plan', text)
    await becomes(() => findings(document).length, 1)
    await take(document, either('接受此处“一触而就”（错别字）', 'Accept “一触而就” (Wrong word)'))
    await becomes(() => findings(document).length, 0)
    const stored = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(inFolder('yaodian-accepted.json'))))
    assert.equal(stored.accepted.length, 1)
    // Of a file that is closed, VS Code forgets what can be undone, unless it is on a disk.
    if (folder().scheme === 'memory') await workspace.fs.delete(inFolder('yaodian-accepted.json'))
    else {
      await window.showTextDocument(await workspace.openTextDocument(inFolder('yaodian-accepted.json')))
      await commands.executeCommand('undo')
    }
    await becomes(() => findings(document).length, 1)
  })

  it('are asked for no more in their document', async () => {
    const { document } = await openNew('接受.plan', text)
    await becomes(() => findings(document).length, 1)
    await take(document, either('本文档不再检查“错别字”', 'Check no more for “Wrong word” in this document'))
    await becomes(() => findings(document).length, 0)
  })
})

describe('a mistake in yaodian.json', () => {
  afterEach(async () => {
    await closeAll()
    for (const each of files) await workspace.fs.delete(inFolder(each)).then(undefined, () => {})
  })

  it('is said while the file is closed, and once while it is open', async () => {
    const uri = inFolder('yaodian.json')
    const said = () => languages.getDiagnostics(uri).map(({ range }) => range.start.line)
    const own = () => languages.getDiagnostics(uri).filter(({ source }) => source === 'yaodian').length
    const config = '{\n  // 本处的\n  "rules": { "typo/wrod": "off" },\n  "region": []\n}\n'
    await workspace.fs.writeFile(uri, new TextEncoder().encode(config))
    await openNew('接受.plan', text)
    await becomes(() => [said(), own()], [[2, 3], 2])
    await window.showTextDocument(await workspace.openTextDocument(uri))
    await becomes(() => [said().sort(), own()], [[2, 3], 0])
  })
})

describe('the stage of a document', () => {
  afterEach(async () => {
    await closeAll()
    for (const each of files) await workspace.fs.delete(inFolder(each)).then(undefined, () => {})
  })

  it('stands in the status bar, and is another when yaodian.json says so', async () => {
    const { document } = await openNew('接受.plan', '某市工作要点\n一、在XX市推广。\n')
    await becomes(() => findings(document), ['placeholder/left warning 一、在«XX»市推广。'])
    if (hasPage) await shows(either('送审', 'Review'))
    await workspace.fs.writeFile(inFolder('yaodian.json'), new TextEncoder().encode('{ "profile": "issue" }'))
    await becomes(() => findings(document), ['placeholder/left error 一、在«XX»市推广。'])
    if (!hasPage) return
    await shows(either('印发', 'Issue'))
    await picture('profile')
    void commands.executeCommand('yaodian.chooseProfile')
    await eventually('the choice of stages', async () => (await see('.quick-input-list .monaco-list-row')).length === 3)
    await press('Enter')
    await becomes(() => findings(document).length, 0)
    await shows(either('起草', 'Draft'))
  })
})

const shows = (name: string) =>
  eventually(`${name} in the status bar`, async () =>
    (await see('#yaodian\\.yaodian\\.profile')).some(({ text: seen }) => seen.includes(name)),
  )

/** Does what the user does who takes a quick fix of the first typo. */
async function take(document: TextEditor['document'], title: string): Promise<void> {
  const found = await eventually('the typo', () => finding(document, 'typo/word'))
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    found.range,
    'quickfix',
  )
  const action = actions.find((each) => each.title === title)
  assert.ok(action?.edit && action.command, `not offered: ${title}\n${actions.map((each) => each.title).join('\n')}`)
  await workspace.applyEdit(action.edit)
  await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []))
}
