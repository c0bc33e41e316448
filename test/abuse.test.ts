import assert from 'node:assert/strict'
import { ErrorCodes, LSPErrorCodes } from 'vscode-languageserver'
import { features, workspaceFeatures } from '../server/src/features/index.ts'
import { hasShape } from '../server/src/host/lsp/edge/params.ts'
import { clients } from './clients.ts'
import { framed, type Received, type RudeClient, rudeClient } from './lsp/rude-client.ts'

const { ParseError, InvalidRequest, MethodNotFound, InvalidParams, ServerNotInitialized } = ErrorCodes
const { ContentModified, RequestCancelled, ServerCancelled } = LSPErrorCodes

const uri = 'untitled:要点.plan'
const textDocument = { uri }
const text = '某市2027年工作要点\n一、总则\n（一）严守政治记录。（责任单位：市教育局）\n二、任务\n'
const headings = ['某市2027年工作要点', '一、总则', '（一）严守政治记录', '二、任务']

const initialize = { capabilities: clients.vscode.capabilities, processId: null, rootUri: null, locale: 'zh-cn' }
const notify = (method: string, params?: unknown) => ({ jsonrpc: '2.0', method, params })
const open = (of: unknown, content: unknown, version: unknown = 1) =>
  notify('textDocument/didOpen', { textDocument: { uri: of, languageId: 'plandoc', version, text: content } })
const change = (of: unknown, version: unknown, ...contentChanges: unknown[]) =>
  notify('textDocument/didChange', { textDocument: { uri: of, version }, contentChanges })
const close = (of: unknown) => notify('textDocument/didClose', { textDocument: { uri: of } })
const range = (startLine: number, from: number, endLine: number, to: number) => ({
  start: { line: startLine, character: from },
  end: { line: endLine, character: to },
})
const codeOf = ({ error }: Received) => error?.code

let client: RudeClient

async function start(
  initializationOptions: object = {},
  capabilities: object = initialize.capabilities,
): Promise<void> {
  client = rudeClient()
  assert.ok((await client.ask('initialize', { ...initialize, initializationOptions, capabilities })).result)
  client.send(notify('initialized', {}))
  client.send(open(uri, text))
}

/** The headings of a document, as the outline has them; null where it is not open. */
async function outline(of: string): Promise<readonly string[] | null> {
  const { result } = await client.ask('textDocument/documentSymbol', { textDocument: { uri: of } })
  type Node = { readonly name: string; readonly children?: readonly Node[] }
  const names = (nodes: readonly Node[]): string[] =>
    nodes.flatMap(({ name, children = [] }) => [name, ...names(children)])
  return result ? names(result as Node[]) : null
}

/** What it did to the server, the next question shows. */
const answersRight = async () => assert.deepEqual(await outline(uri), headings)

describe('a client that speaks out of turn', () => {
  beforeEach(() => {
    client = rudeClient()
  })
  afterEach(() => client.kill())

  it('asks before it has introduced itself', async () => {
    client.send(open(uri, text))
    assert.equal(codeOf(await client.ask('textDocument/hover', {})), ServerNotInitialized)
    assert.equal(codeOf(await client.ask('shutdown')), ServerNotInitialized)
    assert.equal(codeOf(await client.ask('initialize', {})), InvalidParams)
    assert.ok((await client.ask('initialize', initialize)).result)
    assert.equal(await outline(uri), null)
  })

  it('leaves, or is gone, before it has come', async () => {
    client.send(notify('exit'))
    assert.equal(await client.exit, 1)
    client = rudeClient()
    client.hangUp()
    assert.equal(await client.exit, 1)
  })
})

describe('a client that has introduced itself', () => {
  beforeEach(() => start())
  afterEach(() => client.kill())

  it('does so again', async () => {
    assert.equal(codeOf(await client.ask('initialize', initialize)), InvalidRequest)
    await answersRight()
  })

  it('goes on after it has asked for the end', async () => {
    assert.equal((await client.ask('shutdown')).result, null)
    assert.equal(codeOf(await client.ask('textDocument/documentSymbol', { textDocument })), InvalidRequest)
    assert.equal(codeOf(await client.ask('shutdown')), InvalidRequest)
    client.send(open('untitled:b.plan', text))
    client.send(notify('exit'))
    assert.equal(await client.exit, 0)
  })

  it('leaves, or is gone, without a word', async () => {
    client.send(notify('exit'))
    assert.equal(await client.exit, 1)
    await start()
    client.hangUp()
    assert.equal(await client.exit, 1)
  })

  it('refuses what the server asks of it, and answers what nobody asked', async () => {
    const { id } = await client.next(({ method }) => method === 'client/registerCapability')
    client.send({ jsonrpc: '2.0', id, error: { code: MethodNotFound, message: '不会' } })
    client.send({ jsonrpc: '2.0', id: '无人问', result: {} })
    client.send({ jsonrpc: '2.0', id: 7 })
    await answersRight()
  })
})

