import type { Speller } from '../lexicon/spelling/speller.ts'
import { unitList } from '../lexicon/unit-list.ts'
import type { Config } from '../lint/config.ts'
import { readBanned, readLeaders, readWords } from '../lint/house-list.ts'
import type { Message } from '../lint/message.ts'
import type { Problem } from '../lint/problem.ts'
import type { ListName } from '../lint/read-config.ts'
import { decode } from './encoding.ts'
import { readRows } from './table-file.ts'
import { readUnitsFile } from './units-file.ts'

/** What a list's file gives the configuration, and what in it could not be read. */
export type ListRead = { readonly said: Partial<Config>; readonly problems: readonly Message[] }

/** Makes a speller of a file of phrases, as the program unpacks it where it runs. */
export type SpellerOf = (packed: Uint8Array) => Promise<Speller>

type Reader = (path: string, bytes: Uint8Array, spellerOf: SpellerOf) => ListRead | Promise<ListRead>

/** How the file of each list is read. They throw where it cannot be read at all. */
export const listReaders: Readonly<Record<ListName, Reader>> = {
  units: async (path, bytes) => {
    const { units, problems } = await readUnitsFile(path, bytes)
    return { said: { units: unitList(units) }, problems }
  },
  words: (_, bytes) => readWordsFile(bytes),
  banned: async (path, bytes) => {
    const problems: Problem[] = []
    return { said: { banned: readBanned(bansOf(await readRows(path, bytes)), problems) }, problems: messages(problems) }
  },
  leaders: async (path, bytes) => {
    const problems: Problem[] = []
    const rows = await readRows(path, bytes)
    return { said: { leaders: readLeaders(peopleOf(rows), problems) }, problems: messages(problems) }
  },
  phrases: async (_, bytes, spellerOf) => ({ said: { speller: await spellerOf(bytes) }, problems: [] }),
}

/** A list of words, of the house or the user's own. */
export function readWordsFile(bytes: Uint8Array): ListRead {
  const problems: Problem[] = []
  return { said: { words: readWords(wordsOf(decode(bytes).text), problems) }, problems: messages(problems) }
}

const messages = (problems: readonly Problem[]): readonly Message[] => problems.map(({ message }) => message)

/** A word a line; # begins a comment, at the line's beginning or behind a blank. */
const wordsOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/(?:^|[\s　])#[\s\S]*$/, '').trim())
    .filter(Boolean)

/** 禁用词、改为、说明、级别, with or without such headings. */
const bansOf = (rows: readonly (readonly string[])[]): readonly object[] =>
  rows
    .filter(([word = ''], row) => !word.startsWith('#') && !(row === 0 && heading.test(word)))
    .map(([word = '', use = '', note = '', severity = '']) => ({ word, use, note, ...(severity && { severity }) }))

const heading = /^(?:禁用词?语?|不用|错|word|wrong)$/i

/** 姓名、职务, with or without such headings; the order is that of the rows. */
const peopleOf = (rows: readonly (readonly string[])[]): readonly object[] =>
  rows
    .filter(([name = ''], row) => name !== '' && !name.startsWith('#') && !(row === 0 && /^(?:姓名|name)$/i.test(name)))
    .map(([name = '', post = '']) => ({ name, post }))
