import { commands, Disposable, languages, StatusBarAlignment, Uri, window, workspace } from 'vscode'
import { applyAndSave } from './adjust.ts'
import { plandoc } from './documents.ts'
import { message } from './messages.ts'
import type { Server } from './server.ts'
import { settled } from './settled.ts'
import { tell } from './structure.ts'
import { profileOf } from './wire.ts'

/** In the status bar, how far the plan document before the user is; a click says otherwise, in yaodian.json. */
export function profileItem(server: Server): Disposable {
  const item = window.createStatusBarItem('profile', StatusBarAlignment.Right, 101)
  item.name = message('profileName')
  item.command = 'yaodian.chooseProfile'
  const ask = async () => {
    const document = window.activeTextEditor?.document
    if (document?.languageId !== plandoc) return undefined
    const textDocument = { uri: document.uri.toString() }
    return server.ask(profileOf, { textDocument })
  }
  const look = async () => {
    const document = window.activeTextEditor?.document
    const found = await ask()
    // Meanwhile another editor may have come to the front, which asks for itself.
    if (document !== window.activeTextEditor?.document) return
    if (!found) return item.hide()
    const name = message(found.profile)
    item.text = `$(checklist) ${name}`
    item.tooltip = message('profileTooltip', fileName(found.uri))
    item.accessibilityInformation = { label: message('profileLabel', name), role: 'button' }
    item.show()
  }
  const [lookSoon, forget] = settled(look)
  look()
  return Disposable.from(
    item,
    { dispose: forget },
    window.onDidChangeActiveTextEditor(look),
    workspace.onDidOpenTextDocument(look),
    // What a configuration changes shows in what is found.
    languages.onDidChangeDiagnostics(lookSoon),
    workspace.onDidSaveTextDocument(({ uri }) => {
      if (uri.path.endsWith('/yaodian.json')) lookSoon()
    }),
    commands.registerCommand(item.command, async () => {
      const found = await ask()
      if (!found) return
      const { edits, uri, profile } = found
      if (!edits || !uri) return void tell('profileNowhere')
      const items = (['draft', 'review', 'issue'] as const).map((each) => ({
        label: `${each === profile ? '$(check) ' : ''}${message(each)}`,
        detail: message(`${each}Detail`),
        edit: edits[each],
      }))
      const chosen = await window.showQuickPick(items, { placeHolder: message('profilePrompt', fileName(uri)) })
      if (!chosen) return
      await applyAndSave(server, chosen.edit, uri)
      lookSoon()
    }),
  )
}

const fileName = (uri: string | null): string => (uri ? workspace.asRelativePath(Uri.parse(uri)) : 'yaodian.json')
