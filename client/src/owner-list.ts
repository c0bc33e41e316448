import { commands, Disposable, Position, ProgressLocation, SnippetString, Uri, window, workspace } from 'vscode'
import { bytesOf } from './base64.ts'
import { plandoc } from './documents.ts'
import { message } from './messages.ts'
import { saveAs } from './save-as.ts'
import type { Server } from './server.ts'
import { tell } from './structure.ts'
import { type OwnerScope, ownerList } from './wire.ts'

/** Lists to hand out, the table of them in the document, and a tag with places to fill in. */
export function ownerListCommands(server: Server): Disposable {
  return Disposable.from(
    commands.registerCommand('yaodian.exportOwners', () => exportOwners(server)),
    commands.registerCommand('yaodian.insertOwnerTable', () => insertTable(server)),
    commands.registerCommand('yaodian.insertSnippet', insertSnippet),
  )
}

const formats = [
  { format: 'xlsx', key: 'exportXlsx' },
  { format: 'docx', key: 'exportDocx' },
  { format: 'csv', key: 'exportCsv' },
  { format: 'md', key: 'exportMd' },
] as const
const orders = [
  { by: 'item', key: 'exportByItem' },
  { by: 'unit', key: 'exportByUnit' },
  { by: 'deadline', key: 'exportByDeadline' },
] as const
const scopes = [
  { scope: 'document', key: 'exportDocument' },
  { scope: 'workspace', key: 'exportWorkspace' },
] as const

type Key = Parameters<typeof message>[0]

/** One of several, asked for in the language of the window; undefined where the user turns away. */
const choose = <T extends { readonly key: Key }>(choices: readonly T[], question: Key): Thenable<T | undefined> =>
  window.showQuickPick(
    choices.map((choice) => ({ ...choice, label: message(choice.key) })),
    { placeHolder: message(question) },
  )

async function exportOwners(server: Server): Promise<void> {
  const uri =
    window.activeTextEditor?.document.languageId === plandoc ? window.activeTextEditor.document.uri : undefined
  // Without a document of its own the workspace is all there is.
  const scope: OwnerScope | undefined =
    uri && workspace.workspaceFolders ? (await choose(scopes, 'exportWhat'))?.scope : uri ? 'document' : 'workspace'
  const format = scope && (await choose(formats, 'exportFormat'))?.format
  const by = format && (await choose(orders, 'exportBy'))?.by
  if (!scope || !format || !by) return
  const list = await window.withProgress({ location: ProgressLocation.Notification, title: message('exporting') }, () =>
    server.ask(ownerList, { scope, by, format, ...(uri && { uri: uri.toString() }) }),
  )
  if (!list) return void window.showInformationMessage(message('noOwners'))
  await saveAs(bytesOf(list.content), list.title, format, uri)
}

/** The list as rows of cells, on lines of its own below the cursor; one step of undo. */
async function insertTable(server: Server): Promise<void> {
  const editor = window.activeTextEditor
  if (editor?.document.languageId !== plandoc) return
  const { document, selection } = editor
  const { version } = document
  const params = { scope: 'document', by: 'item', format: 'tabs', uri: document.uri.toString() } as const
  const list = await server.ask(ownerList, params)
  if (!list) return void tell('noOwners')
  if (document.version !== version) return
  const line = document.lineAt(selection.active.line)
  const table = list.content.replaceAll('\n', document.eol === 2 ? '\r\n' : '\n')
  const eol = document.eol === 2 ? '\r\n' : '\n'
  await editor.edit((builder) => builder.insert(line.range.end, line.isEmptyOrWhitespace ? table : eol + table))
}

/** Puts in a text with places to fill in, as a quick fix has it. */
async function insertSnippet(
  uri: string,
  at: { readonly line: number; readonly character: number },
  snippet: string,
): Promise<void> {
  const editor = await window.showTextDocument(await workspace.openTextDocument(Uri.parse(uri)))
  await editor.insertSnippet(new SnippetString(snippet), new Position(at.line, at.character))
}
