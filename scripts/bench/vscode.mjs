// What VS Code says of itself (test/clients/vscode.json), without the pulling of diagnostics: to us it says that they are to be
// pushed.
import { readFileSync } from 'node:fs'

const { capabilities: all } = JSON.parse(
  readFileSync(new URL('../../test/clients/vscode.json', import.meta.url), 'utf8'),
)
const { diagnostic: _, ...textDocument } = all.textDocument
const { diagnostics: __, ...workspace } = all.workspace

export const capabilities = { ...all, textDocument, workspace }
