import { createTwoFilesPatch } from 'diff'
import type { Locale } from '../../report/diagnostic.ts'
import { replaceFile } from '../atomic.ts'
import { encode } from '../encoding.ts'
import { attempt, complain, exitWith, type Readable, type Reading, readFiles } from './files.ts'

export type Rewriting = Pick<Reading, 'lang' | 'profile' | 'encoding'> & { readonly write?: boolean }

const notRewritten: Readonly<Record<Locale, string>> = {
  zh: 'Word 文档不直接改写；用 lint --comments 把问题写成批注，或用 text 转成文本再改',
  en: 'a Word document is not written; lint --comments puts comments into a copy, text makes a text of it',
}

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
    if ('word' in file) {
      complain(`${path}: ${notRewritten[lang]}`)
      continue
    }
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
