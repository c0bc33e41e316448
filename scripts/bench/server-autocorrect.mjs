// autocorrect-node as a language server would run it: over the whole text at each change, in pieces of 300 lines.
import autocorrect from 'autocorrect-node'
import { createConnection, ProposedFeatures, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'

const connection = createConnection(ProposedFeatures.all)
const documents = new TextDocuments(TextDocument)
connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }))
documents.onDidChangeContent(({ document }) => {
  const { uri, version } = document
  const lines = document.getText().split('\n')
  const diagnostics = []
  for (let row = 0; row < lines.length; row += 300) {
    for (const { l, c, old, new: better } of autocorrect.lintFor(lines.slice(row, row + 300).join('\n'), 'text')
      .lines) {
      const start = { line: row + l - 1, character: c - 1 }
      const end = { ...start, character: start.character + old.length }
      diagnostics.push({ range: { start, end }, message: better, severity: 2 })
    }
  }
  void connection.sendDiagnostics({ uri, version, diagnostics })
})
documents.listen(connection)
connection.listen()
