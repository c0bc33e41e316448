import { readFileSync } from 'node:fs'
import type { Word } from '../word/word.ts'
import { WordError, type WordFault } from '../word/word-error.ts'
import { type Decoded, decode, type Encoding } from './encoding.ts'
import { Told } from './told.ts'

/** A text file's text, and the bytes that it was read from. */
export type TextSource = Decoded & { readonly bytes: Buffer }

/** The same of a Word document; it has no encoding. */
export type WordSource = { readonly text: string; readonly bytes: Buffer; readonly word: Word }

export type Source = TextSource | WordSource

/** Reads a text file, line ends included, in its own encoding or the one that is asked for. Throws Undecodable. */
export const readSource = (path: string, encoding?: Encoding): TextSource => sourceOf(readFileSync(path), encoding)

const sourceOf = (bytes: Buffer, encoding?: Encoding): TextSource => ({ ...decode(bytes, encoding), bytes })

/** Reads a text file or a Word document; `bytes` were read elsewhere. Rejects with what to tell people. */
export async function readDocument(path: string, encoding?: Encoding, bytes?: Buffer): Promise<Source> {
  const content = bytes ?? readFileSync(path)
  return isWord(path) ? wordOf(content) : sourceOf(content, encoding)
}

/** By its name: .wps and .doc are told what they are, too. */
export const isWord = (path: string): boolean => /\.(?:docx|docm|dotx|doc|wps)$/i.test(path)

async function wordOf(bytes: Buffer): Promise<WordSource> {
  try {
    // Most never open a Word document: what reads it is loaded when one comes.
    const { readWord } = await import('../word/word.ts')
    const word = await readWord(bytes)
    return { text: word.text, bytes, word }
  } catch (error) {
    if (error instanceof WordError) throw new Told(faults[error.fault])
    throw error
  }
}

const faults: Readonly<Record<WordFault, ConstructorParameters<typeof Told>[0]>> = {
  encrypted: { zh: '有密码，打不开；去掉密码后再检查', en: 'protected by a password; take it off first' },
  old: { zh: '是旧的 .doc 或 .wps 格式；请另存为 .docx 后再检查', en: 'an old .doc or .wps; save it as .docx first' },
  broken: {
    zh: '文件不完整或已损坏，打不开；请用 Word 或 WPS 修复后另存',
    en: 'incomplete or damaged; repair it in Word and save it again',
  },
  huge: { zh: '文件过大或不正常，没有打开', en: 'too large, or not what it seems: not opened' },
  notWord: { zh: '不是 Word 文档（.docx）', en: 'not a Word document (.docx)' },
}
