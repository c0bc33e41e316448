import type { Writable } from 'node:stream'
import { Emitter, type Message, type MessageWriter } from 'vscode-languageserver'
import { jsonOf } from './json.ts'

/**
 * Writes messages to a stream, each behind a head that says its length, in one piece: the library's own writer writes the
 * head by itself and waits, which wakes the client twice for each.
 */
export function framed(output: Writable): MessageWriter {
  const errors = new Emitter<[Error, Message | undefined, number | undefined]>()
  const closed = new Emitter<void>()
  /** How many messages in a row could not be written. */
  let failed = 0
  output.on('error', (error) => errors.fire([error, undefined, undefined]))
  output.on('close', () => closed.fire())
  return {
    onError: errors.event,
    onClose: closed.event,
    async write(message) {
      const body = jsonOf(message)
      await new Promise<void>((done, refused) => {
        output.cork()
        output.write(`Content-Length: ${body.length}\r\n\r\n`)
        output.write(body, (error) => {
          if (!error) {
            failed = 0
            done()
            return
          }
          failed++
          errors.fire([error, message, failed])
          refused(error)
        })
        output.uncork()
      })
    },
    end: () => {},
    dispose() {
      errors.dispose()
      closed.dispose()
    },
  }
}
