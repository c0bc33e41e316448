import { commands, type Disposable, Uri, workspace } from 'vscode'

/** Saves a file that a quick fix wrote to: the server reads lists as they are stored. */
export const saving = (): Disposable =>
  commands.registerCommand('yaodian.save', async (uri: string) => {
    await (await workspace.openTextDocument(Uri.parse(uri))).save()
  })
