import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import {
  createConnection,
  createProtocolConnection,
  DocumentDiagnosticRequest,
  ErrorCodes,
  type LogMessageParams,
  PortMessageReader,
  PortMessageWriter,
  ProposedFeatures,
  type PublishDiagnosticsParams,
  type ResponseError,
} from 'vscode-languageserver/node'
import { features, workspaceFeatures } from '../server/src/features/index.ts'
import { type Settings, type Surroundings, session } from '../server/src/host/lsp/session.ts'
import { defaults } from '../server/src/lint/config.ts'
import { type Linter, linter } from '../server/src/lint/lint.ts'
import { rules } from '../server/src/rules/index.ts'

const secret = '机密事项'
const text = `一、严守政治记录。\n三、${secret}\n`
const uri = 'untitled:a.plan'
const other = 'untitled:b.plan'

const usual: Settings = {
  config: defaults,
  lint: linter(rules, defaults),
  lists: { units: undefined, words: undefined, userWords: undefined, config: undefined, accepted: undefined },
  accepted: [],
  path: undefined,
  isStageOwn: false,
  files: [],
  problems: [],
}

/** A mistake that says more than it should. */
function wrong(): never {
  throw new TypeError(`what is ${secret}?`)
}
const wrongLinter: Linter = Object.assign(wrong, { steps: wrong })

/** A session on surroundings, with a client that hears all of it. */
async function begun(surroundings: Partial<Surroundings>) {
  const { port1, port2 } = new MessageChannel()
  const connection = createConnection(ProposedFeatures.all, new PortMessageReader(port1), new PortMessageWriter(port1))
  const { lintAgain } = session(connection, {
    settingsFor: () => usual,
    forget: () => true,
    watched: [],
    naming: { pathOf: () => undefined, uriOf: () => undefined },
    storedIn: () => () => [],
    word: { text: async () => ({ text: '' }), copy: async () => ({ content: '' }) },
    ...surroundings,
  })
  const client = createProtocolConnection(new PortMessageReader(port2), new PortMessageWriter(port2))
  const logged: string[] = []
  const said = new EventEmitter()
  client.onNotification('window/logMessage', ({ message }: LogMessageParams) => void logged.push(message))
  client.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri: of, diagnostics }: PublishDiagnosticsParams) => void said.emit(`${of} ${diagnostics.length}`),
  )
  client.listen()
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
  await client.sendNotification('initialized', {})
  for (const each of [uri, other])
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: each, languageId: 'plandoc', version: 1, text },
    })
  return {
    logged,
    lintAgain,
    /** Is kept when it is said that so much is found in a document. */
    told: (of: string, findings: number) => once(said, `${of} ${findings}`),
    /** The error that a request is answered by; undefined where it is answered as usual. */
    asked: (method: string): Promise<ResponseError | undefined> =>
      client.sendRequest(method, params).then(
        () => undefined,
        (error) => error,
      ),
    stop() {
      client.dispose()
      connection.dispose()
      port1.close()
      port2.close()
    },
  }
}

const position = { line: 0, character: 2 }
/** What any request takes: each looks at its own. */
const params = {
  textDocument: { uri },
  uri,
  position,
  positions: [position],
  range: { start: position, end: position },
  context: { diagnostics: [], includeDeclaration: true },
  ch: '\n',
  newName: '二',
  query: '一',
  operation: 'moveUp',
  scope: 'workspace',
  by: 'unit',
  key: '市财政局',
  format: 'csv',
  profile: 'issue',
  version: 1,
  finding: 0,
}

describe('a mistake of the server’s own', () => {
  let server: Awaited<ReturnType<typeof begun>>
  afterEach(() => server.stop())

  it('in any request is answered by an error that names it and says nothing of the text, and the server goes on', async () => {
    let isBroken = false
    server = await begun({
      settingsFor: () => (isBroken ? wrong() : usual),
      storedIn: () => () => (isBroken ? wrong() : []),
    })
    const methods = [...features, ...workspaceFeatures, DocumentDiagnosticRequest].map(({ type }) => type.method)
    const answers = () => Promise.all(methods.map(async (method) => [method, (await server.asked(method))?.message]))
    const before = await answers()
    isBroken = true
    assert.deepEqual(
      await answers(),
      methods.map((method) => [method, `${method} failed: TypeError`]),
    )
    // What else is to be known of it is in the log.
    for (const method of methods)
      assert.ok(
        server.logged.some((each) => each.startsWith(`${method}: TypeError`) && each.includes('failing.test')),
        method,
      )
    isBroken = false
    assert.deepEqual(await answers(), before)
  })

  it('in what a feature looks for is an error of that feature; the others answer', async () => {
    server = await begun({ settingsFor: () => ({ ...usual, lint: wrongLinter }) })
    assert.equal((await server.asked('textDocument/codeAction'))?.code, ErrorCodes.InternalError)
    assert.equal(await server.asked('textDocument/hover'), undefined)
  })

  it('in what holds for one document takes no other with it when it is to be looked at again', async () => {
    let isBroken = false
    const mended = { ...usual, lint: linter([], defaults) }
    server = await begun({
      settingsFor: (of) => {
        if (!isBroken) return usual
        return of === uri ? wrong() : mended
      },
    })
    await server.told(other, 2)
    isBroken = true
    server.lintAgain()
    await server.told(other, 0)
    assert.ok(server.logged.some((each) => each.startsWith(`${uri}: TypeError`)))
  })
})
