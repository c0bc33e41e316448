import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { MessageChannel } from 'node:worker_threads'
import {
  createProtocolConnection,
  type Diagnostic,
  ErrorCodes,
  PortMessageReader,
  PortMessageWriter,
  type PublishDiagnosticsParams,
  type SymbolInformation,
} from 'vscode-languageserver/node'
import { start as startOnNode } from './server.ts'

const text = '某市2027年工作要点\n一、防止一触而就。\n三、在XX市推广，加强组织领倒。\n'
const root = 'vscode-vfs://github/某市/要点'
const dist = 'https://example/extension/dist'

type Received = {
  readonly id?: unknown
  readonly method?: string
  readonly params?: { readonly message?: string }
  readonly error?: { readonly code: number }
}

/** The built worker with a client whose files are these, by their addresses; `slow`: those that come when they are let. */
function start(files: Record<string, string | Error>, slow: Readonly<Record<string, Promise<void>>> = {}) {
  const { port1, port2 } = new MessageChannel()
  new Function('self', readFileSync('dist/server-web.js', 'utf8'))(port1)
  port2.postMessage({ dist, userWords: 'vscode-userdata:/words.txt' })
  const connection = createProtocolConnection(new PortMessageReader(port2), new PortMessageWriter(port2))
  const received: Received[] = []
  port2.on('message', (message: Received) => received.push(message))
  const asked: string[] = []
  const said = new Map<string, Diagnostic[][]>()
  connection.onRequest('yaodian/readFile', async ({ uri }: { uri: string }) => {
    const name = decodeURIComponent(uri)
    asked.push(name)
    await slow[name]
    if (name.startsWith(dist)) return new Uint8Array(readFileSync(`dist${name.slice(dist.length)}`))
    const content = files[name]
    if (content instanceof Error) throw content
    return content === undefined ? null : new TextEncoder().encode(content)
  })
  connection.onRequest('yaodian/readFolder', ({ uri }: { uri: string }) =>
    Object.keys(files)
      .filter((each) => each.startsWith(`${decodeURIComponent(uri)}/`))
      .map((each) => ({ name: each.slice(decodeURIComponent(uri).length + 1), isFolder: false })),
  )
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
    const name = decodeURIComponent(uri)
    said.set(name, [...(said.get(name) ?? []), diagnostics])
  })
  connection.onRequest('client/registerCapability', () => null)
  connection.listen()
  const open = (name: string, content: string) =>
    connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: encodeURI(name), languageId: 'plandoc', version: 1, text: content },
    })
  return {
    connection,
    asked,
    /** A message that need not be one. */
    send: (message: unknown) => port2.postMessage(message),
    /** How the messages with an id were answered, by their codes; what was logged. */
    codes: (id: unknown) => received.filter((each) => each.id === id && each.error).map(({ error }) => error?.code),
    logged: () => received.flatMap(({ method, params }) => (method === 'window/logMessage' ? [params?.message] : [])),
    said: (name: string): readonly Diagnostic[][] => said.get(name) ?? [],
    open,
    async begin() {
      const workspaceFolders = [{ uri: encodeURI(root), name: '要点' }]
      const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } }
      await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities, workspaceFolders })
      await connection.sendNotification('initialized', {})
    },
    write(name: string, content: string) {
      files[name] = content
      return connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: encodeURI(name), type: 2 }],
      })
    },
    stop() {
      connection.dispose()
      port1.close()
      port2.close()
    },
  }
}

function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((done) => {
    open = done
  })
  return { opened, open }
}

const rulesOf = (diagnostics: readonly Diagnostic[] | undefined) => diagnostics?.map(({ code }) => code)

async function becomes<T>(look: () => T, expected: T): Promise<void> {
  for (let i = 0; i < 500; i++) {
    if (JSON.stringify(look()) === JSON.stringify(expected)) return
    await new Promise((done) => setTimeout(done, 20))
  }
  assert.deepEqual(look(), expected)
}

