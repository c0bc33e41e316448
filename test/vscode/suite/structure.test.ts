import * as assert from 'node:assert/strict'
import { commands, extensions, Position, Selection, type TextEditor, window, workspace } from 'vscode'
import { becomes, closeAll, eventually, openRead, sleep } from './editor.ts'
import { hasPage, picture, press, see } from './page.ts'

const plan =
  '某市2026年工作要点\n一、总体要求\n二、重点任务\n（一）优化服务\n（二）强化监管，按照第二部分第（一）项执行。\n三、保障措施\n'

/** The text, with «» where the cursor is. */
const shown = ({ document, selection }: TextEditor): string => {
  const text = document.getText().replace(/\r\n/g, '\n')
  const at = document.offsetAt(selection.active)
  return `${text.slice(0, at)}«»${text.slice(at)}`
}

let drafts = 0

/** Opens a new plan with the cursor at «», ready for the server's answers. */
async function drafting(marked: string): Promise<TextEditor> {
  // A name of its own: a file of the same name that changed would be loaded again under the cursor.
  const editor = await openRead(`草稿${++drafts}.plan`, marked.replace('«»', ''))
  const at = editor.document.positionAt(marked.indexOf('«»'))
  editor.selection = new Selection(at, at)
  return editor
}

describe('writing by structure', () => {
  afterEach(closeAll)

  const at = (words: string) => plan.replace(words, `${words}«»`)
  const cases: readonly (readonly [string, string, string, string])[] = [
    [
      'moves an item down',
      'yaodian.moveDown',
      at('（一）优化'),
      '（一）强化监管，按照第二部分第（二）项执行。\n（二）优化«»服务\n',
    ],
    [
      'moves it up',
      'yaodian.moveUp',
      at('三、保障'),
      '一、总体要求\n二、保障«»措施\n三、重点任务\n（一）优化服务\n（二）强化监管，按照第三部分第（一）项执行。\n',
    ],
    ['promotes it', 'yaodian.promote', at('（一）优化'), '二、重点任务\n三、优化«»服务\n（一）强化监管'],
    [
      'demotes it',
      'yaodian.demote',
      at('三、保障'),
      '（二）强化监管，按照第二部分第（一）项执行。\n（三）保障«»措施\n',
    ],
    ['inserts below', 'yaodian.insertBelow', at('（一）优化'), '（一）优化服务\n（二）«»\n（三）强化监管'],
    ['inserts above', 'yaodian.insertAbove', at('（二）强化'), '（一）优化服务\n（二）«»\n（三）强化监管'],
  ]
  for (const [what, command, before, after] of cases)
    it(`${what}, numbers and references with it, in one step of undo`, async () => {
      const editor = await drafting(before)
      await commands.executeCommand(command)
      assert.ok(shown(editor).includes(after), shown(editor))
      await commands.executeCommand('undo')
      assert.equal(editor.document.getText().replace(/\r\n/g, '\n'), plan)
    })

  it('renumbers the document in one step of undo', async () => {
    const broken = plan.replace('二、重', '四、重').replace('第二部分', '第四部分')
    const editor = await drafting(`«»${broken}`)
    await commands.executeCommand('yaodian.renumber')
    assert.equal(editor.document.getText().replace(/\r\n/g, '\n'), plan)
    await commands.executeCommand('undo')
    assert.equal(editor.document.getText().replace(/\r\n/g, '\n'), broken)
  })

  it('goes from a reference to what it names', async () => {
    const editor = await drafting(plan.replace('第二部分第（一', '第二部分第（«»一'))
    await commands.executeCommand('editor.action.revealDefinition')
    await becomes(() => editor.selection.active.line, 3)
  })
})

