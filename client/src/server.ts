import { type LogOutputChannel, window, workspace } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import { besideSchema } from './config-problems.ts'
import { documentsOf, plandoc } from './documents.ts'
import { message } from './messages.ts'
import type { Request } from './wire.ts'

export const id = 'yaodian'
export const title = '要点 (Yaodian)'

/** The language server as the rest of the client sees it. */
export type Server = {
  /** Starts it unless it runs; says so once where it cannot. */
  readonly start: () => Promise<void>
  /** Its answer, or undefined where it gives none. Starts it unless it runs. */
  readonly ask: <P, R>(request: Request<P, R>, params: P) => Promise<R | undefined>
  /** The same of what needs the client itself. */
  readonly using: <R>(question: (client: BaseLanguageClient) => Promise<R>) => Promise<R | undefined>
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * Makes a client of the server, which is not yet started: how, is all that differs between node and a browser. It is made
 * when it is needed, for loading what makes it takes most of the time that activating takes.
 */
export type Connect = (options: LanguageClientOptions) => Promise<BaseLanguageClient>

/** The server that is connected so, not yet started. */
export function languageServer(connect: Connect): Server & { readonly dispose: () => void } {
  const log = window.createOutputChannel(title, { log: true })
  const problems = besideSchema()
  let making: Promise<BaseLanguageClient> | undefined
  let told = false

  const started = async (): Promise<BaseLanguageClient | undefined> => {
    try {
      making ??= connect(clientOptions(log, problems.handle))
      const client = await making
      await client.start()
      return client
    } catch (error) {
      if (told) return undefined
      told = true
      window.showErrorMessage(message('noServer', error instanceof Error ? error.message : String(error)))
      return undefined
    }
  }
  const using: Server['using'] = async (question) => {
    const client = await started()
    return client?.isRunning() ? question(client).catch(() => undefined) : undefined
  }
  const start = async () => void (await started())
  // A client whose start failed can never be started again: the next start makes a new one.
  const stop = async () => {
    const client = await making?.catch(() => undefined)
    making = undefined
    // A client that is just starting, or failed to, refuses to be stopped.
    if (client?.needsStop()) await client.start().catch(() => {})
    problems.forget()
    await client?.dispose().catch(() => {})
  }
  return {
    start,
    stop,
    using,
    ask: ({ method }, params) => using((client) => client.sendRequest(method, params)),
    restart: async () => {
      await stop()
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
