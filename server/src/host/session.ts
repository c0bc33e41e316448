import {
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { View } from '../features/feature.ts'
import { features } from '../features/index.ts'
import { wireDiagnostic } from '../features/wire.ts'
import { workspaceSymbols } from '../features/workspace-symbol.ts'
import type { Lint } from '../lint/lint.ts'
import { analyze, type Plan } from '../plan/plan.ts'
import { readsLikePlan } from '../plan/reads-like-plan.ts'

/** What the session needs of its surroundings; node and a web worker give it each in their way. */
export type Surroundings = {
  /** The linter of the configuration that holds for a document. */
  readonly lintFor: (uri: string) => Lint
  /** Configuration files changed: what was read of them no longer holds. */
  readonly forget: () => void
  /** The plan documents of the client's folders (their URIs), as they are stored. */
  readonly storedIn: (folders: readonly string[]) => () => Iterable<{ readonly uri: string; readonly plan: Plan }>
  /** Where the rules' pages are, when the client does not say. */
  readonly pages?: string
}

/**
 * The language server on a connection. Its only state is the open documents and their plans: a change reads again the
 * lines it touched, lints what changed and publishes, so that the newest version is always what was answered last.
 */
export function session(
  connection: Connection,
  { lintFor, forget, storedIn, pages: defaultPages }: Surroundings,
): void {
  const documents = new TextDocuments(TextDocument)
  const plans = new Map<string, Plan>()
  let locale: View['locale'] = 'zh'
  let pages = defaultPages
  let stored: ReturnType<Surroundings['storedIn']> = () => []

  const view = (uri: string): View | undefined => {
    const document = documents.get(uri)
    if (!document) return undefined
    const plan = analyze(document.getText(), plans.get(uri))
    plans.set(uri, plan)
    const { version } = document
    // Only who asks for the findings waits for them.
    return {
      uri,
      version,
      plan,
      locale,
      pages,
      get findings() {
        return lintFor(uri)(plan)
      },
    }
  }

  const publish = (uri: string) => {
    const now = view(uri)
    if (!now) return
    const diagnostics = now.findings.map((finding) => wireDiagnostic(now, finding))
    void connection.sendDiagnostics({ uri, version: now.version, diagnostics })
  }

  connection.onInitialize((params: InitializeParams) => {
    locale = params.locale === undefined || params.locale.startsWith('zh') ? 'zh' : 'en'
    const options: unknown = params.initializationOptions
    pages = (options as { pages?: string } | undefined)?.pages ?? defaultPages
    stored = storedIn(params.workspaceFolders?.map(({ uri }) => uri) ?? [])
    const capabilities: ServerCapabilities = Object.assign(
      { textDocumentSync: TextDocumentSyncKind.Incremental, workspaceSymbolProvider: true },
      ...features.map((feature) => feature.capabilities),
    )
    return { capabilities, serverInfo: { name: 'yaodian' } }
  })

  for (const { type, answer } of features) {
    connection.onRequest(type, (params) => {
      const now = view(params.textDocument.uri)
      return now ? answer(now, params) : null
    })
  }

  connection.onWorkspaceSymbol(({ query }) => {
    const open = documents.all().flatMap(({ uri }) => view(uri) ?? [])
    const uris = new Set(open.map(({ uri }) => uri))
    return workspaceSymbols([...open, ...[...stored()].filter(({ uri }) => !uris.has(uri))], query)
  })

  connection.onRequest('yaodian/readsLikePlan', ({ text }: { text: string }) => readsLikePlan(analyze(text)))

  connection.onDidChangeWatchedFiles(() => {
    forget()
    for (const uri of documents.keys()) publish(uri)
  })
  documents.onDidChangeContent(({ document }) => publish(document.uri))
  documents.onDidClose(({ document: { uri } }) => {
    plans.delete(uri)
    void connection.sendDiagnostics({ uri, diagnostics: [] })
  })

  documents.listen(connection)
  connection.listen()
}
