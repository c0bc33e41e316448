import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { clients } from './clients.ts'
import { livingIn } from './home.ts'

/** A language server as a child process, and what it says of a document. */
export type Server = {
  readonly connection: ProtocolConnection
  readonly initialized: InitializeResult
  /** Opens a document and waits for its diagnostics. */
  readonly open: (uri: string, text: string) => Promise<PublishDiagnosticsParams>
  /** The next diagnostics of a document. */
  readonly next: (uri: string) => Promise<PublishDiagnosticsParams>
  readonly stop: () => Promise<void>
}

type Options = {
  readonly locale?: string
  readonly capabilities?: ClientCapabilities
  readonly folder?: string
  readonly folders?: readonly string[]
  /** Where the user lives, whose words the server reads. */
  readonly home?: string
  readonly initializationOptions?: object
  /** The program that is started. */
  readonly program?: string
}

const { workspace, ...others } = clients.vscode.capabilities
const able = { ...workspace, didChangeWatchedFiles: {} }

/** VS Code, but that the server looks after files itself. */
export const creating: ClientCapabilities = { ...others, workspace: able }
/** The same where it cannot create files. */
const usual = { ...creating, workspace: { ...able, workspaceEdit: { ...able.workspaceEdit, resourceOperations: [] } } }

/** Starts the built server over stdio, as another editor would. */
export async function start(options: Options = {}): Promise<Server> {
  const {
    locale,
    capabilities = usual,
    folder,
    folders = folder ? [folder] : [],
    home,
    initializationOptions,
    program = 'dist/yaodian.cjs',
  } = options
  const child = spawn(process.execPath, [resolve(program), 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: livingIn(home),
  })
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const waiting: { uri: string; done: (params: PublishDiagnosticsParams) => void }[] = []
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    const at = waiting.findIndex(({ uri }) => uri === params.uri)
    if (at >= 0) waiting.splice(at, 1)[0]?.done(params)
  })
  connection.listen()
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    ...(locale && { locale }),
    initializationOptions: { pushed: true, ...initializationOptions },
    ...(folders.length > 0 && {
      workspaceFolders: folders.map((each) => ({ uri: pathToFileURL(each).href, name: 'folder' })),
    }),
  })
  await connection.sendNotification('initialized', {})
  const next = (uri: string) => new Promise<PublishDiagnosticsParams>((done) => waiting.push({ uri, done }))
  return {
    connection,
    initialized,
    next,
    async open(uri, text) {
      const answer = next(uri)
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'plandoc', version: 1, text },
      })
      return answer
    },
    stop: () => stop(connection, child),
  }
}

/** When a server has read the phrases that tell likely wrong words; it answers without them until then. */
export async function spelling({ open, next }: Server): Promise<void> {
  const uri = 'untitled:疑似.plan'
  const isThere = ({ diagnostics }: PublishDiagnosticsParams) => diagnostics.some(({ code }) => code === 'typo/likely')
  if (!isThere(await open(uri, '一、加强组织领倒和统筹协调。'))) await next(uri)
}

async function stop(connection: ProtocolConnection, child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  await ended
  connection.dispose()
}
