import { zipSync } from 'fflate'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { WordError } from './word-error.ts'

/** The files in a zip, by their names. */
export type Archive = ReadonlyMap<string, Uint8Array>

/** More than any document has: what says that it has more, or turns out to, is not read to its end. In bytes. */
const mostInAll = 128 << 20
/** From this size on no document is packed so small: XML comes to a thirtieth, pictures are packed already. */
const large = 16 << 20
const smallest = 1 / 200
const mostEntries = 20_000

/** Reads a zip whole. Throws WordError; what lies about its sizes is found out as soon as it is longer than it said. */
export async function readArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await orBroken(
    fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { autoClose: false }),
  )
  if (zip.entryCount > mostEntries) throw new WordError('huge')
  const entries: Entry[] = []
  let total = 0
  for await (const entry of checked(zip)) {
    total += entry.uncompressedSize
    if (total > mostInAll || (total > large && bytes.length < total * smallest)) throw new WordError('huge')
    if (entry.isEncrypted()) throw new WordError('encrypted')
    if (!entry.fileName.endsWith('/')) entries.push(entry)
  }
  const files = new Map<string, Uint8Array>()
  for (const entry of entries) files.set(entry.fileName, await orBroken(contentOf(zip, entry)))
  return files
}

async function* checked(zip: ZipFile): AsyncGenerator<Entry> {
  const entries = zip.eachEntry()
  for (;;) {
    const next = await orBroken(entries.next())
    if (next.done) return
    yield next.value
  }
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function orBroken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch {
    throw new WordError('broken')
  }
}

/** The files as a zip, in their order. */
export const writeArchive = (files: Archive): Uint8Array => zipSync(Object.fromEntries(files))
