import { existsSync, readFileSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import type { Speller } from '../lexicon/spelling/speller.ts'
import { type Config, defaults, type ListFiles, type ListName, readConfig } from '../lint/config.ts'
import { rules } from '../rules/index.ts'
import { type ListRead, listReaders } from './lists.ts'
import { userWordsPath } from './user-words.ts'

export const configName = 'yaodian.json'

/** The configuration that holds for a folder, where it stands, and the files of its lists. */
export type Found = {
  readonly config: Config
  readonly path?: string
  readonly lists: ListFiles
  /** Each names the file that it is in. */
  readonly problems: readonly string[]
}

export type Configs = {
  /** What holds for a folder. A list in a table of its own may still be on its way. */
  readonly of: (folder: string) => Found
  /** When every list that is on its way is there, or is known to be unreadable. */
  readonly settled: () => Promise<void>
  readonly forget: () => void
}

type Options = {
  readonly changed?: () => void
  readonly userWords?: string
  readonly shipped?: Promise<Speller>
}

/**
 * Finds the nearest yaodian.json upwards of a folder, the same for the editor and the command line. Remembers what it
 * read; `forget` after a change. A file that cannot be read counts as none, and says so. `changed`: a list came.
 * `userWords`: the user's own list of words, which holds in every folder. `shipped`: tells likely wrong words where no
 * configuration names phrases of its own; what is asked before it is there goes without.
 */
export function configs({ changed = () => {}, userWords = userWordsPath(), shipped }: Options = {}): Configs {
  let known = new Map<string, Found>()
  let user: ListRead | undefined
  let speller: Speller | undefined
  const spellerProblems: string[] = []
  let pending: Promise<void> = Promise.resolve(shipped).then(
    (read) => {
      if (!read) return
      speller = read
      known = new Map()
      changed()
    },
    (error: Error) => {
      spellerProblems.push(error.message)
    },
  )
  let today = isoToday()

  const of = (folder: string): Found => {
    // A server may run over midnight.
    if (today !== isoToday()) {
      today = isoToday()
      known = new Map()
    }
    const there = known.get(folder)
    if (there) return there
    const above = dirname(folder)
    const found =
      load(folder) ?? (above === folder ? withUser({ config: defaults, lists: {}, problems: [] }) : of(above))
    known.set(folder, found)
    return found
  }

  /** The user's words come to those of the house. */
  const withUser = ({ config, problems, ...found }: Found): Found => {
    user ??= readUserWords(userWords)
    const words = [...config.words, ...(user.config.words ?? [])]
    return {
      ...found,
      config: { ...config, speller: config.speller ?? speller, words, today },
      problems: [...problems, ...user.problems, ...spellerProblems],
    }
  }

  const load = (folder: string): Found | undefined => {
    const path = join(folder, configName)
    const written = read(path)
    if (!written) return undefined
    const { lists, problems } = listsBelow(folder, written.files)
    const found = { config: written.config, path, lists, problems: [...written.problems, ...problems] }
    const named = { ...found, problems: found.problems.map((problem) => `${path}: ${problem}`) }
    const reads = Object.entries(lists).map(([name, list]) => readList(name as ListName, list))
    const late = reads.filter((each) => each instanceof Promise)
    const ready = withUser(
      joined(
        named,
        reads.flatMap((each) => (each instanceof Promise ? [] : [each])),
      ),
    )
    if (late.length > 0) bring({ ...ready, path }, late)
    return ready
  }

  /** Puts lists that take a while into every folder that had the configuration without them. */
  const bring = (without: Found & { readonly path: string }, late: readonly Promise<ListRead>[]) => {
    const asked = known
    pending = Promise.all([pending, ...late]).then(([, ...reads]) => {
      // What was forgotten meanwhile is read again by whoever asks.
      if (asked !== known) return
      const found = joined(without, reads)
      for (const [folder, { path }] of known) if (path === without.path) known.set(folder, found)
      changed()
    })
  }

  return {
    of,
    settled: () => pending,
    forget: () => {
      known = new Map()
      user = undefined
    },
  }
}

/** Where lists are. A configuration is data and reaches no further than its own folder. */
function listsBelow(folder: string, files: ListFiles): Pick<Found, 'lists' | 'problems'> {
  const isBelow = (file: string) => !isAbsolute(file) && !relative(folder, resolve(folder, file)).startsWith('..')
  const named = Object.entries(files)
  return {
    lists: Object.fromEntries(
      named.flatMap(([name, file]) => (isBelow(file) ? [[name, resolve(folder, file)] as const] : [])),
    ),
    problems: named.flatMap(([name, file]) => (isBelow(file) ? [] : [`“${name}”: ${file} is not below this folder`])),
  }
}

/** What a list's file says, at once where it is text. One that cannot be read says so. */
function readList(name: ListName, path: string): ListRead | Promise<ListRead> {
  const named = ({ config, problems }: ListRead): ListRead => ({
    config,
    problems: problems.map((problem) => `${path}: ${problem}`),
  })
  const failed = (error: Error): ListRead => named({ config: {}, problems: [error.message] })
  try {
    const read = listReaders[name](path)
    return read instanceof Promise ? read.then(named, failed) : named(read)
  } catch (error) {
    return failed(error as Error)
  }
}

/** Nobody needs to have words of their own. */
function readUserWords(path: string): ListRead {
  const read = existsSync(path) ? readList('words', path) : undefined
  return read && !(read instanceof Promise) ? read : { config: {}, problems: [] }
}

const joined = (found: Found, reads: readonly ListRead[]): Found => ({
  ...found,
  config: Object.assign({ ...found.config }, ...reads.map(({ config }) => config)),
  problems: [...found.problems, ...reads.flatMap(({ problems }) => problems)],
})

function isoToday(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

function read(path: string): ReturnType<typeof readConfig> | undefined {
  try {
    return readConfig(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), rules)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ENOTDIR')
      return undefined
    return { config: defaults, files: {}, problems: [String((error as Error).message)] }
  }
}
