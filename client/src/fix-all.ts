import { type CodeAction, commands, Range, type TextDocument, window, workspace } from 'vscode'
import { message } from './messages.ts'

/** Repairs in one step what is certain in a document, as source.fixAll does on saving; says so where nothing is. */
export async function fixAll(document: TextDocument): Promise<void> {
  const all = new Range(0, 0, document.lineCount, 0)
  const kind = 'source.fixAll.yaodian'
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    all,
    kind,
  )
  const edit = actions[0]?.edit
  if (edit) await workspace.applyEdit(edit)
  else window.showInformationMessage(message('nothingCertain'))
}
