import { dirname } from 'node:path'
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  type DidChangeWatchedFilesParams,
  type DidCloseTextDocumentParams,
  type DidOpenTextDocumentParams,
  ProposedFeatures,
  ReferencesRequest,
  RenameRequest,
} from 'vscode-languageserver/browser'
import { workspaceFeatures } from '../../features/index.ts'
import { wordOf } from '../../features/word-text.ts'
import { lookThrough } from '../look-through.ts'
import { cancelling, gate } from '../lsp/edge/gate.ts'
import { session } from '../lsp/session.ts'
import { settings, watched } from '../lsp/settings.ts'
import { addresses } from './addresses.ts'
import { handedFiles } from './handed-files.ts'
import { type HandedPlans, handedPlans } from './handed-plans.ts'
import { handingBy } from './handing.ts'
import { held } from './held.ts'
import { spellerBy } from './phrases.ts'
import { wordRequests } from './word-requests.ts'

/** What the client says before it speaks the protocol, all addresses. */
export type Begin = {
  /** The folder of the program's own files. */
  readonly dist: string
  /** The user's own list of words; it need not be there. */
  readonly userWords: string
}

/** What a worker is to itself. */
export type Port = {
  onmessage: ((event: { readonly data: unknown }) => void) | null
  readonly postMessage: (message: unknown) => void
  readonly addEventListener: (type: 'error', listener: (event: unknown) => void) => void
  readonly close: () => void
}

/** Starts the language server in a worker. It has no files of its own: what it reads, the client hands over. */
export function serve(port: Port, { dist, userWords: words }: Begin): void {
  const { pathOf, uriOf } = addresses
  const userWords = pathOf(words)
  const begun = latch()
  const open = new Set<string>()
  let plans: HandedPlans | undefined
  let home = '/'

  const folderOf = (uri: string): string => {
    const path = pathOf(wordOf(uri) ?? uri)
    return path === undefined ? home : dirname(path)
  }
  /** Whatever holds for documents. */
  const look = (uris: readonly string[]) => () => {
    for (const folder of new Set(uris.map(folderOf))) lookThrough(files, folder)
    if (userWords !== undefined) files.read(userWords)
  }
  const everyPlan = () => plans?.settled()

  const writer = new BrowserMessageWriter(port)
  // What is held is looked into before it is handled: it has come through the gate before.
  const reader = held(gate(new BrowserMessageReader(port), writer), {
    initialized: () => void begun.open(),
    'textDocument/didOpen': ({ textDocument: { uri } }: DidOpenTextDocumentParams) => {
      open.add(uri)
      return files.settled(look([uri]))
    },
    'textDocument/didClose': ({ textDocument: { uri } }: DidCloseTextDocumentParams) => void open.delete(uri),
    'workspace/didChangeWatchedFiles': async ({ changes }: DidChangeWatchedFilesParams) => {
      const paths = changes.flatMap(({ uri }) => pathOf(uri) ?? [])
      plans?.changed(paths)
      await files.again(paths)
      await files.settled(look([...open]))
    },
    ...Object.fromEntries(ofEveryPlan.map((method) => [method, everyPlan])),
  })
  const connection = createConnection(ProposedFeatures.all, reader, writer, cancelling)
  const handing = handingBy(connection)
  const files = handedFiles(handing, (path) => {
    if (forget([uriOf(path) ?? path])) lintAgain()
  })
  const shipped = async (name: string): Promise<Uint8Array> => {
    const bytes = await handing.file(pathOf(`${dist}/${name}`) ?? name)
    if (!bytes) throw new Error(`no ${name} in ${dist}`)
    return bytes
  }
  const spellerOf = spellerBy(() => shipped('context.bin.gz'))
  const { settingsFor, forget, openIn } = settings({
    files,
    naming: addresses,
    home: () => home,
    spellerOf,
    userWords,
    shipped: begun.opened.then(() => shipped('phrases.bin.gz')).then(spellerOf),
    changed: () => lintAgain(),
  })
  const { lintAgain } = session(connection, {
    settingsFor,
    forget,
    watched: [...watched, '**/*.{plan,gongwen}'],
    naming: addresses,
    storedIn(uris) {
      openIn(uris)
      const folders = uris.flatMap((uri) => pathOf(uri) ?? [])
      home = folders[0] ?? home
      plans = handedPlans(handing, folders)
      return plans.now
    },
    word: wordRequests,
  })
  connection.onExit(() => port.close())
}

/** What is answered from every plan document of the workspace, by its method. */
const ofEveryPlan = [
  ReferencesRequest.method,
  RenameRequest.method,
  ...workspaceFeatures.map(({ type }) => type.method),
]

/** A promise, and what keeps it. */
function latch(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((done) => {
    open = done
  })
  return { opened, open }
}
