import { IPCMessageReader, IPCMessageWriter, type MessageReader, type MessageWriter } from 'vscode-languageserver/node'
import { framed } from './edge/framed.ts'
import { frames } from './edge/frames.ts'
import { unparsed } from './edge/gate.ts'

export type Transport = {
  readonly reader: MessageReader
  readonly writer: MessageWriter
  /** The client is gone: `then` is what to do. */
  readonly ended: (then: () => void) => void
}

/** How the client and this process speak: over the channel of a parent that is node, or over stdin and stdout. */
export const transport = (): Transport => (process.argv.includes('--node-ipc') ? ipc() : stdio())

/** Node ends a process whose parent is gone, and whose channel kept it alive, by itself. */
const ipc = (): Transport => ({
  reader: new IPCMessageReader(process),
  writer: new IPCMessageWriter(process),
  ended: () => {},
})

function stdio(): Transport {
  // Only messages go out by stdout.
  console.log = console.info = console.debug = console.error
  const writer = framed(process.stdout)
  return {
    reader: frames(process.stdin, (why) => unparsed(writer, why)),
    writer,
    ended: (then) => {
      process.stdin.once('end', then)
      process.stdin.once('close', then)
    },
  }
}
