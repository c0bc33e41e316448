import { dirname, join, relative, sep } from 'node:path'
import type { ListFile } from '../../features/feature.ts'
import { wordOf } from '../../features/word-text.ts'
import { linterOf } from '../../rules/linter.ts'
import { type AcceptedFile, acceptedFiles, acceptedName } from '../accepted.ts'
import { type ConfigOptions, configs, type Found } from '../config.ts'
import type { Files } from '../files.ts'
import { configName } from '../layers.ts'
import { lookedFor } from '../look-through.ts'
import type { Naming, Settings } from './session.ts'

type Options = ConfigOptions & {
  readonly naming: Naming
  /** The folder whose configuration holds for what is stored nowhere. */
  readonly home: () => string
}

export type SettingsFor = {
  /** `sources`: every file that they are made of, there or not. */
  readonly settingsFor: (uri: string) => Settings & { readonly sources: readonly string[] }
  readonly forget: (uris: readonly string[]) => boolean
  /** The client's folders, by their addresses. */
  readonly openIn: (uris: readonly string[]) => void
}

/** Which files' changes may change what holds for a document, as glob patterns. */
export const watched = [`**/{${configName},${acceptedName}}`, '**/*.{csv,gz,json,tsv,txt,xlsx}']

/** What holds for the documents of a client, read from files wherever they are. */
export function settings({ naming, home, ...options }: Options): SettingsFor {
  const { files, userWords } = options
  const { pathOf, uriOf } = naming
  const { of, forget } = configs(options)
  const accepted = acceptedFiles(files)
  /** The files that configurations were made of. */
  const sources = new Set(userWords === undefined ? [] : [userWords])
  let folders: readonly string[] = []
  /** What was said of a document, and of what: files are read again when one of them changes, and found anew. */
  const known = new Map<string, { readonly of: readonly unknown[]; readonly said: ReturnType<typeof settingsOf> }>()
  const listFile = (path: string | undefined): ListFile | undefined => {
    const uri = path === undefined ? undefined : uriOf(path)
    return path === undefined || uri === undefined ? undefined : { uri, text: () => shownText(files, path) }
  }
  const settingsOf = (path: string | undefined, folder: string, found: Found, acceptedFile: AcceptedFile) => {
    const { path: configPath, lists } = found
    const config = found.for(path)
    for (const source of found.sources) sources.add(source)
    // Where there is no configuration yet, it will be the workspace's.
    const root = path && dirname(configPath ?? join(folders.find((each) => isIn(each, path)) ?? folder, configName))
    const own = root && join(root, configName)
    return {
      config,
      lint: linterOf(config),
      accepted: acceptedFile.entries,
      isStageOwn: path !== undefined && found.overridden(path, 'profile'),
      path: root && path && relative(root, path).split(sep).join('/'),
      files: [...found.files, ...(acceptedFile.path ? [acceptedFile.path] : [])],
      sources: [...lookedFor(folder), ...found.sources],
      problems: [...found.problems, ...acceptedFile.problems],
      lists: {
        units: listFile(lists.units ?? (config.units && configPath)),
        words: listFile(lists.words ?? own),
        userWords: listFile(userWords),
        config: listFile(own),
        accepted: listFile(acceptedFile.path ?? (root && join(root, acceptedName))),
      },
    }
  }
  return {
    settingsFor(uri) {
      const path = pathOf(wordOf(uri) ?? uri)
      const folder = path === undefined ? home() : dirname(path)
      const found = of(folder)
      const acceptedFile = accepted.of(folder)
      const made = [folder, found, acceptedFile, folders]
      const there = known.get(uri)
      if (there && made.every((each, i) => each === there.of[i])) return there.said
      const said = settingsOf(path, folder, found, acceptedFile)
      if (known.size >= mostKnown) known.clear()
      known.set(uri, { of: made, said })
      return said
    },
    forget(uris) {
      const paths = uris.map((uri) => pathOf(uri) ?? uri)
      // What is accepted parts what was found, and nothing need be looked for again.
      const isAccepted = paths.some((path) => path.endsWith(acceptedName))
      if (isAccepted) accepted.forget()
      const isConfig = paths.some((path) => path.endsWith(configName) || sources.has(path))
      if (isConfig) forget()
      known.clear()
      return isAccepted || isConfig
    },
    openIn(uris) {
      folders = uris.flatMap((uri) => pathOf(uri) ?? [])
    },
  }
}

/** More documents than anybody types in at a time. */
const mostKnown = 64

const isIn = (folder: string, path: string): boolean => path.startsWith(join(folder, '/'))

/** A file as an editor shows it, without its BOM, empty where there is none; undefined where it is no UTF-8, and so not ours to edit. */
function shownText(files: Files, path: string): string | undefined {
  try {
    const bytes = files.read(path)
    return bytes ? new TextDecoder('utf-8', { fatal: true }).decode(bytes) : ''
  } catch {
    return undefined
  }
}
