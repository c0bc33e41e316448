import { unitList } from '../lexicon/unit-list.ts'
import type { Config } from '../lint/config.ts'
import { readBanned, readLeaders, readWords } from '../lint/house-list.ts'
import type { Message } from '../lint/message.ts'
import type { Problem } from '../lint/problem.ts'
import type { ListName } from '../lint/read-config.ts'
import { readSpeller } from './spelling.ts'
import { readRows } from './table-file.ts'
import { readSource } from './text.ts'
import { readUnitsFile } from './units-file.ts'

/** What a list's file gives the configuration, and what in it could not be read. */
export type ListRead = { readonly said: Partial<Config>; readonly problems: readonly Message[] }

/** How the file of each list is read. They throw where it cannot be read at all. */
export const listReaders: Readonly<Record<ListName, (path: string) => ListRead | Promise<ListRead>>> = {
  units: async (path) => {
    const { units, problems } = await readUnitsFile(path)
    return { said: { units: unitList(units) }, problems }
  },
  words: (path) => {
    const problems: Problem[] = []
    return { said: { words: readWords(wordsOf(readSource(path).text), problems) }, problems: messages(problems) }
  },
  banned: async (path) => {
    const problems: Problem[] = []
    return { said: { banned: readBanned(bansOf(await readRows(path)), problems) }, problems: messages(problems) }
  },
  leaders: async (path) => {
    const problems: Problem[] = []
    return { said: { leaders: readLeaders(peopleOf(await readRows(path)), problems) }, problems: messages(problems) }
  },
  phrases: async (path) => ({ said: { speller: await readSpeller(path) }, problems: [] }),
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
