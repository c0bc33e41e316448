import { commands, type Disposable, window, workspace } from 'vscode'
import type { WorkspaceEdit } from 'vscode-languageclient'
import { message } from './messages.ts'
import type { Server } from './server.ts'
import type { SeverityChoice } from './wire.ts'

/** Asks which severity a rule should have, as its quick fix has it, and writes it. */
export const adjusting = (server: Server): Disposable =>
  commands.registerCommand('yaodian.adjust', async (uri: string, choices: readonly SeverityChoice[]) => {
    const items = choices.map(({ severity, edit }) => {
      const { label, detail } = names[severity as keyof typeof names]
      return { label: message(label), detail: message(detail), edit }
    })
    const chosen = await window.showQuickPick(items, { placeHolder: message('adjustPrompt') })
    if (chosen) await applyAndSave(server, chosen.edit, uri)
  })

const names = {
  error: { label: 'severityError', detail: 'severityErrorDetail' },
  warning: { label: 'severityWarning', detail: 'severityWarningDetail' },
  information: { label: 'severityInformation', detail: 'severityInformationDetail' },
  hint: { label: 'severityHint', detail: 'severityHintDetail' },
  off: { label: 'severityOff', detail: 'severityOffDetail' },
} as const

/** An edit as the server has it, in one step of undo; the file it writes is saved, so that it counts at once. */
export async function applyAndSave(server: Server, edit: WorkspaceEdit, uri: string | undefined): Promise<void> {
  const own = await server.using((client) => client.protocol2CodeConverter.asWorkspaceEdit(edit))
  if (own && (await workspace.applyEdit(own)) && uri !== undefined) await commands.executeCommand('yaodian.save', uri)
}
