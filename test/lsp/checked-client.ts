import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Message, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
import type { Client } from '../clients.ts'
import { livingIn } from '../home.ts'
import { unannounced } from './unannounced.ts'
import type { Kind, Validate } from './validate.ts'

type Sent = { readonly method?: string; readonly id?: number | string | null; readonly params?: unknown }
type Answer = { readonly result?: unknown; readonly error?: { readonly code: number; readonly message: string } }

/** A client that takes nothing on trust: what is wrong with anything that the server sends is in `wrong`. */
export type CheckedClient = {
  readonly ask: <R = unknown>(method: string, params?: unknown) => Promise<R>
  readonly tell: (method: string, params?: unknown) => void
  /** What the server says next by a method, where `isMeant`. */
  readonly next: <P>(method: string, isMeant?: (params: P) => boolean) => Promise<P>
  readonly said: readonly { readonly method: string; readonly params: unknown }[]
  readonly wrong: readonly string[]
  /** Takes leave. */
  readonly stop: () => Promise<void>
  readonly kill: () => void
}

export function checkedClient({ capabilities }: Client, validate: Validate): CheckedClient {
  const server = spawn(process.execPath, [resolve('dist/yaodian.cjs'), 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: livingIn(undefined),
  })
  const writer = new StreamMessageWriter(server.stdin)
  const asked = new Map<number | string, { method: string; done: (answer: Answer) => void }>()
  const said: { method: string; params: unknown }[] = []
  const waiting: { method: string; isMeant: (params: never) => boolean; done: (params: never) => void }[] = []
  const wrong: string[] = []
  let ids = 0

  const check = (kind: Kind, method: string, payload: unknown) => {
    const faults = [...validate(kind, method, payload), ...unannounced(capabilities, method, payload)]
    if (faults.length > 0) wrong.push(`${method}: ${faults.join('; ')}\n${JSON.stringify(payload).slice(0, 2000)}`)
  }
  const answered = (id: number | string, answer: Answer) => {
    const question = asked.get(id)
    asked.delete(id)
    if (!question) return void wrong.push(`an answer that nobody asked for: ${JSON.stringify(answer)}`)
    if (!answer.error) check('answers', question.method, answer.result)
    question.done(answer)
  }
  const told = ({ method = '', id, params }: Sent) => {
    check('sayings', method, params ?? null)
    said.push({ method, params })
    if (id !== undefined) void writer.write({ jsonrpc: '2.0', id, result: null } as Message)
    const at = waiting.findIndex((each) => each.method === method && each.isMeant(params as never))
    if (at >= 0) waiting.splice(at, 1)[0]?.done(params as never)
  }
  new StreamMessageReader(server.stdout).listen((message) => {
    const sent = message as Sent
    if (message.jsonrpc !== '2.0') wrong.push(`no JSON-RPC 2.0: ${JSON.stringify(message)}`)
    if (sent.method !== undefined) told(sent)
    else if (sent.id !== undefined && sent.id !== null) answered(sent.id, message as Answer)
    else wrong.push(`neither question nor answer: ${JSON.stringify(message)}`)
  })

  const tell = (method: string, params?: unknown) => void writer.write({ jsonrpc: '2.0', method, params } as Message)
  const ask = async <R>(method: string, params?: unknown): Promise<R> => {
    const id = ++ids
    const answer = new Promise<Answer>((done) => asked.set(id, { method, done }))
    await writer.write({ jsonrpc: '2.0', id, method, params } as Message)
    const { result, error } = await answer
    if (error) throw new Error(`${method} ${JSON.stringify(params)}: ${error.code} ${error.message}`)
    return result as R
  }
  return {
    said,
    wrong,
    tell,
    ask,
    next: <P>(method: string, isMeant: (params: P) => boolean = () => true) =>
      new Promise<P>((done) => waiting.push({ method, isMeant, done })),
    async stop() {
      const ended = new Promise<void>((done) => server.once('exit', () => done()))
      await ask('shutdown')
      tell('exit')
      await ended
    },
    kill: () => void server.kill('SIGKILL'),
  }
}

/** What an editor says first, in the folder that it has open. */
export const greeting = ({ capabilities }: Client, folder: string, more: object = {}) => ({
  processId: process.pid,
  rootUri: null,
  workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'folder' }],
  locale: 'zh-cn',
  capabilities,
  ...more,
})
