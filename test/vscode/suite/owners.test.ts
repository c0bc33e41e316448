import * as assert from 'node:assert/strict'
import {
  type CodeAction,
  type CodeLens,
  type CompletionList,
  commands,
  type Hover,
  languages,
  type MarkdownString,
  Position,
  Selection,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode'
import { becomes, closeAll, either, eventually, folder, inFolder, openRead, sleep } from './editor.ts'
import { hasPage, picture, press, see, type } from './page.ts'

const plan = [
  '某市2026年工作要点',
  '一、提升服务（牵头单位：市政务服务局；完成时限：12月底前）',
  '（一）统一事项清单。梳理全部事项。（牵头单位：市政务服务局；配合单位：市司法局）',
  '（二）推行一窗受理。（牵头单位：市人力资源社会保障局；配合单位：市政务服务局）',
  '二、加强监管',
  '（三）开展检查。（责任单位：市市场监管局；完成时限：6月30日前）',
  '（四）公示结果。',
  '',
].join('\n')
const other = '某区2026年工作要点\n一、甲事。（责任单位：市司法局）\n二、乙事。（责任单位：市政务服务局）\n'

let drafts = 0

const drafting = (text: string): Promise<TextEditor> => openRead(`责任${++drafts}.plan`, text)

const put = (editor: TextEditor, row: number, words: string, into = 1): Position => {
  const at = new Position(row, editor.document.lineAt(row).text.indexOf(words) + into)
  editor.selection = new Selection(at, at)
  return at
}

const text = ({ document }: TextEditor): string => document.getText().replace(/\r\n/g, '\n')

describe('working by owner', () => {
  afterEach(closeAll)

  it('completes units by the first letters of their pinyin', async () => {
    const editor = await drafting(plan.replace('（四）公示结果。', '（四）公示结果。（责任单位：srs'))
    const at = put(editor, 6, 'srs', 3)
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      at,
    )
    const [first] = items.map(({ label }) => (typeof label === 'string' ? label : label.label))
    assert.equal(first, '市人力资源社会保障局')
  })

  it('says at a unit what it leads and supports', async () => {
    const editor = await drafting(plan)
    const at = put(editor, 2, '市司法局')
    const [hover] = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', editor.document.uri, at)
    const shown = (hover?.contents ?? [])
      .map((each) => (each as MarkdownString).value.replaceAll('&nbsp;', ' '))
      .join('\n')
    assert.match(shown, either(/本文：牵头 0 项，配合 1 项/, /Here: leads 0, supports 1/))
  })

  it('counts above the title and the sections', async () => {
    const editor = await drafting(plan)
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', editor.document.uri, 10)
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.title]),
      [
        [0, either('牵头 3 · 配合 2 · 未落实 1', 'lead 3 · support 2 · nobody 1')],
        [1, either('牵头 2 · 配合 2 · 未落实 0', 'lead 2 · support 2 · nobody 0')],
        [4, either('牵头 1 · 配合 0 · 未落实 1', 'lead 1 · support 0 · nobody 1')],
      ],
    )
  })

  it('renames a unit in every document of the workspace', async () => {
    await workspace.fs.writeFile(inFolder('别的.plan'), new TextEncoder().encode(other))
    const editor = await drafting(plan)
    const at = put(editor, 2, '市政务服务局')
    // VS Code tells of files a moment after they are written.
    const edit = await eventually('a rename in both documents', async () => {
      const edit = await commands.executeCommand<import('vscode').WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        editor.document.uri,
        at,
        '市政务和数据局',
      )
      return edit.has(inFolder('别的.plan')) ? edit : undefined
    })
    await workspace.applyEdit(edit)
    assert.equal(text(editor), plan.replaceAll('市政务服务局', '市政务和数据局'))
    const there = await workspace.openTextDocument(inFolder('别的.plan'))
    assert.match(there.getText(), /乙事。（责任单位：市政务和数据局）/)
    await workspace.fs.delete(inFolder('别的.plan'))
  })

  it('adds the missing tag in the document’s own form', async () => {
    const same = ['一', '二', '三', '四', '五', '六', '七', '八'].map(
      (n) => `${n}、某事。〔牵头单位：市司法局；配合单位：市财政局〕`,
    )
    const editor = await drafting(`某市2026年工作要点\n${same.join('\n')}\n九、又一事。\n`)
    put(editor, 9, '九')
    const action = await eventually('the quick fix', async () => {
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        editor.selection,
      )
      return actions.find(({ command }) => command?.command === 'yaodian.insertSnippet')
    })
    const { command } = action
    await commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []))
    assert.equal(editor.document.lineAt(9).text, '九、又一事。〔牵头单位：；配合单位：〕')
    assert.equal(editor.selection.active.character, editor.document.lineAt(9).text.indexOf('；'))
  })

  it('puts the list into the document as a table, in one step of undo', async () => {
    const editor = await drafting(plan)
    put(editor, 7, '', 0)
    await commands.executeCommand('yaodian.insertOwnerTable')
    await becomes(
      () => editor.document.lineAt(8).text.split('\t').slice(0, 3).join('|'),
      '1|统一事项清单。梳理全部事项。|市政务服务局',
    )
    await commands.executeCommand('undo')
    assert.equal(text(editor), plan)
  })

  it('says that yaodian.json names a rule that does not exist', async () => {
    const uri = inFolder('yaodian.json')
    await workspace.fs.writeFile(uri, new TextEncoder().encode('{ "rules": { "typo/wrod": "off" } }'))
    await window.showTextDocument(await workspace.openTextDocument(uri))
    await eventually('the schema’s answer', () => languages.getDiagnostics(uri).length > 0)
    await workspace.fs.delete(uri)
  })
})

