// The servers that are measured, each a real process that speaks over its standard input and output, and a client of them.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import MarkdownIt from 'markdown-it'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
import { capabilities } from './vscode.mjs'
import '../register.mjs'

const { serverEnvironment, serverFlags } = await import('../../client/src/server-flags.ts')

const root = fileURLToPath(new URL('../../', import.meta.url))

/** In one file, as ours are, so that it starts as fast as such a server can. */
const bundles = mkdtempSync(join(tmpdir(), 'yaodian-bench-'))
process.on('exit', () => rmSync(bundles, { recursive: true, force: true }))
await build({
  entryPoints: { empty: join(root, 'scripts/bench/server-empty.mjs') },
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  outdir: bundles,
  outExtension: { '.js': '.cjs' },
})

const isFound = ({ diagnostics }) => diagnostics.some(({ code }) => code === 'typo/likely')

/**
 * How each is started. `pulls`: it says what it finds when it is asked. `ready`: when it is through with what it reads in
 * the background.
 */
export const servers = {
  /** As the VS Code client starts it. */
  yaodian: {
    flags: serverFlags,
    module: join(root, 'dist/server.cjs'),
    language: 'plandoc',
    async ready({ open, next, connection }) {
      const uri = 'untitled:疑似.plan'
      if (!isFound(await open(uri, slip))) await next(uri)
      await connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
      await next(uri)
    },
  },
  /** As other editors start it. */
  'yaodian lsp': { module: join(root, 'dist/yaodian.cjs'), args: ['lsp', '--stdio'], language: 'plandoc' },
  empty: { module: join(bundles, 'empty.cjs'), language: 'plandoc' },
  /** The same with as little memory as ours is given. */
  'empty, small': { flags: serverFlags, module: join(bundles, 'empty.cjs'), language: 'plandoc' },
  autocorrect: { module: join(root, 'scripts/bench/server-autocorrect.mjs'), language: 'plaintext' },
  /** It leaves the parsing to its client, which does it with markdown-it, as VS Code's does. */
  markdown: {
    module: join(root, 'node_modules/vscode-markdown-languageserver/out/node/main.js'),
    language: 'markdown',
    pulls: true,
    initializationOptions: { markdownFileExtensions: ['md'] },
    serve(connection, textOf) {
      const markdown = new MarkdownIt({ html: true })
      connection.onRequest('markdown/parse', () =>
        markdown.parse(textOf(), {}).map(({ type, markup, content, map, children }) => ({
          type,
          markup,
          content,
          map,
          children: children?.map((child) => ({ type: child.type, markup: child.markup, content: child.content })),
        })),
      )
      connection.onRequest('markdown/findMarkdownFilesInWorkspace', () => [])
      connection.onRequest(
        /** Nothing is on the disk. */ (method) => (method.startsWith('markdown/fs') ? null : undefined),
      )
      void connection.sendNotification('workspace/didChangeConfiguration', { settings: markdownSettings })
    },
  },
}

const on = { enabled: 'warning' }
const markdownSettings = {
  markdown: {
    server: { log: 'off' },
    preferredMdPathExtensionStyle: 'auto',
    occurrencesHighlight: { enabled: false },
    suggest: { paths: { enabled: false } },
    validate: {
      enabled: true,
      referenceLinks: on,
      fragmentLinks: on,
      fileLinks: { ...on, markdownFragmentLinks: 'inherit' },
      unusedLinkDefinitions: on,
      duplicateLinkDefinitions: on,
      ignoredLinks: [],
    },
  },
}

/** A text in which only the phrase model finds something. */
export const slip = '一、加强组织领倒和统筹协调。\n'

/** Starts a server; `initialized` is when it answered, in ms since it was started. */
export async function start(kind) {
  const { flags = [], module, args = ['--stdio'], language, pulls, initializationOptions, serve, ready } = servers[kind]
  const started = performance.now()
  const env = { ...process.env, ...(flags.length > 0 && serverEnvironment) }
  const child = spawn(process.execPath, [...flags, module, ...args], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const waiting = new Map()
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    const done = waiting.get(params.uri)
    waiting.delete(params.uri)
    done?.(params)
  })
  connection.listen()
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    initializationOptions,
  })
  const initialized = performance.now() - started
  await connection.sendNotification('initialized', {})
  /** What it says next of a document. */
  const next = (uri) => new Promise((resolve) => waiting.set(uri, resolve))
  const send = (method, params) => connection.sendNotification(method, params)
  const open = async (uri, text) => {
    const said = pulls ? undefined : next(uri)
    await send('textDocument/didOpen', { textDocument: { uri, languageId: language, version: 1, text } })
    return pulls ? connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }) : said
  }
  return {
    pid: child.pid,
    started,
    initialized,
    connection,
    next,
    open,
    pulls,
    serve,
    ready: async () => ready?.({ open, next, connection }),
    async stop() {
      const ended = once(child, 'exit')
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      await ended
      connection.dispose()
    },
  }
}

/** A server with a document open, and somebody who types a character and takes it away again, in the middle of it. */
export async function typist(kind, text) {
  const server = await start(kind)
  const { connection, next, open, pulls, ready } = server
  const uri = 'untitled:bench.md'
  const textDocument = { uri }
  const lines = text.split('\n')
  const line = lines.findIndex((words, row) => row > lines.length / 2 && words.length > 40 && /^[0-9（]/.test(words))
  const column = 20
  const before = lines.slice(0, line).reduce((sum, words) => sum + words.length + 1, 0) + column
  let version = 1
  const isTyped = () => version % 2 === 0
  server.serve?.(connection, () => (isTyped() ? `${text.slice(0, before)}事${text.slice(before)}` : text))
  await ready()
  await open(uri, text)

  const change = () => {
    version++
    const range = { start: { line, character: column }, end: { line, character: column + (version % 2) } }
    const contentChanges = [{ range, text: isTyped() ? '事' : '' }]
    return connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges })
  }
  const timed = async (work) => {
    const start = performance.now()
    await work()
    return performance.now() - start
  }
  return {
    ...server,
    uri,
    line,
    /** Types; the time until the findings are here. */
    edit: () =>
      timed(async () => {
        const said = pulls ? undefined : next(uri)
        change()
        await (said ?? connection.sendRequest('textDocument/diagnostic', { textDocument }))
      }),
    /** Types and asks in the same breath; the time until all the answers are here. */
    ask: async (questions) => {
      const said = pulls ? undefined : next(uri)
      const time = await timed(async () => {
        change()
        await Promise.all(
          questions.map(([method, params]) => connection.sendRequest(method, { textDocument, ...params })),
        )
      })
      await said
      return time
    },
  }
}

/** Memory of a process in MB; undefined where the system does not tell. */
export function memoryOf(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024
  } catch {
    return undefined
  }
}
