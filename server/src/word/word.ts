import { type Archive, readArchive, writeArchive } from './archive.ts'
import { type Author, type Comment, withComments } from './comments.ts'
import { linesOf } from './document.ts'
import { relationships, sourceOf } from './parts.ts'
import { WordError } from './word-error.ts'
import { child, parse } from './xml.ts'

/** A Word document as text: a paragraph or a row of a table a line, automatic numbers written out. */
export type Word = {
  /** Lines are parted by \n. */
  readonly text: string
  /** The document as it was, with comments on words of its text. */
  readonly withComments: (comments: readonly Comment[], author: Author) => Uint8Array
}

/** Larger files are not opened. In bytes. */
const largest = 64 << 20

/** Reads a .docx (ECMA-376). Throws WordError. */
export async function readWord(bytes: Uint8Array): Promise<Word> {
  if (bytes.length > largest) throw new WordError('huge')
  if (startsWith(bytes, compound)) throw new WordError(isEncrypted(bytes) ? 'encrypted' : 'old')
  if (!startsWith(bytes, zip)) throw new WordError(bytes.length === 0 ? 'broken' : 'notWord')
  const files = await readArchive(bytes)
  const part = partOf(files)
  const source = sourceOf(files, part)
  if (source === undefined) throw new WordError('broken')
  const root = parse(source)
  const body = child(root, 'body')
  if (root.name !== 'document' || !body) throw new WordError('broken')
  const lines = linesOf(files, part, body)
  return {
    text: lines.map(({ text }) => text).join('\n'),
    withComments: (comments, author) =>
      writeArchive(withComments(files, part, { source, root, lines }, comments, author)),
  }
}

const zip = [0x50, 0x4b]
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, i) => bytes[i] === byte)

const streamName = 'EncryptedPackage'
const encryptedStream = Buffer.from(streamName, 'utf16le')

/** A compound file with this stream is a newer document under a password; else it is an old one. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encryptedStream)

/** The part that is the document; what has none, as a workbook, is no Word document. */
function partOf(files: Archive): string {
  const part = relationships(files, '').find(({ type }) => type === 'officeDocument')?.target
  if (part === undefined) throw new WordError('notWord')
  const types = sourceOf(files, '[Content_Types].xml') ?? ''
  if (!/wordprocessingml|ms-word/.test(types)) throw new WordError('notWord')
  return part
}
