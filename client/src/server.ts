import { type LogOutputChannel, window, workspace } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import { besideSchema } from './config-problems.ts'
import { documentsOf, plandoc } from './documents.ts'
import { message } from './messages.ts'

export const id = 'yaodian'
export const title = '要点 (Yaodian)'

/** The language server as the rest of the client sees it. */
export type Server = {
  /** Starts it unless it runs; says so once where it cannot. */
  readonly start: () => Promise<void>
  /** Its answer, or undefined where it gives none. Starts it unless it runs. */
  readonly ask: <R>(question: (client: BaseLanguageClient) => Promise<R>) => Promise<R | undefined>
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Makes a client of the server, which is not yet started: how, is all that differs between node and a browser. */
export type Connect = (options: LanguageClientOptions) => BaseLanguageClient

/** The server that is connected so, not yet started. */
export function languageServer(connect: Connect): Server & { readonly dispose: () => void } {
  const log = window.createOutputChannel(title, { log: true })
  const problems = besideSchema()
  const create = () => connect(clientOptions(log, problems.handle))
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

const isOn = (setting: string): boolean => workspace.getConfiguration('yaodian').get(setting, false)

const clientOptions = (
  log: LogOutputChannel,
  handleDiagnostics: ReturnType<typeof besideSchema>['handle'],
): LanguageClientOptions => ({
  documentSelector: documentsOf(plandoc),
  diagnosticCollectionName: id,
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
})
