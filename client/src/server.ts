import { type LogOutputChannel, window, workspace } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { besideSchema } from './config-problems.ts'
import { documentsOf, plandoc } from './documents.ts'
import { message } from './messages.ts'

/** The language server as the rest of the client sees it. */
export type Server = {
  /** Starts it unless it runs; says so once where it cannot. */
  readonly start: () => Promise<void>
  /** Its answer, or undefined where it gives none. Starts it unless it runs. */
  readonly ask: <R>(question: (client: LanguageClient) => Promise<R>) => Promise<R | undefined>
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** The server in the file `module`, not yet started. */
export function languageServer(module: string): Server & { readonly dispose: () => void } {
  const log = window.createOutputChannel('要点 (Yaodian)', { log: true })
  const problems = besideSchema()
  const create = () => newClient(module, log, problems.handle)
  let client = create()
  let told = false

  const start = async () => {
    try {
      await client.start()
    } catch (error) {
      if (told) return
      told = true
      window.showErrorMessage(message('noServer', error instanceof Error ? error.message : String(error)))
    }
  }
  const stop = async () => {
    // A client that is just starting, or failed to, refuses to be stopped.
    if (client.needsStop()) await client.start().catch(() => {})
    problems.forget()
    await client.dispose().catch(() => {})
  }
  return {
    start,
    stop,
    ask: async (question) => {
      await start()
      return client.isRunning() ? question(client).catch(() => undefined) : undefined
    },
    // A new client, for one whose start failed can never be started again.
    restart: async () => {
      await stop()
      client = create()
      told = false
      await start()
    },
    dispose: () => {
      problems.dispose()
      log.dispose()
    },
  }
}

/** A third less memory after some hundred edits, for a millisecond or two more an edit. V8 takes them only when a process starts. */
const small = ['--max-semi-space-size=2', '--optimize-for-size']

const isOn = (setting: string): boolean => workspace.getConfiguration('yaodian').get(setting, false)

function newClient(
  module: string,
  log: LogOutputChannel,
  handleDiagnostics: ReturnType<typeof besideSchema>['handle'],
) {
  const run = { module, transport: TransportKind.ipc, options: { execArgv: small } }
  const debug = { ...run, options: { execArgv: [...small, '--nolazy', '--inspect=6009'] } }
  return new LanguageClient(
    'yaodian',
    '要点 (Yaodian)',
    { run, debug },
    {
      documentSelector: documentsOf(plandoc),
      diagnosticCollectionName: 'yaodian',
      outputChannel: log,
      traceOutputChannel: log,
      // VS Code would ask for what is visible only, and where somebody types on, a round later: findings are pushed.
      initializationOptions: { snippets: true, saves: true, owners: true, pushed: true },
      middleware: {
        handleDiagnostics,
        // What is typed is the drafter's own; the setting is asked at each key, so that it holds at once.
        provideOnTypeFormattingEdits: (document, position, typed, options, token, next) =>
          isOn('structuralKeys') ? next(document, position, typed, options, token) : undefined,
        provideInlayHints: (document, range, token, next) =>
          isOn('inlayHints.path') ? next(document, range, token) : undefined,
      },
    },
  )
}
