import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
import { livingIn } from './home.ts'

/** With FUZZ_MINUTES all of it. */
const isLong = process.env['FUZZ_MINUTES'] !== undefined
const edits = isLong ? 100_000 : 3_000
const documents = isLong ? 1_000 : 80

/** What may come of what is remembered up to a size, and of the collector’s own ways. */
const room = 6 << 20

const text = `某市2024年工作要点\n${Array.from({ length: 120 }, (_, i) => `${i + 1}.推进第${i}项工作，严守政治记录。（责任单位：市财政局、第${i}局）\n`).join('')}`

describe('the memory of a server', function () {
  this.timeout(isLong ? 0 : 120_000)

  /** A server that tells how large its heap is when all that can go has gone. */
  function started() {
    const hook = resolve('test/hooks/heap.cjs')
    const child = spawn(process.execPath, ['--expose-gc', '--require', hook, 'dist/yaodian.cjs', 'lsp', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
      env: livingIn(),
    })
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout as NodeJS.ReadableStream),
      new StreamMessageWriter(child.stdin as NodeJS.WritableStream),
    )
    connection.listen()
    return {
      connection,
      heap: () =>
        new Promise<number>((done) => {
          child.once('message', (size) => done(size as number))
          child.send('heap')
        }),
      stop: () => {
        connection.dispose()
        child.kill()
      },
    }
  }
  type Server = ReturnType<typeof started>

  async function measured(work: (server: Server, times: number, first: number) => Promise<void>, times: number) {
    const server = started()
    await server.connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} })
    await server.connection.sendNotification('initialized', {})
    // Long enough that what is made once is made: caches, compiled code, the phrases. Whole: no change is at half a place.
    const first = Math.ceil(times / 3)
    await work(server, first, 0)
    const before = await server.heap()
    await work(server, times, first)
    const after = await server.heap()
    server.stop()
    const figures = `${before >> 10} KB → ${after >> 10} KB`
    if (isLong) console.log(`      ${figures}`)
    assert.ok(after - before < room, figures)
  }

  const symbols = ({ connection }: Server, uri: string) =>
    connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } })

  it(`stays as it is over ${edits} edits`, async () => {
    const uri = 'untitled:a.plan'
    await measured(async (server, times, first) => {
      const { connection } = server
      if (first === 0)
        await connection.sendNotification('textDocument/didOpen', {
          textDocument: { uri, languageId: 'plandoc', version: 1, text },
        })
      for (let i = first; i < first + times; i++) {
        const line = 1 + (i % 120)
        const start = { line, character: 8 }
        const end = { line, character: 9 }
        // Words that were never there before, so that whatever is kept of them shows.
        const put = String.fromCharCode(0x4e00 + (i % 20_000))
        await connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: i + 2 },
          contentChanges: [{ range: { start, end }, text: put }],
        })
        if (i % 10 === 0) await symbols(server, uri)
      }
      // A change that is refused would cost nothing.
      const last = String.fromCharCode(0x4e00 + ((first + times - 1) % 20_000))
      assert.ok(JSON.stringify(await symbols(server, uri)).includes(last), last)
    }, edits)
  })

  it(`stays as it is over ${documents} documents that are opened and closed`, async () => {
    await measured(async (server, times, first) => {
      for (let i = first; i < first + times; i++) {
        const uri = `untitled:${i}.plan`
        await server.connection.sendNotification('textDocument/didOpen', {
          textDocument: { uri, languageId: 'plandoc', version: 1, text: text.replaceAll('财政局', `第${i}所`) },
        })
        await symbols(server, uri)
        await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
      }
    }, documents)
  })
})
