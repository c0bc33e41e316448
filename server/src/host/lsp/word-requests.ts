import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Locale } from '../../report/diagnostic.ts'
import { author, type WordComment } from '../../report/word-comments.ts'
import { readDocument } from '../text.ts'
import { told } from '../told.ts'

/** An answer, or what to tell people where there is none. */
export type Answer<T> = T | { readonly problem: string }

export type WordRequests = {
  /** The text of the Word document at a file: address. */
  readonly text: (uri: string, locale: Locale) => Promise<Answer<{ readonly text: string }>>
  /** A copy of it with comments, in base64. */
  readonly copy: (
    uri: string,
    comments: readonly WordComment[],
    locale: Locale,
  ) => Promise<Answer<{ readonly content: string }>>
}

export const wordRequests: WordRequests = {
  text: (uri, locale) => orProblem(locale, async () => ({ text: (await read(uri)).text })),
  copy: (uri, comments, locale) =>
    orProblem(locale, async () => {
      const bytes = (await read(uri)).word.withComments(comments, author(locale))
      return { content: Buffer.from(bytes).toString('base64') }
    }),
}

async function read(uri: string) {
  const path = fileURLToPath(uri)
  const source = await readDocument(path, undefined, await readFile(path))
  if (!('word' in source)) throw new Error(`${path} is no Word document`)
  return source
}

async function orProblem<T>(locale: Locale, work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return await work()
  } catch (error) {
    return { problem: told(error)[locale] }
  }
}
