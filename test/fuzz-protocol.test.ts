import assert from 'node:assert/strict'
import { LSPErrorCodes } from 'vscode-languageserver'
import { features, workspaceFeatures } from '../server/src/features/index.ts'
import { type Client, clients } from './clients.ts'
import { applied, type Change } from './lsp/client-text.ts'
import { framed, type Received, type RudeClient, rudeClient } from './lsp/rude-client.ts'
import { type Chance, chance, changed, examples } from './random-text.ts'
import { type Place, paramsOf } from './whole.ts'

/** With FUZZ_MINUTES it goes on so long, shared by the clients; FUZZ_SEED begins elsewhere. */
const minutes = Number(process.env['FUZZ_MINUTES'] ?? 0)
const seed = Number(process.env['FUZZ_SEED'] ?? 1)
const rounds = 5
/** So long is a text of some pages, in UTF-16 units. */
const pages = 30_000

/** Rounds that always are: where something once went wrong. */
const kept: readonly number[] = []

/** Who counts columns in each way, and who can do nothing. */
const names = ['vscode', 'neovim-0.11', 'eglot-1.21', 'bare']

/** What is no mistake: it is not to be done, or was asked too early, or is to be asked again. */
const expected = new Set<number | undefined>([
  undefined,
  LSPErrorCodes.RequestFailed,
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ContentModified,
  LSPErrorCodes.ServerCancelled,
])

const diagnostic = 'textDocument/diagnostic'
const methods = [...features, ...workspaceFeatures].map(({ type }) => type.method).concat(diagnostic)

type Request = { readonly method: string; readonly params: object }

/** Every request at a place. */
const requestsAt = (uri: string, place: Place): readonly Request[] =>
  methods.flatMap((method) => paramsOf(method, uri, place).map((params) => ({ method, params })))

/** A place that need not be there. */
const somewhere = ({ below, one }: Chance): Place => ({
  line: one([below(12), below(12), below(12), below(900), 2 ** 31 - 1]),
  character: one([below(40), below(40), below(400), 2 ** 31 - 1]),
})

/** The same for a change, which may be anywhere. */
function anywhere(by: Chance): Place {
  const { line, character } = somewhere(by)
  return { line: by.one([line, line, line, line, -1]), character: by.one([character, character, character, -7]) }
}

const breaks = ['\n', '\n', '\r\n', '\r']

function randomChange(by: Chance, pool: readonly string[]): Change {
  const { below, one, piece } = by
  const text = one([piece, piece, () => '', () => one(pool).slice(0, below(60)), () => one(breaks)])()
  if (below(20) === 0) return { text: changed(by, pool) }
  // Where rows begin and end, the halves of a line break come together.
  const place = anywhere(by)
  const start = { ...place, character: one([0, 2 ** 31 - 1, place.character, place.character]) }
  // Mostly small ones, some over rows, some backwards.
  const end = one([() => start, () => ({ ...start, character: start.character + below(5) }), () => anywhere(by)])()
  return { range: { start, end }, text }
}

/** A server and a client of it, of whose answers none may be missing. */
async function met({ capabilities }: Client) {
  const client = rudeClient()
  const notify = (method: string, params: object) => client.send({ jsonrpc: '2.0', method, params })
  const { result } = await client.ask('initialize', { capabilities, processId: null, rootUri: null, locale: 'zh-cn' })
  notify('initialized', {})
  const { capabilities: announced } = result as { capabilities: { positionEncoding?: string } }
  const open = (uri: string, version: number, text: string) =>
    notify('textDocument/didOpen', { textDocument: { uri, languageId: 'plandoc', version, text } })
  const close = (uri: string) => notify('textDocument/didClose', { textDocument: { uri } })
  const here = { client, notify, open, close, encoding: announced.positionEncoding ?? 'utf-16' }
  await spelling(here)
  return here
}
type Met = Awaited<ReturnType<typeof met>>

/** What is found changes when the phrases have been read. */
async function spelling({ client, open, close }: Met): Promise<void> {
  const uri = 'untitled:疑似'
  open(uri, 1, '一、加强组织领倒和统筹协调。')
  for (;;) {
    const { result } = await client.ask(diagnostic, { textDocument: { uri } })
    if (JSON.stringify(result).includes('typo/likely')) return close(uri)
    await new Promise((done) => setTimeout(done, 50))
  }
}

/** All of some answers. A server that has died, or says nothing more, is one that misses some. */
async function answers(client: RudeClient, ids: readonly (string | number)[]): Promise<readonly Received[]> {
  let left = ids.length
  const each = ids.map(async (id) => {
    const answer = await client.next((message) => message.id === id && message.method === undefined)
    left--
    return answer
  })
  let timer: NodeJS.Timeout | undefined
  const missing = new Promise<never>((_, reject) => {
    const fail = (why: string) => reject(new Error(`${why}; ${left} of ${ids.length} answers are missing`))
    void client.exit.then((code) => fail(`the server ended with ${code}`))
    timer = setTimeout(() => fail('the server says nothing more'), 60_000)
  })
  try {
    return await Promise.race([Promise.all(each), missing])
  } finally {
    clearTimeout(timer)
  }
}

