import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { lasting } from '../server/src/features/lasting.ts'
import { framed as framedWriter } from '../server/src/host/lsp/edge/framed.ts'
import { frames } from '../server/src/host/lsp/edge/frames.ts'
import { jsonOf } from '../server/src/host/lsp/edge/json.ts'

/** What is read of bytes that arrive in pieces, and how often it was said that something is no message. */
function read(bytes: Buffer, pieces: readonly number[]): { readonly messages: unknown[]; readonly broken: string[] } {
  const messages: unknown[] = []
  const broken: string[] = []
  const input = new PassThrough()
  frames(input, (why) => broken.push(why)).listen((message) => messages.push(message))
  for (let from = 0, i = 0; from < bytes.length; i++) {
    const to = from + Math.max(1, pieces[i % pieces.length] ?? bytes.length)
    input.emit('data', bytes.subarray(from, to))
    from = to
  }
  return { messages, broken }
}

const framed = (message: unknown, head = ''): Buffer => {
  const body = Buffer.from(JSON.stringify(message))
  return Buffer.concat([Buffer.from(`${head}Content-Length: ${body.length}\r\n\r\n`), body])
}
const message = fc.record({ method: fc.string({ unit: 'binary' }), text: fc.constantFrom('公文\r\n\r\n', '𠮷', '') })
const pieces = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 })
const rubbish = fc
  .oneof(fc.constantFrom('', '\r\n\r\n', '{"a":', 'X: 1\r\n\r\n', '你好'), fc.string({ unit: 'binary', maxLength: 30 }))
  .filter((text) => !/content-/i.test(text))

describe('messages in a stream', () => {
  it('are read in whatever pieces they come, with other heads than their length as well', () => {
    fc.assert(
      fc.property(fc.array(message), pieces, fc.boolean(), (sent, cut, more) => {
        const head = more ? 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n' : ''
        const { messages, broken } = read(Buffer.concat(sent.map((each) => framed(each, head))), cut)
        assert.deepEqual(messages, JSON.parse(JSON.stringify(sent)))
        assert.deepEqual(broken, [])
      }),
    )
  })

  it('are read behind any rubbish', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(rubbish, message)), pieces, (sent, cut) => {
        const bytes = sent.flatMap(([before, each]) => [Buffer.from(before), framed(each)])
        assert.deepEqual(
          read(Buffer.concat(bytes), cut).messages,
          JSON.parse(JSON.stringify(sent.map(([, each]) => each))),
        )
      }),
    )
  })

  for (const [what, bytes, expected] of [
    ['a length that is too great', [Buffer.from('Content-Length: 40\r\n\r\n{"a":1}'), framed(2), framed(3)], [2, 3]],
    ['a length that is too small', [Buffer.from('Content-Length: 3\r\n\r\n{"a":1}'), framed(2), framed(3)], [2, 3]],
    ['half a body', [Buffer.from('Content-Length: 9\r\n\r\n{"a":'), framed(2), framed(3)], [2, 3]],
    ['two wrong ones', [Buffer.from('Content-Length: 9\r\n\r\n{"a":X: 1\r\n\r\n'), framed(2), framed(3)], [2, 3]],
  ] as const)
    it(`are read behind ${what}, which is said once`, () => {
      for (const cut of [[1000], [1], [7]]) {
        const { messages, broken } = read(Buffer.concat(bytes), cut)
        assert.deepEqual(messages, expected)
        assert.equal(broken.length, 1)
      }
    })
})

/** A tree of what lasts, as symbols are. */
type Node = { readonly name: string; readonly detail: string | undefined; readonly children?: readonly Node[] }
const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc
    .record(
      {
        name: fc.string({ unit: 'binary' }),
        detail: fc.option(fc.constant('市财政局、“甲\\乙”'), { nil: undefined }),
        children: fc.array(tie('node'), { maxLength: 3, depthIdentifier: 'node' }),
      },
      { requiredKeys: ['name', 'detail'] },
    )
    .map(lasting),
}))

describe('the JSON of messages', () => {
  const answers = fc.oneof(
    fc.array(node).map((result) => ({ jsonrpc: '2.0', id: 1, result })),
    fc.array(node).map((diagnostics) => ({ method: 'a', params: { uri: 'b', version: undefined, diagnostics } })),
    fc.array(node).map((items) => ({ id: 2, result: { kind: 'full', items } })),
    fc.record({ method: fc.string(), params: fc.anything({ withNullPrototype: false }) }),
  )

  it('is that of the library, the second time as the first', () => {
    fc.assert(
      fc.property(answers, (message) => {
        const meant = JSON.stringify(message)
        assert.equal(jsonOf(message).toString(), meant)
        assert.equal(jsonOf(message).toString(), meant)
      }),
    )
  })

  it('is written in one piece with its length, in the order in which it was sent', async () => {
    const output = new PassThrough()
    const writer = framedWriter(output)
    const sent = [
      { jsonrpc: '2.0', method: '公文' },
      { jsonrpc: '2.0', id: 1, result: [lasting({ name: '𠮷' })] },
    ]
    await Promise.all(sent.map((message) => writer.write(message)))
    assert.deepEqual(read(output.read(), [7]).messages, sent)
  })

  it('that cannot be written is told to who sent it, and to who listens', async () => {
    const output = new PassThrough()
    const writer = framedWriter(output)
    const heard: (number | undefined)[] = []
    writer.onError(([, , count]) => heard.push(count))
    output.destroy()
    const message = { jsonrpc: '2.0', method: 'a' }
    await assert.rejects(writer.write(message))
    await assert.rejects(writer.write(message))
    assert.deepEqual(heard.filter(Boolean), [1, 2])
  })
})