describe('a message that is none', () => {
  before(() => start())
  after(() => client.kill())
  afterEach(answersRight)

  for (const [what, message, id] of [
    ['a number', 5, null],
    ['null', null, null],
    ['a batch', [{ jsonrpc: '2.0', id: 1, method: 'shutdown' }], null],
    ['without method and id', { jsonrpc: '2.0' }, null],
    ['whose method is a number', { jsonrpc: '2.0', id: 1, method: 5 }, 1],
    ['whose id is an object', { jsonrpc: '2.0', id: {}, method: 'shutdown' }, null],
    ['whose params are a text', { jsonrpc: '2.0', id: 'a', method: 'textDocument/hover', params: '甲' }, 'a'],
  ] as const)
    it(`${what} is refused as invalid`, async () => {
      client.send(message)
      assert.equal(codeOf(await client.next((answer) => answer.id === id && !!answer.error)), InvalidRequest)
    })

  for (const [what, bytes] of [
    ['no JSON', framed('{"jsonrpc":"2.0",')],
    ['an empty body', framed('')],
    ['no UTF-8', Buffer.concat([Buffer.from('Content-Length: 4\r\n\r\n'), Buffer.from([0xff, 0xfe, 0x80, 0x7b])])],
    ['ten megabytes of no JSON', framed(`{"text":"${'甲'.repeat(3_400_000)}`)],
    ['a head without length', `X-Length: 9\r\n\r\n{"id":1}\n`],
    ['a length in words', `Content-Length: 九\r\n\r\n{"id":1}\n`],
    ['a negative length', `Content-Length: -5\r\n\r\n{"id":1}\n`],
    ['a length of a hundred gigabytes', `Content-Length: 99999999999\r\n\r\n{"id":1}\n`],
    ['a length that is too small', framed(JSON.stringify(notify('甲')), 9)],
    ['a length that is too great', framed(JSON.stringify(notify('甲')), 999)],
    ['bytes between two messages', '你好\r\n\r\n'],
    ['a megabyte without a head', 'a'.repeat(1 << 20)],
  ] as const)
    it(`${what} is no message, and the next is read`, async () => {
      client.bytes(bytes)
      // A length that is too great is seen to be so when another message begins.
      const answered = answersRight()
      assert.equal(codeOf(await client.next(({ id, error }) => id === null && !!error)), ParseError)
      await answered
    })
})

describe('a method with what it cannot read', () => {
  before(() => start())
  after(() => client.kill())
  afterEach(answersRight)

  it('is not found where there is none; a notification of that kind is nothing', async () => {
    client.send(notify('textDocument/didWhatever', { a: 1 }))
    client.send(notify('$/whatever', { a: 1 }))
    for (const method of ['textDocument/whatever', '$/whatever', 'toString', '__proto__', 'yaodian/whatever'])
      assert.equal(codeOf(await client.ask(method, {})), MethodNotFound, method)
  })

  const asked = [...features, ...workspaceFeatures].map(({ type }) => type.method)
  it('is one that says what it needs', () => {
    assert.deepEqual(
      asked.filter((method) => !hasShape(method)),
      [],
    )
  })
  for (const [what, params] of [
    ['nothing', undefined],
    ['null', null],
    ['a list', [1]],
    ['no document', {}],
    ['a document that is a number', { textDocument: 5, query: 5, scope: 5 }],
    ['an address that is a number', { textDocument: { uri: 5 } }],
  ] as const)
    it(`every request refuses ${what}`, async () => {
      const answers = await Promise.all(asked.map((method) => client.ask(method, params)))
      assert.deepEqual(
        answers.map((answer, i) => [asked[i], codeOf(answer)]),
        asked.map((method) => [method, InvalidParams]),
      )
    })

  for (const position of [
    { line: -1, character: 0 },
    { line: 0, character: -1 },
    { line: 0.5, character: 0 },
    { line: '0', character: 0 },
    { line: 0 },
    [0, 0],
  ])
    it(`refuses ${JSON.stringify(position)} for a position`, async () => {
      for (const method of ['hover', 'definition', 'completion', 'prepareRename', 'documentHighlight']) {
        const { error } = await client.ask(`textDocument/${method}`, { textDocument, position })
        assert.equal(error?.code, InvalidParams, method)
        assert.match(String(error?.message), /position/)
      }
    })

  it('is told in the log of a notification that is lost', async () => {
    for (const lost of [
      open(uri, 5),
      open(5, text),
      open(uri, text, 'eins'),
      change(uri, 2, { text: 5 }),
      change(uri, null, { text: '一、甲' }),
      change(uri, 2, { range: { start: {} }, text: '' }),
      notify('textDocument/didClose', {}),
      notify('workspace/didChangeWatchedFiles', { changes: [{}] }),
      notify('$/cancelRequest', {}),
      notify('$/cancelRequest'),
      notify('$/setTrace', { value: 5 }),
    ]) {
      client.send(lost)
      const { params } = await client.next(({ method }) => method === 'window/logMessage')
      assert.ok(String(params?.['message']).startsWith(lost.method), JSON.stringify(lost))
    }
  })
})