const uris = ['untitled:甲', 'untitled:乙']
/** The same documents, opened anew by other names. */
const others = new Map(uris.map((uri) => [uri, `${uri}新`]))
const named = (json: string): string => [...others].reduce((now, [uri, other]) => now.replaceAll(other, uri), json)

/** What the server says to everything that can be asked of a document: the same for the same texts. */
async function everything({ client }: Met, uri: string, places: readonly Place[]): Promise<readonly unknown[]> {
  const all = places.flatMap((place) => requestsAt(uri, place))
  const ids = all.map((_, i) => `${uri} ${i}`)
  client.bytes(all.map((request, i) => framed(JSON.stringify({ jsonrpc: '2.0', id: ids[i], ...request }))).join(''))
  const said = await answers(client, ids)
  return said.map(({ result, error }, i) => {
    assert.ok(expected.has(error?.code), `${all[i]?.method}: ${error?.message}`)
    // The ids of results are given in the order of asking.
    return JSON.parse(named(JSON.stringify([all[i]?.method, result ?? error])), (key, value) =>
      key === 'resultId' ? undefined : value,
    )
  })
}

/** A document that is open, as the client has it. */
type Document = { readonly text: string; readonly version: number }

/** Changes and questions in any order, as one round has them; in the end the server has the texts that the client has. */
async function round(at: Met, pool: readonly string[], by: Chance): Promise<void> {
  const { client, open, close, encoding } = at
  const { below, one } = by
  const documents = new Map<string, Document>()
  const asked: string[] = []
  let waiting = ''
  const say = (message: object) => {
    waiting += framed(JSON.stringify({ jsonrpc: '2.0', ...message }))
    // What comes in one piece comes in one turn.
    if (below(3) > 0) return
    client.bytes(waiting)
    waiting = ''
  }
  const steps: Readonly<Record<string, (uri: string) => void>> = {
    change(uri) {
      const before = documents.get(uri)
      if (!before) return steps['open']?.(uri)
      const contentChanges = Array.from({ length: one([1, 1, 1, 2, 4, 0]) }, () => randomChange(by, pool))
      const text = contentChanges.reduce((now, each) => applied(now, each, encoding), before.text)
      const version = before.version + one([1, 1, 1, 5])
      documents.set(uri, { text, version })
      say({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges } })
    },
    ask(uri) {
      const id = `${below(2 ** 31)} ${asked.length}`
      asked.push(id)
      say({ id, ...one(requestsAt(uri, somewhere(by))) })
    },
    cancel: () => say({ method: '$/cancelRequest', params: { id: one([...asked, 'unknown']) } }),
    open(uri) {
      if (documents.has(uri)) steps['close']?.(uri)
      const document = { text: randomText(by, pool), version: below(5) }
      documents.set(uri, document)
      say({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'plandoc', ...document } } })
    },
    close(uri) {
      documents.delete(uri)
      say({ method: 'textDocument/didClose', params: { textDocument: { uri } } })
    },
  }
  const usual = ['change', 'change', 'change', 'ask', 'ask', 'ask', 'cancel']
  for (let i = 10 + below(30); i > 0; i--) steps[below(30) === 0 ? one(Object.keys(steps)) : one(usual)]?.(one(uris))
  client.bytes(waiting)
  for (const { error } of await answers(client, asked))
    assert.ok(expected.has(error?.code), `${error?.code} ${error?.message}`)

  const isLong = [...documents.values()].some(({ text }) => text.length > pages / 2)
  const places = isLong ? [somewhere(by)] : [{ line: 0, character: 0 }, somewhere(by)]
  const said: unknown[] = []
  for (const uri of documents.keys()) said.push(await everything(at, uri, places))
  for (const uri of documents.keys()) close(uri)
  const anew: unknown[] = []
  for (const [uri, { version, text }] of documents) open(others.get(uri) ?? uri, version, text)
  for (const uri of documents.keys()) anew.push(await everything(at, others.get(uri) ?? uri, places))
  for (const uri of documents.keys()) close(others.get(uri) ?? uri)
  assert.deepEqual(said, anew, JSON.stringify([...documents.values()]))
}

/** A text with line breaks of one kind, which the server keeps in pages where it is long. */
function randomText(by: Chance, pool: readonly string[]): string {
  const { below, one } = by
  const text = changed(by, pool).replace(/\r\n|\n/g, one(breaks))
  return text !== '' && below(16) === 0 ? `${text}${one(breaks)}`.repeat(pages / text.length) : text
}

describe('a server that is edited and asked in any order', function () {
  this.timeout(minutes > 0 ? 0 : 120_000)

  for (const name of names)
    it(`by ${name} has the text that the client has, and owes no answer`, async () => {
      const client = clients[name] as Client
      let at = await met(client)
      const pool = examples()
      const until = Date.now() + (minutes * 60_000) / names.length
      const seeds = (function* () {
        yield* kept
        for (let own = seed; minutes > 0 ? Date.now() < until : own < seed + rounds; own++) yield own
      })()
      try {
        for (const own of seeds) {
          try {
            await round(at, pool, chance(own))
          } catch (cause) {
            throw new Error(`goes wrong with FUZZ_SEED=${own}, and belongs into kept`, { cause })
          }
          // What it has received is looked through for each answer.
          if (at.client.received.length < 20_000) continue
          at.client.kill()
          at = await met(client)
        }
      } finally {
        at.client.kill()
      }
    })
})
