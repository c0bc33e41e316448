import { commands, Uri, window, workspace } from 'vscode'
import { fileOf } from './documents.ts'
import { message } from './messages.ts'

/** Asks where to, beside a document where there is one, and writes a file there; says so, and offers to open it. */
export async function saveAs(
  content: Uint8Array,
  title: string,
  format: string,
  beside: Uri | undefined,
): Promise<void> {
  const folder =
    beside && beside.scheme !== 'untitled' ? Uri.joinPath(fileOf(beside), '..') : workspace.workspaceFolders?.[0]?.uri
  const name = `${title.replace(/[\\/:*?"<>|]/g, '')}.${format}`
  const target = await window.showSaveDialog({
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
    filters: { [format.toUpperCase()]: [format] },
  })
  if (!target) return
  try {
    await workspace.fs.writeFile(target, content)
  } catch (error) {
    window.showErrorMessage(message('saveFailed', error instanceof Error ? error.message : String(error)))
    return
  }
  const open = message('saveOpen')
  // The command is done; the message may stand for as long as it likes.
  window.showInformationMessage(message('saved', workspace.asRelativePath(target)), open).then((chosen) => {
    if (chosen === open) commands.executeCommand('vscode.open', target)
  })
}
