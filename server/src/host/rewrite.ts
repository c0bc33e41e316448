import { createTwoFilesPatch } from 'diff'
import type { Locale } from '../report/diagnostic.ts'
import { replaceFile } from './atomic.ts'
import { encode } from './encoding.ts'
import { attempt, exitWith, type Readable, type Reading, readFiles } from './files.ts'

export type Rewriting = Pick<Reading, 'lang' | 'profile' | 'encoding'> & { readonly write?: boolean }

/** What is said at the end: nothing to do, what would be done, what was. */
type Messages = {
  readonly none: string
  readonly would: (files: number, count: number) => string
  readonly did: (files: number, count: number) => string
}

/**
 * Changes the text of files: shows a diff and ends with status 1 where there is one, or with `write` replaces the files.
 * The encoding, a BOM and what is not changed stay.
 */
export async function rewriteFiles(
  paths: readonly string[],
  { write = false, ...reading }: Rewriting,
  messages: Readonly<Record<Locale, Messages>>,
  change: (file: Readable) => { readonly text: string; readonly count: number },
): Promise<void> {
  const { lang } = reading
  let files = 0
  let changes = 0
  for await (const file of readFiles(paths, reading)) {
    const { path, text, bytes } = file
    const changed = change(file)
    if (changed.text === text) continue
    if (write && !attempt(path, lang, () => replaceFile(path, encode(changed.text, file), bytes))) continue
    if (!write) process.stdout.write(createTwoFilesPatch(path, path, text, changed.text, '', '', { context: 0 }))
    files++
    changes += changed.count
  }
  const { none, would, did } = messages[lang]
  process.stderr.write(`${files === 0 ? none : (write ? did : would)(files, changes)}\n`)
  exitWith(!write && files > 0 ? 1 : 0)
}
