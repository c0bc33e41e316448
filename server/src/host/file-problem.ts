import type { Message } from '../lint/message.ts'
import type { Placed } from '../lint/read-config.ts'
import type { Locale, Position } from '../report/diagnostic.ts'

/** What is wrong in a file that a configuration is made of. Without a place it is the file as a whole. */
export type FileProblem = {
  readonly file: string
  readonly message: Message
  /** The text that offset and length are in, in UTF-16 units. */
  readonly at?: Omit<Placed, 'message'> & { readonly text: string }
}

/** yaodian.json:3:5 and what is wrong there, for a terminal. */
export function describeProblem({ file, message, at }: FileProblem, locale: Locale): string {
  if (!at) return `${file}: ${message[locale]}`
  const { line, character } = positionAt(at.text, at.offset)
  return `${file}:${line + 1}:${character + 1}: ${message[locale]}`
}

/** Line and UTF-16 column of an offset, from 0. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/)
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
}
