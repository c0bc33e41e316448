import { commands, type ExtensionContext, type TextDocument, window, workspace } from 'vscode'
import { answersIn } from './answers.ts'
import { fixAll } from './fix-all.ts'
import { offerForPlainText } from './offer.ts'
import { keepLanguages, treatAsPlan } from './plain-text.ts'
import { languageServer, type Server } from './server.ts'
import { plandoc } from './wire.ts'

let server: Server | undefined

export function activate(context: ExtensionContext): void {
  const started = languageServer(context.asAbsolutePath('dist/server.cjs'))
  const answers = answersIn(context.workspaceState)
  const startFor = (document: TextDocument) => {
    if (document.languageId === plandoc) started.start()
  }
  server = started
  context.subscriptions.push(
    started,
    // Plain text activates the extension; the server waits for a plan document, or for a text that may be one.
    workspace.onDidOpenTextDocument(startFor),
    keepLanguages(answers),
    offerForPlainText(started, answers),
    commands.registerCommand('yaodian.treatAsPlan', () => {
      const document = window.activeTextEditor?.document
      return document && treatAsPlan(document, answers)
    }),
    commands.registerCommand('yaodian.fixAll', fixAll),
    commands.registerCommand('yaodian.restartServer', started.restart),
  )
  workspace.textDocuments.forEach(startFor)
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop()
}
