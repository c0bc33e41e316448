// A client and the language server in one process, with everything that the server says counted on its way.

import { PassThrough } from 'node:stream'
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { capabilities } from '../vscode.mjs'

/**
 * A client of a session on which one document is open. `surroundings` are the session's; `sent` gives the bytes that the
 * server wrote since it was last asked.
 */
export async function client(session, surroundings) {
  const [up, down] = [new PassThrough(), new PassThrough()]
  let bytes = 0
  down.on('data', (chunk) => {
    bytes += chunk.length
  })
  session(createConnection(ProposedFeatures.all, up, down), surroundings)
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
  let published = () => {}
  connection.onNotification('textDocument/publishDiagnostics', () => published())
  connection.listen()
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities })
  await connection.sendNotification('initialized', {})
  const uri = 'untitled:work.plan'
  const textDocument = { uri }
  let version = 0
  const answered = async (method, params) => {
    const said = new Promise((resolve) => {
      published = resolve
    })
    await connection.sendNotification(method, params)
    await said
  }
  return {
    open: (text) => {
      version = 1
      return answered('textDocument/didOpen', { textDocument: { uri, languageId: 'plandoc', version, text } })
    },
    close: () => answered('textDocument/didClose', { textDocument }),
    change: (start, end, text) => {
      version++
      const contentChanges = [{ range: { start, end }, text }]
      return answered('textDocument/didChange', { textDocument: { uri, version }, contentChanges })
    },
    ask: (method, params) => connection.sendRequest(method, { textDocument, ...params }),
    sent: () => {
      const now = bytes
      bytes = 0
      return now
    },
    dispose: () => connection.dispose(),
  }
}