if (hasPage)
  describe('the view of owners', () => {
    afterEach(closeAll)

    const rows = () => see('.tree-explorer-viewlet-tree-view .monaco-list-row')
    const labels = async () => (await rows()).map((row) => row.text.replace(/\s+/g, ' '))

    it('lists the units, follows an edit, opens a task', async () => {
      const editor = await drafting(plan)
      await commands.executeCommand('yaodian.owners.byUnit')
      await commands.executeCommand('yaodian.showOwners', editor.document.uri.toString(), 'unit')
      await eventually('the units', async () => (await labels()).some((label) => label.includes('市政务服务局')))
      await picture('owners')
      await editor.edit((edit) => edit.insert(new Position(6, 8), '（责任单位：市统计局）'))
      await eventually('the new unit', async () => (await labels()).some((label) => label.includes('市统计局')))
    })

    it('shows what nobody answers for, and goes there by keyboard', async () => {
      const editor = await drafting(plan)
      await commands.executeCommand('yaodian.showOwners', editor.document.uri.toString(), 'unowned')
      await eventually('the document', async () => (await labels()).some((label) => label.includes('工作要点')))
      await press('ArrowDown')
      await eventually('the task', async () => (await labels()).some((label) => label.includes('公示结果')))
      await press('ArrowDown')
      await press('Enter')
      await becomes(() => window.activeTextEditor?.selection.active.line, 6)
      await picture('unowned')
      await commands.executeCommand('yaodian.owners.byUnit')
    })

    it('is filtered by the first letters of pinyin', async () => {
      const editor = await drafting(plan)
      await commands.executeCommand('yaodian.showOwners', editor.document.uri.toString(), 'unit')
      await eventually('the units', async () => (await labels()).length > 2)
      const done = commands.executeCommand('yaodian.owners.filter')
      await sleep(400)
      await type('scjg')
      await press('Enter')
      await done
      await becomes(async () => (await labels()).map((label) => label.slice(0, 6)), ['市市场监管局'])
      await commands.executeCommand('yaodian.owners.clearFilter')
    })

    it('shows a rename that touches other names before it does', async () => {
      const editor = await drafting(`${plan}三、说明：市司法局已经会签。\n`)
      put(editor, 2, '市司法局')
      await commands.executeCommand('workbench.action.focusActiveEditorGroup')
      const done = commands.executeCommand('editor.action.rename')
      await eventually('the box', async () => (await see('.rename-box')).length > 0)
      await sleep(700)
      await press('Control+a')
      await type('市司法行政局')
      await press('Enter')
      await eventually(
        'the preview',
        async () =>
          (await see('.refactor-preview-panel .monaco-list-row, .bulk-edit-panel .monaco-list-row')).length > 0,
      )
      await picture('rename')
      await commands.executeCommand('refactorPreview.apply')
      await done
      await becomes(() => text(editor).includes('配合单位：市司法行政局'), true)
      // What running text says was not ticked.
      assert.match(text(editor), /说明：市司法局已经会签/)
    })

    it('completes by initials as they are typed', async () => {
      const editor = await drafting(plan.replace('（四）公示结果。', '（四）公示结果。（责任单位：'))
      const end = editor.document.lineAt(6).range.end
      editor.selection = new Selection(end, end)
      await commands.executeCommand('workbench.action.focusActiveEditorGroup')
      await sleep(200)
      await type('zwfw')
      await eventually('the suggestion', async () =>
        (await see('.suggest-widget .monaco-list-row')).some((row) => row.text.includes('市政务服务局')),
      )
      await picture('completion')
      await press('Enter')
      await becomes(() => editor.document.lineAt(6).text, '（四）公示结果。（责任单位：市政务服务局')
    })

    it('writes the list to a file', async () => {
      const editor = await drafting(plan)
      put(editor, 2, '市司法局')
      const done = commands.executeCommand('yaodian.exportOwners')
      // Of this document, Excel, by item: the first of each.
      for (let i = 0; i < 3; i++) {
        await eventually('the question', async () => (await see('.quick-input-list .monaco-list-row')).length > 1)
        await sleep(300)
        await press('Enter')
        await sleep(300)
      }
      await eventually('the dialogue', async () => (await see('.quick-input-widget input')).length > 0)
      await sleep(500)
      await picture('export')
      await press('Enter')
      const name = either('某市2026年工作要点责任清单.xlsx', '某市2026年工作要点 (owners).xlsx')
      const bytes = await eventually('the file', async () => {
        const found = (await workspace.fs.readDirectory(folder())).some(([file]) => file === name)
        return found ? workspace.fs.readFile(Uri.joinPath(folder(), name)) : undefined
      })
      assert.equal(new TextDecoder().decode(bytes.slice(0, 2)), 'PK')
      await workspace.fs.delete(inFolder(name))
      await press('Escape')
      await done
    })
  })
