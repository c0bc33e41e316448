import { existsSync, readFileSync, watchFile } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import type { ListFile } from '../../features/feature.ts'
import { wordOf } from '../../features/word-text.ts'
import { linterOf } from '../../rules/linter.ts'
import { acceptedFiles, acceptedName } from '../accepted.ts'
import { configs } from '../config.ts'
import { configName } from '../layers.ts'
import { readSpeller, shippedPhrases } from '../spelling.ts'
import { userWordsPath } from '../user-words.ts'
import { cancelling, gate } from './edge/gate.ts'
import { session } from './session.ts'
import { transport } from './transport.ts'
import { wordRequests } from './word-requests.ts'
import { storedPlans } from './workspace.ts'

/** Starts the language server on node. */
export function serve(): void {
  const { reader, writer, ended } = transport()
  const entry = gate(reader, writer)
  const connection = createConnection(ProposedFeatures.all, entry, writer, cancelling)
  ended(() => process.exit(entry.isShut() ? 0 : 1))
  const userWords = userWordsPath()
  let relint = () => {}
  const { of, forget } = configs({ changed: () => relint(), userWords, shipped: readSpeller(shippedPhrases()) })
  const accepted = acceptedFiles()
  /** The files that configurations were made of. */
  const sources = new Set<string>()
  let folders: readonly string[] = []
  /** Where the client tells nothing of files that change: who is told instead, and of which. */
  let told: ((uris: readonly string[]) => void) | undefined
  const watchedFiles = new Set<string>()
  const watch = (paths: readonly string[]) => {
    for (const path of paths) {
      if (watchedFiles.has(path)) continue
      watchedFiles.add(path)
      whenChanged(path, () => told?.([pathToFileURL(path).href]))
    }
  }
  const { lintAgain } = session(connection, {
    settingsFor(uri) {
      const stored = wordOf(uri) ?? uri
      const path = pathOf(stored)
      const folder = path === undefined ? process.cwd() : dirname(path)
      const found = of(folder)
      const acceptedFile = accepted.of(folder)
      const { path: configPath, lists } = found
      const config = found.for(path)
      for (const source of found.sources) sources.add(source)
      if (told) {
        const own = upwards(folder).flatMap((each) => [join(each, configName), join(each, acceptedName)])
        watch([...own, ...found.sources])
      }
      // Where there is no configuration yet, it will be the workspace's.
      const home =
        path && dirname(configPath ?? join(folders.find((each) => isBelow(each, path)) ?? folder, configName))
      const own = home && join(home, configName)
      return {
        config,
        lint: linterOf(config),
        accepted: acceptedFile.entries,
        isStageOwn: path !== undefined && found.overridden(path, 'profile'),
        path: home && path && relative(home, path).split(sep).join('/'),
        files: [...found.files, ...(acceptedFile.path ? [acceptedFile.path] : [])],
        problems: [...found.problems, ...acceptedFile.problems],
        lists: {
          units: listFile(lists.units ?? (config.units && configPath)),
          words: listFile(lists.words ?? own),
          userWords: listFile(userWords),
          config: listFile(own),
          accepted: listFile(acceptedFile.path ?? (home && join(home, acceptedName))),
        },
      }
    },
    watch(changed) {
      told = changed
    },
    watched: [`**/{${configName},${acceptedName}}`, '**/*.{csv,gz,json,tsv,txt,xlsx}'],
    forget(uris) {
      const paths = uris.map((uri) => pathOf(uri) ?? uri)
      // What is accepted parts what was found, and nothing need be looked for again.
      const isAccepted = paths.some((path) => path.endsWith(acceptedName))
      if (isAccepted) accepted.forget()
      const isConfig = paths.some((path) => path.endsWith(configName) || sources.has(path))
      if (isConfig) forget()
      return isAccepted || isConfig
    },
    storedIn(uris) {
      folders = uris.flatMap((uri) => pathOf(uri) ?? [])
      return storedPlans(folders)
    },
    textOf: (uri) => {
      const path = pathOf(uri)
      return path === undefined ? undefined : textOf(path)
    },
    word: wordRequests,
    pages: pathToFileURL(join(__dirname, '../docs/rules')).href,
  })
  relint = lintAgain
  // It is outside of every workspace, where clients do not look, and may not be there yet, nor its folder.
  whenChanged(userWords, () => {
    forget()
    lintAgain()
  })
}

/** The path of a file: address; undefined where it is none, or none that this machine can have. */
function pathOf(uri: string): string | undefined {
  try {
    const path = uri.startsWith('file:') ? fileURLToPath(uri) : undefined
    return path?.includes('\0') ? undefined : path
  } catch {
    return undefined
  }
}

/** Looks at a file, there or not, now and again. */
function whenChanged(path: string, changed: () => void): void {
  watchFile(path, { interval: lookMs, persistent: false }, (now, before) => {
    // It is told, too, that there is no file, once.
    if (now.mtimeMs !== before.mtimeMs || now.size !== before.size) changed()
  })
}

const lookMs = 500

/** A folder and those above it. */
const upwards = (folder: string): readonly string[] =>
  dirname(folder) === folder ? [folder] : [folder, ...upwards(dirname(folder))]

const isBelow = (folder: string, path: string): boolean => path.startsWith(join(folder, '/'))

const listFile = (path: string | undefined): ListFile | undefined =>
  path === undefined ? undefined : { uri: pathToFileURL(path).href, text: () => textOf(path) }

/** A file as an editor shows it, without its BOM, empty where there is none; undefined where it is no UTF-8, and so not ours to edit. */
function textOf(path: string): string | undefined {
  try {
    return existsSync(path) ? new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) : ''
  } catch {
    return undefined
  }
}