describe('the server in a worker', () => {
  const name = `${root}/某文(1).plan`
  let server: ReturnType<typeof start>
  afterEach(() => server.stop())

  it('says what the server on node says, and waits for what holds', async () => {
    const configuration = gate()
    const phrases = gate()
    server = start({}, { [`${root}/yaodian.json`]: configuration.opened, [`${dist}/phrases.bin.gz`]: phrases.opened })
    await server.begin()
    await server.open(name, text)
    // What is stored elsewhere does not wait for it.
    await server.open('memory:/别处.plan', text)
    await becomes(() => server.said('memory:/别处.plan').length, 1)
    assert.deepEqual(server.said(name), [])
    configuration.open()
    // Nor does it for the phrases.
    await becomes(() => server.said(name).map(rulesOf), [['typo/word', 'ordinal/skip', 'placeholder/left']])
    phrases.open()
    const onNode = await startOnNode({ locale: 'zh-cn' })
    const uri = 'file:///nowhere/某文.plan'
    let there = (await onNode.open(uri, text)).diagnostics
    if (!rulesOf(there)?.includes('typo/likely')) there = (await onNode.next(uri)).diagnostics
    await onNode.stop()
    const plain = ({ range, code, message, severity }: Diagnostic) => ({ range, code, message, severity })
    await becomes(() => server.said(name).at(-1)?.map(plain), there.map(plain))
  })

  it('reads configurations and lists as they are handed over, and follows them', async () => {
    server = start({
      [`${root}/yaodian.json`]: '{ "extends": "below/base.json", "words": "words.txt" }',
      [`${root}/below/base.json`]: '{ "rules": { "ordinal/skip": "off", "typo/likely": "off" } }',
      [`${root}/words.txt`]: '一触而就\n',
    })
    await server.begin()
    await server.open(name, text)
    await becomes(() => server.said(name).map(rulesOf), [['placeholder/left']])
    await server.write(`${root}/words.txt`, '\n')
    await becomes(() => rulesOf(server.said(name).at(-1)), ['typo/word', 'placeholder/left'])
    await server.write(`${root}/yaodian.json`, '{ "rules": { "placeholder": "off", "typo": "off" } }')
    await becomes(() => rulesOf(server.said(name).at(-1)), ['ordinal/skip'])
  })

  it('says of a file that cannot be handed over why, and goes on without it', async () => {
    server = start({
      [`${root}/yaodian.json`]: '{ "words": "words.txt", "rules": { "typo/likely": "off" } }',
      [`${root}/words.txt`]: new Error('out of reach'),
    })
    await server.begin()
    await server.open(name, text)
    await becomes(() => rulesOf(server.said(name)[0]), ['typo/word', 'ordinal/skip', 'placeholder/left'])
    const [problem] = server.said(`${root}/yaodian.json`).at(-1) ?? []
    assert.match(String(problem?.message), /words\.txt.*out of reach/)
  })

  it('knows the documents of the workspace, each once, and reads those that changed anew', async () => {
    server = start({ [`${root}/旧.plan`]: '一、甲事项\n', [name]: '一、乙事项\n', [`${root}/别的.md`]: '一、丙事项\n' })
    await server.begin()
    await server.open(name, '一、丁事项\n')
    const having = async (query: string) => {
      const symbols: SymbolInformation[] = await server.connection.sendRequest('workspace/symbol', { query })
      return symbols.map((symbol) => symbol.name)
    }
    assert.deepEqual(await having('事项'), ['一、丁事项', '一、甲事项'])
    await server.write(`${root}/旧.plan`, '一、戊事项\n')
    assert.deepEqual(await having('事项'), ['一、丁事项', '一、戊事项'])
    assert.equal(server.asked.filter((each) => each === `${root}/旧.plan`).length, 2)
  })

  it('refuses what is no message, what comes out of turn and what it cannot read, and goes on', async () => {
    server = start({})
    const request = (id: unknown, method: unknown, params?: unknown) => ({ jsonrpc: '2.0', id, method, params })
    const tell = (method: string, params?: unknown) => ({ jsonrpc: '2.0', method, params })
    server.send(request('early', 'textDocument/hover', {}))
    await becomes(() => server.codes('early'), [ErrorCodes.ServerNotInitialized])
    await server.begin()
    for (const none of [5, null, '甲', [request(1, 'shutdown')], {}, new Uint8Array(3)]) server.send(none)
    await becomes(() => server.codes(null), Array(6).fill(ErrorCodes.InvalidRequest))
    server.send(request('number', 5))
    server.send(request('again', 'initialize', { capabilities: {} }))
    server.send(request('document', 'textDocument/documentSymbol', { textDocument: { uri: 5 } }))
    // Of these the worker looks at the address before it handles them.
    for (const params of [undefined, {}, { textDocument: { uri: 5 } }, { textDocument: { uri: name, version: 1 } }])
      server.send(tell('textDocument/didOpen', params))
    server.send(tell('textDocument/didClose', { textDocument: null }))
    server.send(tell('workspace/didChangeWatchedFiles', { changes: [{}] }))
    server.send(tell('workspace/didChangeWatchedFiles', { changes: 5 }))
    await server.open(name, text)
    await becomes(() => server.said(name).map(rulesOf)[0], ['typo/word', 'ordinal/skip', 'placeholder/left'])
    assert.deepEqual(['number', 'again', 'document'].map(server.codes), [
      [ErrorCodes.InvalidRequest],
      [ErrorCodes.InvalidRequest],
      [ErrorCodes.InvalidParams],
    ])
    assert.deepEqual(
      server.logged().map((each) => each?.slice(0, each.indexOf(':'))),
      [
        ...Array(4).fill('textDocument/didOpen'),
        'textDocument/didClose',
        ...Array(2).fill('workspace/didChangeWatchedFiles'),
      ],
    )
  })

  it('says that it reads no Word documents', async () => {
    server = start({})
    await server.begin()
    const answer = await server.connection.sendRequest('yaodian/wordText', { uri: `${root}/某文.docx` })
    assert.match((answer as { problem: string }).problem, /Word/)
  })
})
