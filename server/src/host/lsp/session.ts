import {
  type Connection,
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  type InitializeParams,
  type PublishDiagnosticsParams,
  RequestType,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { commentsOf } from '../../features/check.ts'
import type { ListPlaces, View, WorkspaceDocument } from '../../features/feature.ts'
import { features, workspaceFeatures } from '../../features/index.ts'
import { wordOf } from '../../features/word-text.ts'
import { type Acceptance, settleAccepted } from '../../lint/accept.ts'
import type { Config } from '../../lint/config.ts'
import type { Linter } from '../../lint/lint.ts'
import type { Profile } from '../../lint/profile.ts'
import { analyze, type Plan } from '../../plan/plan.ts'
import { readsLikePlan } from '../../plan/reads-like-plan.ts'
import type { FileProblem } from '../file-problem.ts'
import { answering } from './answering.ts'
import { configProblems } from './config-problems.ts'
import { clientOf } from './edge/client.ts'
import type { RowText } from './edge/positions.ts'
import { newest } from './newest.ts'
import { openDocuments } from './open-documents.ts'
import { type Publisher, publisher } from './publisher.ts'
import { puller } from './puller.ts'
import type { WordRequests } from './word-requests.ts'

/** What holds for a document. */
export type Settings = {
  readonly config: Config
  readonly lint: Linter
  readonly lists: ListPlaces
  readonly accepted: readonly Acceptance[]
  readonly path: string | undefined
  readonly isStageOwn: boolean
  /** The files that this was made of, and what is wrong in them. */
  readonly files: readonly string[]
  readonly problems: readonly FileProblem[]
}

/** How files are called: by an address on the wire, by a path where they are read. */
export type Naming = {
  /** Undefined for what is stored nowhere. */
  readonly pathOf: (uri: string) => string | undefined
  /** Undefined for what is no path of a file. */
  readonly uriOf: (path: string) => string | undefined
}

/** What a client says of itself beside its capabilities. */
type Told = {
  readonly pages?: string
  readonly snippets?: boolean
  readonly saves?: boolean
  /** Whether it has the view of owners (its command yaodian.showOwners). */
  readonly owners?: boolean
  /** Whether it wants to be told what is found, though it could ask. */
  readonly pushed?: boolean
}

const wordText = new RequestType<{ uri: string }, unknown, void>('yaodian/wordText')
const readsLike = new RequestType<{ text: string }, boolean, void>('yaodian/readsLikePlan')
const wordCopy = new RequestType<{ uri: string; profile: Profile }, unknown, void>('yaodian/wordCopy')

/** What the session needs of its surroundings; node and a web worker give it each in their way. */
export type Surroundings = {
  readonly settingsFor: (uri: string) => Settings
  /** Files changed: what was read of them no longer holds. Whether any finding may have changed with them. */
  readonly forget: (uris: readonly string[]) => boolean
  /** Which files' changes concern the session, as glob patterns. */
  readonly watched: readonly string[]
  /** Tells which files changed (their URIs), where the client does not. */
  readonly watch?: (changed: (uris: readonly string[]) => void) => void
  readonly naming: Naming
  /** The plan documents of the client's folders (their URIs), as they are stored. */
  readonly storedIn: (folders: readonly string[]) => () => Iterable<{ readonly uri: string; readonly plan: Plan }>
  /** The text of any other file that an answer may name, as an editor shows it. */
  readonly textOf?: (uri: string) => string | undefined
  /** Reads Word documents. */
  readonly word: WordRequests
  /** Where the rules' pages are, when the client does not say. */
  readonly pages?: string
}

export type Session = {
  /** Publishes the findings of every open document again. */
  readonly lintAgain: () => void
}

/**
 * The language server on a connection. Its only state is the open documents and their plans: a change reads again the
 * lines it touched, what it changed is linted and said when nothing else is asked, and every question is answered from
 * the newest version.
 */
export function session(connection: Connection, surroundings: Surroundings): Session {
  const { settingsFor, forget, watched, naming, storedIn, word, pages: defaultPages } = surroundings
  const { documents, planOf, forget: forgetPlan, listen } = openDocuments(() => client.column)
  let locale: View['locale'] = 'zh'
  let pages = defaultPages
  let folders: readonly string[] = []
  let stored: ReturnType<Surroundings['storedIn']> = () => []
  let moves = false
  let snippets = false
  let saves = false
  let owners = false
  let creates = false
  const send = (params: PublishDiagnosticsParams) =>
    void connection.sendDiagnostics(client.sent('textDocument/publishDiagnostics', params, params.uri))
  const problems = configProblems(connection, send, () => locale, naming.uriOf)

  const workspace = (first?: string): readonly WorkspaceDocument[] => {
    const open = documents.all().map((document) => ({
      uri: document.uri,
      version: document.version,
      plan: planOf(document),
    }))
    // An address may be written in more than one way.
    const known = new Set(open.map(({ uri }) => naming.pathOf(uri) ?? uri))
    const own = open.sort((a, b) => Number(b.uri === first) - Number(a.uri === first))
    return [...own, ...[...stored()].filter(({ uri }) => !known.has(naming.pathOf(uri) ?? uri))]
  }

  const look = (uri: string) => {
    const document = documents.get(uri)
    if (!document) return undefined
    const plan = planOf(document)
    const { version } = document
    const { config, lint, lists, accepted, path, isStageOwn, files, problems: wrong } = settingsFor(uri)
    problems.tell(files, wrong)
    // Only who asks for the findings waits for them.
    const view: View = {
      uri,
      version,
      plan,
      config,
      accepted,
      path,
      isStageOwn,
      lists,
      workspace: () => workspace(uri),
      locale,
      pages,
      snippets,
      saves,
      owners,
      creates,
      get findings() {
        return settleAccepted(lint(plan), accepted).open
      },
    }
    return { view, lint }
  }

  /** The rows of a document that an answer names: open, of the workspace, or a file of a configuration. */
  const rowsOf = (uri: string): RowText => {
    const document = documents.get(uri)
    if (document) return rowsIn(planOf(document).lines)
    for (const each of stored()) if (each.uri === uri) return rowsIn(each.plan.lines)
    return rowsIn(analyze(surroundings.textOf?.(uri) ?? '').lines)
  }
  let client = clientOf({}, rowsOf)
  const failed = (what: string, error: unknown) =>
    connection.console.error(`${what}: ${error instanceof Error ? error.stack : error}`)

  const view = (uri: string): View | undefined => look(uri)?.view
  const told = publisher({ send, failed }, look)
  const asked = puller(() => void connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => {}), look)
  let publish: Publisher = told

  /** What holds for the open documents may have changed: what is found is said again where it is not what was said. */
  const lintAgain = () => {
    problems.doubt()
    for (const uri of documents.keys()) {
      try {
        if (look(uri)) publish.due(uri, 'same')
      } catch (error) {
        // Nobody above would hear of it: it is files that call, not the client.
        failed(uri, error)
      }
    }
    problems.settle()
  }

  connection.onInitialize((params: InitializeParams) => {
    locale = params.locale === undefined || params.locale.startsWith('zh') ? 'zh' : 'en'
    client = clientOf(params.capabilities, rowsOf)
    const { textDocument, workspace: inWorkspace } = params.capabilities
    moves = inWorkspace?.workspaceFolders ?? false
    const options: unknown = params.initializationOptions
    const says = (options ?? {}) as Told
    pages = says.pages ?? defaultPages
    snippets = says.snippets ?? false
    saves = says.saves ?? false
    owners = says.owners ?? false
    creates = inWorkspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? []
    stored = storedIn(folders)
    // What is found changes with files as well: who cannot be told to ask again is told what is found.
    const asks = textDocument?.diagnostic && inWorkspace?.diagnostics?.refreshSupport && !says.pushed
    publish = asks ? asked : told
    const capabilities: ServerCapabilities = Object.assign(
      {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      asks && {
        diagnosticProvider: { identifier: 'yaodian', interFileDependencies: false, workspaceDiagnostics: false },
      },
      ...[...features, ...workspaceFeatures].map((feature) => feature.capabilities),
    )
    return { capabilities: client.announced(capabilities), serverInfo: { name: 'yaodian' } }
  })

  const followFolders = () =>
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri))
      folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]
      stored = storedIn(folders)
    })

  connection.onInitialized(() => {
    if (moves) followFolders()
    if (!client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      surroundings.watch?.((uris) => {
        if (forget(uris)) lintAgain()
      })
      return
    }
    const watchers = watched.map((globPattern) => ({ globPattern }))
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error) => failed('workspace/didChangeWatchedFiles', error))
  })

  const onRequest = answering(connection, failed)
  for (const { type, answer } of features) {
    onRequest(type, (params, token) => {
      const { uri } = params.textDocument
      const work = () => {
        const now = view(uri)
        if (!now) return null
        const { lines } = now.plan
        const ours = client.received(params, { count: lines.length, text: rowsIn(lines) })
        return client.sent(type.method, answer(now, ours), uri)
      }
      return client.retries(type.method) ? newest(() => documents.get(uri)?.version, token, work) : work()
    })
  }
  onRequest(DocumentDiagnosticRequest.type, async (params, token) =>
    client.sent(DocumentDiagnosticRequest.method, await asked.answer(params, token), params.textDocument.uri),
  )

  for (const { type, answer } of workspaceFeatures) {
    onRequest(type, async (params) => {
      const around = { workspace, view, config: (uri: string) => settingsFor(uri).config, locale }
      return client.sent(type.method, await answer(around, params), '')
    })
  }

  onRequest(wordText, ({ uri }) => word.text(uri, locale))
  onRequest(wordCopy, ({ uri, profile }) => {
    const now = view(uri)
    const file = wordOf(uri)
    return now && file ? word.copy(file, commentsOf(now, profile), locale) : null
  })

  onRequest(readsLike, ({ text }) => readsLikePlan(analyze(text)))

  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (forget(changes.map(({ uri }) => uri))) lintAgain()
  })
  documents.onDidChangeContent(({ document }) => publish.due(document.uri))
  documents.onDidClose(({ document: { uri } }) => {
    forgetPlan(uri)
    publish.forget(uri)
  })

  listen(connection)
  connection.listen()
  return { lintAgain }
}

const rowsIn =
  (lines: Plan['lines']): RowText =>
  (row) =>
    lines[row]?.text ?? ''
