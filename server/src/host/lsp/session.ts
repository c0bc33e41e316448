import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
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
import { configProblems } from './config-problems.ts'
import { openDocuments } from './open-documents.ts'
import { publisher } from './publisher.ts'
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
}

const wordText = new RequestType<{ uri: string }, unknown, void>('yaodian/wordText')
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
  const { documents, planOf, forget: forgetPlan } = openDocuments()
  let locale: View['locale'] = 'zh'
  let pages = defaultPages
  let folders: readonly string[] = []
  let stored: ReturnType<Surroundings['storedIn']> = () => []
  let registers = false
  let moves = false
  let snippets = false
  let saves = false
  let creates = false
  const problems = configProblems(connection, () => locale, naming.uriOf)

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
      creates,
      get findings() {
        return settleAccepted(lint(plan), accepted).open
      },
    }
    return { view, lint }
  }

  const view = (uri: string): View | undefined => look(uri)?.view
  const publish = publisher(connection, look)

  /** What holds for the open documents may have changed: what is found is said again where it is not what was said. */
  const lintAgain = () => {
    problems.doubt()
    for (const uri of documents.keys()) if (look(uri)) publish.due(uri, 'same')
    problems.settle()
  }

  connection.onInitialize((params: InitializeParams) => {
    locale = params.locale === undefined || params.locale.startsWith('zh') ? 'zh' : 'en'
    registers = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false
    moves = params.capabilities.workspace?.workspaceFolders ?? false
    const options: unknown = params.initializationOptions
    const told = (options ?? {}) as Told
    pages = told.pages ?? defaultPages
    snippets = told.snippets ?? false
    saves = told.saves ?? false
    creates = params.capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? []
    stored = storedIn(folders)
    const capabilities: ServerCapabilities = Object.assign(
      {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      ...[...features, ...workspaceFeatures].map((feature) => feature.capabilities),
    )
    return { capabilities, serverInfo: { name: 'yaodian' } }
  })

  const followFolders = () =>
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri))
      folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]
      stored = storedIn(folders)
    })

  connection.onInitialized(() => {
    if (moves) followFolders()
    if (!registers) {
      surroundings.watch?.((uris) => {
        if (forget(uris)) lintAgain()
      })
      return
    }
    const watchers = watched.map((globPattern) => ({ globPattern }))
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
  })

  for (const { type, answer } of features) {
    connection.onRequest(type, (params) => {
      const now = view(params.textDocument.uri)
      return now ? answer(now, params) : null
    })
  }

  for (const { type, answer } of workspaceFeatures) {
    connection.onRequest(type, (params) =>
      answer({ workspace, view, config: (uri) => settingsFor(uri).config, locale }, params),
    )
  }

  connection.onRequest(wordText, ({ uri }) => word.text(uri, locale))
  connection.onRequest(wordCopy, ({ uri, profile }) => {
    const now = view(uri)
    const file = wordOf(uri)
    return now && file ? word.copy(file, commentsOf(now, profile), locale) : null
  })

  connection.onRequest('yaodian/readsLikePlan', ({ text }: { text: string }) => readsLikePlan(analyze(text)))

  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (forget(changes.map(({ uri }) => uri))) lintAgain()
  })
  documents.onDidChangeContent(({ document }) => publish.due(document.uri))
  documents.onDidClose(({ document: { uri } }) => {
    forgetPlan(uri)
    publish.forget(uri)
    void connection.sendDiagnostics({ uri, diagnostics: [] })
  })

  documents.listen(connection)
  connection.listen()
  return { lintAgain }
}
