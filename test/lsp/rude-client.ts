import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { type Message, StreamMessageReader } from 'vscode-languageserver/node'
import { livingIn } from '../home.ts'

export type Received = {
  readonly id?: number | string | null
  readonly method?: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string }
}

/** A client that sends what it likes, in any order and as any bytes. */
export type RudeClient = {
  /** A whole message, whatever it is. */
  readonly send: (message: unknown) => void
  readonly bytes: (bytes: string | Buffer) => void
  /** A request by the book. */
  readonly ask: (method: string, params?: unknown) => Promise<Received>
  /** What comes next that is meant, also of what has come and nobody has taken. */
  readonly next: (isMeant: (message: Received) => boolean) => Promise<Received>
  readonly received: readonly Received[]
  /** Its standard input ends, as when an editor is killed. */
  readonly hangUp: () => void
  readonly exit: Promise<number | null>
  readonly kill: () => void
}

export function rudeClient(): RudeClient {
  const server = spawn(process.execPath, [resolve('dist/yaodian.cjs'), 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: livingIn(undefined),
  })
  const exit = new Promise<number | null>((done) => server.once('exit', (code) => done(code)))
  const received: Received[] = []
  const untaken: Received[] = []
  const waiting: { isMeant: (message: Received) => boolean; done: (message: Received) => void }[] = []
  let ids = 1000
  // It may be gone before all is written.
  server.stdin.on('error', () => {})
  new StreamMessageReader(server.stdout).listen((message: Message) => {
    const one = message as Received
    received.push(one)
    const at = waiting.findIndex(({ isMeant }) => isMeant(one))
    if (at >= 0) waiting.splice(at, 1)[0]?.done(one)
    else untaken.push(one)
  })

  const bytes = (some: string | Buffer) => void server.stdin.write(some)
  const send = (message: unknown) => bytes(framed(JSON.stringify(message)))
  const next = (isMeant: (message: Received) => boolean) => {
    const at = untaken.findIndex(isMeant)
    if (at >= 0) return Promise.resolve(untaken.splice(at, 1)[0] as Received)
    return new Promise<Received>((done) => waiting.push({ isMeant, done }))
  }
  return {
    bytes,
    send,
    next,
    received,
    exit,
    ask(method, params) {
      const id = ++ids
      send({ jsonrpc: '2.0', id, method, params })
      return next((message) => message.id === id)
    },
    hangUp: () => server.stdin.end(),
    kill: () => server.kill('SIGKILL'),
  }
}

export const framed = (body: string, length = Buffer.byteLength(body)): string =>
  `Content-Length: ${length}\r\n\r\n${body}`
