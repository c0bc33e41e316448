import {
  commands,
  type Disposable,
  type ExtensionContext,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode'
import { adjusting } from './adjust.ts'
import { answersIn } from './answers.ts'
import { checkView } from './check-view.ts'
import { documentsOf, plandoc, schemes } from './documents.ts'
import { fixAll } from './fix-all.ts'
import { offerForPlainText } from './offer.ts'
import { ownerListCommands } from './owner-list.ts'
import { ownerView } from './owner-view.ts'
import { keepLanguages, treatAsPlan } from './plain-text.ts'
import { profileItem } from './profile.ts'
import { renumberCommands } from './renumber.ts'
import { saving } from './save.ts'
import { type Connect, languageServer, type Server } from './server.ts'
import { structureCommands } from './structure.ts'
import { wordDocuments } from './word.ts'

let server: Server | undefined

/** Begins with all that the extension does, over a server that is connected so. */
export function begin(context: ExtensionContext, connect: Connect): void {
  const started = languageServer(connect)
  const answers = answersIn(context.workspaceState)
  const startFor = (document: TextDocument) => {
    if (languages.match(documentsOf(plandoc), document)) started.start()
  }
  server = started
  context.subscriptions.push(
    started,
    // Plain text activates the extension; the server waits for a plan document, or for a text that may be one.
    workspace.onDidOpenTextDocument(startFor),
    keepLanguages(answers),
    offerForPlainText(started, answers),
    forActive('yaodian.treatAsPlan', (document) => treatAsPlan(document, answers)),
    forActive('yaodian.fixAll', fixAll),
    structureCommands(started),
    renumberCommands(started),
    ownerView(started),
    ownerListCommands(started),
    checkView(started, context),
    wordDocuments(started),
    adjusting(started),
    profileItem(started),
    saving(),
    commands.registerCommand('yaodian.restartServer', started.restart),
    onOtherSchemes(started.restart),
  )
  workspace.textDocuments.forEach(startFor)
}

/** Calls when folders of other file systems come or go: a client is told once which documents are its own. */
function onOtherSchemes(act: () => void): Disposable {
  let known = schemes().join()
  return workspace.onDidChangeWorkspaceFolders(() => {
    const now = schemes().join()
    if (now !== known) act()
    known = now
  })
}

/** A command on the document before the user; nothing where there is none. */
const forActive = (command: string, act: (document: TextDocument) => Promise<void>) =>
  commands.registerCommand(command, async () => {
    const document = window.activeTextEditor?.document
    if (document) await act(document)
  })

export function deactivate(): Promise<void> | undefined {
  return server?.stop()
}