describe('documents and places that are not as they should be', () => {
  before(() => start())
  after(() => client.kill())
  afterEach(answersRight)

  const everyRequest = (of: object, place: object) => {
    const { position, range: within } = place as { position: object; range: object }
    const context = { diagnostics: [], includeDeclaration: true }
    const params = { textDocument: of, position, range: within, positions: [position], context }
    return Promise.all(
      features
        .filter(({ type }) => type.method.startsWith('textDocument/'))
        .map(({ type }) => client.ask(type.method, { ...params, newName: '9', ch: '\n' })),
    )
  }

  it('a document that is not open has nothing', async () => {
    const place = { position: { line: 0, character: 0 }, range: range(0, 0, 1, 0) }
    for (const answer of await everyRequest({ uri: 'untitled:无.plan' }, place)) {
      assert.equal(answer.result, null, JSON.stringify(answer))
    }
    client.send(change('untitled:无.plan', 2, { text: '一、甲' }))
    client.send(close('untitled:无.plan'))
    assert.equal(await outline('untitled:无.plan'), null)
  })

  it('a place far outside is the nearest that there is; a range may be the wrong way round', async () => {
    const far = 2 ** 31 - 1
    for (const [position, within] of [
      [{ line: far, character: far }, range(0, 0, far, far)],
      [{ line: 1, character: far }, range(3, 2, 0, 1)],
      [{ line: Number.MAX_SAFE_INTEGER, character: 0 }, range(far, far, 0, 0)],
    ] as const)
      for (const answer of await everyRequest(textDocument, { position, range: within }))
        assert.equal(answer.error, undefined, JSON.stringify(answer))
  })

  for (const [what, edits, expected] of [
    ['behind the end', [{ range: range(99, 9, 999, 9), text: '三、丙' }], [...headings, '三、丙']],
    [
      'before the beginning',
      [{ range: range(-1, -1, 0, 0), text: '新' }],
      ['新某市2027年工作要点', ...headings.slice(1)],
    ],
    ['the wrong way round', [{ range: range(3, 4, 3, 2), text: '丁' }], [...headings.slice(0, 3), '二、丁']],
    ['of the whole', [{ range: null, text: '一、戊' }], ['（无标题）', '一、戊']],
    [
      'with the wrong length',
      [{ range: range(3, 2, 3, 4), rangeLength: 99, text: '己' }],
      [...headings.slice(0, 3), '二、己'],
    ],
    ['none', [], headings],
  ] as const)
    it(`a change ${what} changes what it can`, async () => {
      const other = 'untitled:改.plan'
      client.send(open(other, text))
      client.send(change(other, 2, ...edits))
      assert.deepEqual(await outline(other), expected)
      client.send(close(other))
    })

  it('a change of nothing is a version: what is offered is for it', async () => {
    const same = 'untitled:同.plan'
    client.send(open(same, '一、严守政治记录。'))
    client.send(change(same, 2))
    const context = { diagnostics: [] }
    const params = { textDocument: { uri: same }, range: range(0, 6, 0, 6), context }
    const { result } = await client.ask('textDocument/codeAction', params)
    const [fix] = result as { edit?: { documentChanges: { textDocument: object }[] } }[]
    assert.deepEqual(fix?.edit?.documentChanges[0]?.textDocument, { uri: same, version: 2 })
    client.send(close(same))
  })

  it('opened twice, it is what it was the second time; a version that goes back is still the newest', async () => {
    const twice = 'untitled:双.plan'
    client.send(open(twice, '一、甲', 5))
    client.send(open(twice, '一、乙', 3))
    assert.deepEqual(await outline(twice), ['（无标题）', '一、乙'])
    client.send(change(twice, 1, { range: range(0, 2, 0, 3), text: '丙' }))
    client.send(change(twice, 1, { range: range(0, 3, 0, 3), text: '事' }))
    assert.deepEqual(await outline(twice), ['（无标题）', '一、丙事'])
    client.send(close(twice))
    client.send(close(twice))
    assert.equal(await outline(twice), null)
  })
})

