import type { Readable } from 'node:stream'
import { Emitter, type Message, type MessageReader, type PartialMessageInfo } from 'vscode-languageserver'

/** No message and no head is longer: to wait for the end of such would be to wait for ever. */
const longest = 512 * 1024 * 1024
const longestHead = 64 * 1024

const headEnd = '\r\n\r\n'
/** Wherever it stands in a head: what is before it is the rest of what was not understood. */
const lengthIn = /(?:^|(\r\n|[\s\S]))content-length:[ \t]*([0-9]{1,12})[ \t]*(?:\r\n|$)/i
/** No JSON has this, not even in a string, for there a line break is written \r\n: another message begins here. */
const anotherHead = /content-length:[ \t]*[0-9]{1,12}\r\n/i

/**
 * Reads messages from a stream, each behind a head that says its length. The library's own reader is lost for good
 * behind a head without length, a wrong length or a body that is no JSON; this one says so (`broken`, once until it
 * has read a message again) and goes on with the next message that it can make out.
 */
export function frames(input: Readable, broken: (why: string) => void): MessageReader {
  const errors = new Emitter<Error>()
  const closed = new Emitter<void>()
  const partial = new Emitter<PartialMessageInfo>()
  /** What has arrived and is not read, and how many bytes these are. */
  let chunks: Buffer[] = []
  let size = 0
  /** How long the body is that is read next; undefined where a head is. */
  let length: number | undefined
  let lost = false

  const lose = (why: string) => {
    if (!lost) broken(why)
    lost = true
  }
  const joined = (): Buffer => {
    if (chunks.length > 1) chunks = [Buffer.concat(chunks)]
    return chunks[0] ?? Buffer.alloc(0)
  }
  const take = (bytes: number): Buffer => {
    const all = joined()
    chunks = bytes < all.length ? [all.subarray(bytes)] : []
    size = all.length - bytes
    return all.subarray(0, bytes)
  }
  /** The bytes are unread again. */
  const giveBack = (bytes: Buffer) => {
    chunks.unshift(bytes)
    size += bytes.length
  }

  /** The length that the next head says that says one; undefined where there is none yet. */
  const readHead = (): number | undefined => {
    for (;;) {
      const end = joined().indexOf(headEnd)
      if (end < 0 && size > longestHead) lose(`No head in ${take(size - longestHead).length} bytes`)
      if (end < 0) return undefined
      const head = take(end + headEnd.length).toString('latin1', 0, end)
      const found = lengthIn.exec(head)
      const said = Number(found?.[2] ?? Number.NaN)
      // Other lines may stand before it, but nothing in its own.
      if (found?.[1] && found[1] !== '\r\n') lose('Content-Length is too small')
      if (said <= longest) return said
      lose(found ? 'Content-Length is too great' : 'A head without Content-Length')
    }
  }

  /** The body that the head announced; undefined where it is not all there yet, or another message begins in it. */
  const readBody = (bytes: number): Buffer | undefined => {
    if (size >= bytes) return take(bytes)
    const last = chunks.at(-1) ?? Buffer.alloc(0)
    const another = anotherIn(last)
    if (another >= 0) skip(size - last.length + another)
    return undefined
  }
  const skip = (bytes: number) => {
    lose('Content-Length is too great')
    take(bytes)
    length = undefined
  }

  const parse = (body: Buffer): Message | undefined => {
    try {
      return JSON.parse(body.toString('utf8'))
    } catch (error) {
      lose(error instanceof Error ? error.message : String(error))
      // The next head may begin in it, and be found.
      giveBack(body)
      return undefined
    }
  }

  const read = (listener: (message: Message) => void) => {
    for (;;) {
      length ??= readHead()
      if (length === undefined) return
      const body = readBody(length)
      // It was not the body of this head: the next one may be there.
      if (!body && length === undefined) continue
      if (!body) return
      length = undefined
      const message = parse(body)
      if (message === undefined) continue
      lost = false
      listener(message)
    }
  }

  return {
    onError: errors.event,
    onClose: closed.event,
    onPartialMessage: partial.event,
    listen(listener) {
      const data = (chunk: Buffer) => {
        chunks.push(chunk)
        size += chunk.length
        read(listener)
      }
      input.on('data', data)
      input.on('error', (error) => errors.fire(error))
      input.on('close', () => closed.fire())
      return { dispose: () => input.off('data', data) }
    },
    dispose() {
      for (const emitter of [errors, closed, partial]) emitter.dispose()
    },
  }
}

const anotherIn = (bytes: Buffer): number =>
  // Sought as bytes first: of ten megabytes of JSON no text is made.
  bytes.includes('ontent-') ? bytes.toString('latin1').search(anotherHead) : -1