if (hasPage)
  describe('keys really typed', () => {
    afterEach(closeAll)

    it('Enter begins the next item and numbers those below', async () => {
      const editor = await drafting('某市2026年工作要点\n1.甲事。«»\n2.乙事。\n')
      await focus()
      await press('Enter')
      await becomes(() => shown(editor), '某市2026年工作要点\n1.甲事。\n2.«»\n3.乙事。\n')
      await picture('enter')
      await press('Enter')
      await becomes(() => shown(editor), '某市2026年工作要点\n1.甲事。\n«»\n2.乙事。\n')
    })

    it('Tab and Shift+Tab at an ordinal demote and promote, elsewhere they indent', async () => {
      const editor = await drafting('某市2026年工作要点\n一、甲事\n二、«»乙事\n三、丙事\n')
      await focus()
      await press('Tab')
      await becomes(() => shown(editor), '某市2026年工作要点\n一、甲事\n（一）«»乙事\n二、丙事\n')
      await press('Shift+Tab')
      await becomes(() => shown(editor), '某市2026年工作要点\n一、甲事\n二、«»乙事\n三、丙事\n')
      editor.selection = new Selection(new Position(2, 4), new Position(2, 4))
      await press('Tab')
      await becomes(() => /^二、乙事\s+$/.test(editor.document.lineAt(2).text), true)
    })

    it('moves by its key', async () => {
      const editor = await drafting('某市2026年工作要点\n一、甲«»事\n二、乙事\n三、丙事\n')
      await focus()
      await press('Control+Alt+/')
      await becomes(() => shown(editor), '某市2026年工作要点\n一、乙事\n二、甲«»事\n三、丙事\n')
      await press('Control+Alt+/')
      await becomes(() => shown(editor), '某市2026年工作要点\n一、乙事\n二、丙事\n三、甲«»事\n')
      await press('Control+Alt+,')
      await becomes(() => shown(editor), '某市2026年工作要点\n一、乙事\n二、甲«»事\n三、丙事\n')
      await picture('moved')
    })

    it('leaves all keys to VS Code where the setting is off', async () => {
      const settings = workspace.getConfiguration('yaodian')
      await settings.update('structuralKeys', false, true)
      const editor = await drafting('某市2026年工作要点\n1.甲事。«»\n2.乙事。\n')
      await focus()
      await press('Enter')
      await sleep(500)
      assert.equal(shown(editor), '某市2026年工作要点\n1.甲事。\n«»\n2.乙事。\n')
      await settings.update('structuralKeys', undefined, true)
    })

    it('shows what renumbering would change before it does', async () => {
      const broken = plan.replace('二、重', '四、重').replace('第二部分', '第四部分')
      const editor = await drafting(`«»${broken}`)
      const done = commands.executeCommand('yaodian.previewRenumber')
      await eventually(
        'the preview',
        async () =>
          (await see('.refactor-preview-panel .monaco-list-row, .bulk-edit-panel .monaco-list-row')).length > 0,
      )
      await picture('preview')
      await commands.executeCommand('refactorPreview.apply')
      await done
      await becomes(() => editor.document.getText().replace(/\r\n/g, '\n'), plan)
    })

    it('has no key that VS Code uses in an editor', async () => {
      await commands.executeCommand('workbench.action.openDefaultKeybindingsFile')
      const text = await eventually('the default keys', () => {
        const found = window.activeTextEditor?.document.getText() ?? ''
        return found.includes('"command"') ? found : undefined
      })
      const defaults = new Map<string, string[]>()
      for (const entry of text.matchAll(/\{\s*"key":\s*"([^"]+)",\s*"command":\s*"([^"]+)"/g)) {
        const [, key = '', command = ''] = entry
        if (!command.startsWith('yaodian.')) defaults.set(key, [...(defaults.get(key) ?? []), command])
      }
      assert.ok(defaults.size > 100)
      const own = extensions.getExtension('yaodian.yaodian')?.packageJSON.contributes.keybindings as {
        key: string
        command: string
      }[]
      const taken = own.filter(({ key }) => !/^(?:shift\+)?tab$/.test(key) && defaults.has(key))
      assert.deepEqual(
        taken.map(({ key }) => [key, defaults.get(key)]),
        [],
      )
    })
  })

/** Keys go to the editor. */
async function focus(): Promise<void> {
  await commands.executeCommand('workbench.action.focusActiveEditorGroup')
  await sleep(200)
}
