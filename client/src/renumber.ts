import {
  commands,
  Disposable,
  Position,
  RelativePattern,
  type TextDocument,
  type Uri,
  WorkspaceEdit,
  type WorkspaceEditEntryMetadata,
  window,
  workspace,
} from 'vscode'
import { plandoc } from './documents.ts'
import { message } from './messages.ts'
import type { Server } from './server.ts'
import { plain, tell, toRange } from './structure.ts'
import { convert, levelForms, renumber, type Scope } from './wire.ts'

/** Renumbering and conversion: at once, in one step of undo, or with VS Code's preview of what would change. */
export function renumberCommands(server: Server): Disposable {
  const register = (command: string, scope: Scope, preview: boolean) =>
    commands.registerCommand(command, () => renumberActive(server, scope, preview))
  return Disposable.from(
    register('yaodian.renumber', 'document', false),
    register('yaodian.renumberSection', 'section', false),
    register('yaodian.renumberSelection', 'selection', false),
    register('yaodian.previewRenumber', 'document', true),
    commands.registerCommand('yaodian.convert', () => convertActive(server)),
    commands.registerCommand('yaodian.convertLevel', () => convertLevel(server)),
    commands.registerCommand('yaodian.convertFolder', (folder?: Uri) => convertFolder(server, folder)),
  )
}

async function renumberActive(server: Server, scope: Scope, preview: boolean): Promise<void> {
  const editor = window.activeTextEditor
  if (editor?.document.languageId !== plandoc) return
  const { document, selection } = editor
  const { version } = document
  const params = { textDocument: { uri: document.uri.toString() }, range: plain(selection), scope }
  const edits = await server.ask(renumber, params)
  if (!edits || document.version !== version) return
  if (edits.length === 0) return void tell('numbersRight')
  const edit = new WorkspaceEdit()
  for (const { range, newText, reference } of edits) {
    edit.replace(
      document.uri,
      toRange(range),
      newText,
      preview ? named(reference ? 'referenceFollows' : 'ordinalChanges') : undefined,
    )
  }
  if (preview) showFirst(edit, document.uri)
  await workspace.applyEdit(edit, { isRefactoring: true })
}

/** What a change is called in the preview, where it is ticked. */
const named = (label: Parameters<typeof message>[0]): WorkspaceEditEntryMetadata => ({
  label: message(label),
  needsConfirmation: false,
})

/**
 * Makes VS Code show its preview. It does so only for an edit of which a part needs to be confirmed, and that part is
 * not ticked there: so it is a part that changes nothing, and says what the preview is for.
 */
function showFirst(edit: WorkspaceEdit, uri: Uri): void {
  edit.insert(uri, new Position(0, 0), '', { label: message('previewHint'), needsConfirmation: true })
}

async function convertActive(server: Server): Promise<void> {
  const document = window.activeTextEditor?.document
  if (document?.languageId !== plandoc) return
  const edit = new WorkspaceEdit()
  const { version } = document
  await addConversion(server, document, edit, { preview: false })
  if (document.version !== version) return
  if (edit.size === 0) return void tell('stylesRight')
  await workspace.applyEdit(edit, { isRefactoring: true })
}

/** Asks how the level at the cursor is to be written, and writes it so. */
async function convertLevel(server: Server): Promise<void> {
  const editor = window.activeTextEditor
  if (editor?.document.languageId !== plandoc) return
  const { document, selection } = editor
  const params = { textDocument: { uri: document.uri.toString() }, range: plain(selection) }
  const forms = await server.ask(levelForms, params)
  if (!forms || forms.length === 0) return void tell('noOtherForm')
  const items = forms.map(({ form, example }) => ({ label: example, form }))
  const chosen = await window.showQuickPick(items, { placeHolder: message('chooseForm') })
  if (!chosen) return
  const edit = new WorkspaceEdit()
  await addConversion(server, document, edit, {
    preview: false,
    level: { row: selection.active.line, form: chosen.form },
  })
  await workspace.applyEdit(edit, { isRefactoring: true })
}

/** Every plan document below a folder, shown before anything is changed. */
async function convertFolder(server: Server, chosen: Uri | undefined): Promise<void> {
  const folder = chosen ?? (await pickFolder())
  if (!folder) return
  const edit = new WorkspaceEdit()
  await window.withProgress(
    { location: { viewId: 'workbench.view.explorer' }, title: message('converting') },
    async () => {
      for (const document of await plansBelow(folder)) await addConversion(server, document, edit, { preview: true })
    },
  )
  const [first] = edit.entries()
  if (!first) return void tell('stylesRight')
  showFirst(edit, first[0])
  await workspace.applyEdit(edit, { isRefactoring: true })
}

const pickFolder = async (): Promise<Uri | undefined> =>
  (await window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, canSelectMany: false }))?.[0]

async function plansBelow(folder: Uri): Promise<readonly TextDocument[]> {
  const found: TextDocument[] = []
  for (const uri of await workspace.findFiles(new RelativePattern(folder, '**/*.{plan,gongwen,txt}'))) {
    const document = await workspace.openTextDocument(uri)
    if (document.languageId === plandoc) found.push(document)
  }
  return found
}

type Conversion = { readonly preview: boolean; readonly level?: { readonly row: number; readonly form: string } }

async function addConversion(
  server: Server,
  { uri }: TextDocument,
  into: WorkspaceEdit,
  { preview, level }: Conversion,
): Promise<void> {
  const params = { textDocument: { uri: uri.toString() }, ...(level && { level }) }
  const edits = await server.ask(convert, params)
  for (const { range, newText } of edits ?? [])
    into.replace(uri, toRange(range), newText, preview ? named('styleChanges') : undefined)
}
