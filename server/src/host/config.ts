import { dirname, join } from 'node:path'
import type { Speller } from '../lexicon/spelling/speller.ts'
import { type Config, defaults, extended, type Said } from '../lint/config.ts'
import type { ListFiles, ListName } from '../lint/read-config.ts'
import type { FileProblem } from './file-problem.ts'
import type { Files } from './files.ts'
import { configName, type Layer, layersFrom } from './layers.ts'
import { type ListRead, listReaders, readWordsFile, type SpellerOf } from './lists.ts'
import { isOverridden, matcher, overriding } from './overrides.ts'
import { noSuchFile, told } from './told.ts'

/** The configuration that holds in a folder, where it stands, and the files of its lists. */
export type Found = {
  /** What holds for a file: overrides go by its path. */
  readonly for: (path: string | undefined) => Config
  /** Whether an override says something for a file. */
  readonly overridden: (path: string, key: keyof Said) => boolean
  readonly path?: string
  readonly lists: ListFiles
  /** The configurations it is made of, itself and what it extends. */
  readonly files: readonly string[]
  /** Every file that it names, there or not: when one changes, it must be read again. */
  readonly sources: readonly string[]
  readonly problems: readonly FileProblem[]
}

export type Configs = {
  /** What holds in a folder. A list in a table of its own may still be on its way. */
  readonly of: (folder: string) => Found
  /** When every list that is on its way is there, or is known to be unreadable. */
  readonly settled: () => Promise<void>
  readonly forget: () => void
}

export type ConfigOptions = {
  readonly files: Files
  readonly spellerOf: SpellerOf
  readonly changed?: () => void
  readonly userWords?: string | undefined
  readonly shipped?: Promise<Speller> | undefined
}

/**
 * Finds the nearest yaodian.json upwards of a folder, the same for the editor and the command line. Remembers what it
 * read; `forget` after a change. A file that cannot be read counts as none, and says so. `changed`: a list came.
 * `userWords`: the user's own list of words, which holds in every folder. `shipped`: tells likely wrong words where no
 * configuration names phrases of its own; what is asked before it is there goes without. `spellerOf`: reads such phrases.
 */
export function configs({ files, spellerOf, changed = () => {}, userWords, shipped }: ConfigOptions): Configs {
  let known = new Map<string, Found>()
  let user: ListRead | undefined
  let speller: Speller | undefined
  const spellerProblems: FileProblem[] = []
  let pending: Promise<void> = Promise.resolve(shipped).then(
    (read) => {
      if (!read) return
      speller = read
      known = new Map()
      changed()
    },
    ({ message }: Error) => {
      spellerProblems.push({ file: 'phrases.bin.gz', message: { zh: message, en: message } })
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
    const found = load(folder) ?? (above === folder ? foundOf([]) : of(above))
    known.set(folder, found)
    return found
  }

  const load = (folder: string): Found | undefined => {
    const layers = layersFrom(files, join(folder, configName))
    if (!layers) return undefined
    const reads = layers.map((layer) =>
      Object.entries(layer.lists).map(([name, list]) => readList(layer, name as ListName, list)),
    )
    const late = reads.flat().some((each) => each instanceof Promise)
    const ready = foundOf(
      layers,
      reads.map((each) => each.filter((read): read is Came => !(read instanceof Promise))),
    )
    if (late) bring(ready, layers, reads)
    return ready
  }

  /** The layers of a configuration and what lists came for each, with the user's words on top. */
  const foundOf = (layers: readonly Layer[], reads: readonly (readonly Came[])[] = []): Found => {
    user ??= readUserWords(files, userWords)
    const came = (i: number) => reads[i] ?? []
    const own = layers.reduce(
      (config, { written }, i) =>
        came(i).reduce((sum, { said }) => extended(sum, said), extended(config, written.said)),
      defaults,
    )
    const overrides = layers.flatMap(({ path, written }) =>
      written.overrides.map(({ files, said }) => ({ said, matches: matcher(dirname(path), files) })),
    )
    const last = layers.at(-1)
    return {
      for: overriding({ ...extended(own, user.said), speller: own.speller ?? speller, today }, overrides),
      overridden: (path, key) => isOverridden(overrides, path, key),
      ...(last && { path: last.path }),
      lists: Object.assign({}, ...layers.map(({ lists }) => lists)),
      files: layers.map(({ path }) => path),
      sources: layers.flatMap(({ path, lists, bases }) => [path, ...Object.values(lists), ...bases]),
      problems: [
        ...layers.flatMap(({ problems }, i) => [...problems, ...came(i).flatMap((each) => each.problems)]),
        ...user.problems.map((message) => ({ file: userWords ?? '', message })),
        ...spellerProblems,
      ],
    }
  }

  /** What a list's file says, at once where it is text. One that cannot be read says so. */
  const readList = ({ path: file, text, written }: Layer, name: ListName, path: string): Came | Promise<Came> => {
    const at = { ...written.placeOf([name]), text }
    const named = ({ said, problems }: ListRead): Came => ({
      said,
      problems: problems.map(({ zh, en }) => ({ file, at, message: { zh: `${path}：${zh}`, en: `${path}: ${en}` } })),
    })
    const failed = (error: unknown): Came => named({ said: {}, problems: [told(error)] })
    try {
      const bytes = files.read(path)
      if (!bytes) throw noSuchFile()
      const read = listReaders[name](path, bytes, spellerOf)
      return read instanceof Promise ? read.then(named, failed) : named(read)
    } catch (error) {
      return failed(error)
    }
  }

  /** Puts lists that take a while into every folder that had the configuration without them. */
  const bring = (without: Found, layers: readonly Layer[], reads: readonly (readonly (Came | Promise<Came>)[])[]) => {
    const asked = known
    const all = Promise.all(reads.map((each) => Promise.all(each)))
    pending = Promise.all([pending, all]).then(([, came]) => {
      // What was forgotten meanwhile is read again by whoever asks.
      if (asked !== known) return
      const found = foundOf(layers, came)
      for (const [folder, each] of known) if (each.path === without.path) known.set(folder, found)
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

/** What came of a list's file; its problems stand where the configuration names it. */
type Came = Pick<ListRead, 'said'> & { readonly problems: readonly FileProblem[] }

/** Nobody needs to have words of their own. */
function readUserWords(files: Files, path: string | undefined): ListRead {
  try {
    const bytes = path === undefined ? undefined : files.read(path)
    return bytes ? readWordsFile(bytes) : { said: {}, problems: [] }
  } catch (error) {
    return { said: {}, problems: [told(error)] }
  }
}

function isoToday(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