/** Who tells when files change, and who leaves it to the server to look. */
for (const name of ['vscode', 'bare'])
  describe(`addresses that are none of a file, from ${clients[name]?.client}`, () => {
    before(() => start({}, clients[name]?.capabilities))
    after(() => client.kill())
    afterEach(answersRight)

    for (const address of [
      'file://server/share/要点.plan',
      'file:///a%2Fb.plan',
      'file:///%zz.plan',
      'file:///a%00/b%00.plan',
      `file:///${'a'.repeat(9000)}/b.plan`,
      'file:',
      'yaodian-word:%zz.plan',
      '要点.plan',
      'http://[::1',
      '__proto__',
      '',
    ])
      it(`${JSON.stringify(address.slice(0, 40))}: the document is checked as well`, async () => {
        client.send(open(address, '一、严守政治记录。'))
        const { result } = await client.ask('textDocument/diagnostic', { textDocument: { uri: address } })
        const { items = [] } = (result ?? {}) as { items?: readonly { code: string }[] }
        assert.deepEqual(
          items.map(({ code }) => code),
          ['typo/word'],
        )
        assert.deepEqual(await outline(address), ['（无标题）', '一、严守政治记录'])
        client.send(close(address))
      })
  })

describe('too much at once', function () {
  this.timeout(120_000)
  // What is found is told unasked: it is sought all the while.
  before(() => start({ pushed: true }))
  after(() => client.kill())
  afterEach(answersRight)

  for (const [what, long] of [
    ['of rows', '一、开展试点工作，严守政治记录。\n'.repeat(220_000)],
    ['in one row', '开展试点工作'.repeat(550_000)],
    ['of brackets', '（'.repeat(3_400_000)],
  ] as const)
    it(`ten megabytes ${what} keep nobody waiting who asks for something else`, async () => {
      client.send(open('untitled:长.plan', long))
      await answersRight()
      client.send(close('untitled:长.plan'))
    })

  it('a storm of requests that are cancelled: each has its one answer, and few are worked at', async () => {
    const ids = Array.from({ length: 2000 }, (_, i) => `风暴${i}`)
    for (const id of ids) {
      client.send({ jsonrpc: '2.0', id, method: 'textDocument/codeAction', params: everything })
      client.send(notify('$/cancelRequest', { id }))
    }
    client.send(notify('$/cancelRequest', { id: 'unknown' }))
    for (const id of ids) client.send(notify('$/cancelRequest', { id }))
    await answersRight()
    const own = client.received.filter(({ id }) => typeof id === 'string' && id.startsWith('风暴'))
    assert.equal(own.length, ids.length)
    assert.deepEqual(new Set(own.map(({ id }) => id)), new Set(ids))
    const cancelled = own.filter((answer) => codeOf(answer) === RequestCancelled)
    assert.ok(cancelled.length > 1000, `${cancelled.length} of ${ids.length}`)
    assert.ok(own.every((answer) => codeOf(answer) === undefined || codeOf(answer) === RequestCancelled))
  })

  for (const [method, code] of [
    ['textDocument/diagnostic', ServerCancelled],
    ['textDocument/semanticTokens/full', ContentModified],
  ] as const)
    it(`${method} of a text that changes meanwhile is not answered: one is to ask again`, async () => {
      const fast = 'untitled:变.plan'
      client.send(open(fast, '一、严守政治记录。（责任单位：市教育局）'))
      const params = { textDocument: { uri: fast } }
      const stale = { jsonrpc: '2.0', id: method, method, params }
      const edit = change(fast, 2, { range: range(0, 6, 0, 8), text: '纪律' })
      // In one piece: the change has come when the question is looked at.
      client.bytes([stale, edit].map((message) => framed(JSON.stringify(message))).join(''))
      assert.equal(codeOf(await client.next(({ id }) => id === method)), code)
      assert.ok((await client.ask(method, params)).result)
      client.send(close(fast))
    })

  it('a storm of changes: what is asked behind them is of the newest version', async () => {
    const fast = 'untitled:快.plan'
    client.send(open(fast, '一、甲'))
    for (let version = 2; version < 2000; version++)
      client.send(change(fast, version, { range: range(0, 2, 0, 3), text: '甲乙丙'.charAt(version % 3) }))
    client.send(change(fast, 2000, { range: range(0, 2, 0, 3), text: '丁' }))
    assert.deepEqual(await outline(fast), ['（无标题）', '一、丁'])
    const { params } = await client.next(
      (message) => message.method === 'textDocument/publishDiagnostics' && message.params?.['version'] === 2000,
    )
    assert.equal(params?.['uri'], fast)
    client.send(close(fast))
  })
})

const everything = { textDocument, range: range(0, 0, 9, 0), context: { diagnostics: [] } }
