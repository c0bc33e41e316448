import { watchFile } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { tabledAside } from '../aside.ts'
import { disk } from '../disk.ts'
import { shippedSpeller, spellerBy } from '../spelling.ts'
import { userWordsPath } from '../user-words.ts'
import { cancelling, gate } from './edge/gate.ts'
import { type Naming, session } from './session.ts'
import { settings, watched } from './settings.ts'
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
  const { settingsFor, forget, openIn } = settings({
    files: disk,
    naming,
    home: () => process.cwd(),
    spellerOf: spellerBy(tabledAside),
    userWords,
    shipped: shippedSpeller(tabledAside),
    changed: () => relint(),
  })
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
      const found = settingsFor(uri)
      if (told) watch(found.sources)
      return found
    },
    watch(changed) {
      told = changed
    },
    watched,
    forget,
    naming,
    storedIn(uris) {
      openIn(uris)
      return storedPlans(uris.flatMap((uri) => naming.pathOf(uri) ?? []))
    },
    textOf(uri) {
      const path = naming.pathOf(uri)
      const bytes = path === undefined ? undefined : disk.read(path)
      return bytes && new TextDecoder().decode(bytes)
    },
    word: wordRequests,
    pages: pathToFileURL(join(__dirname, '../docs/rules')).href,
  })
  relint = lintAgain
  // It is outside of every workspace, where clients do not look, and may not be there yet, nor its folder.
  whenChanged(userWords, () => {
    if (forget([pathToFileURL(userWords).href])) lintAgain()
  })
}

const naming: Naming = {
  pathOf(uri) {
    try {
      const path = uri.startsWith('file:') ? fileURLToPath(uri) : undefined
      return path?.includes('\0') ? undefined : path
    } catch {
      // Of a machine that is not this one, or no address at all.
      return undefined
    }
  },
  uriOf: (path) => (isAbsolute(path) ? pathToFileURL(path).href : undefined),
}

/** Looks at a file, there or not, now and again. */
function whenChanged(path: string, changed: () => void): void {
  watchFile(path, { interval: lookMs, persistent: false }, (now, before) => {
    // It is told, too, that there is no file, once.
    if (now.mtimeMs !== before.mtimeMs || now.size !== before.size) changed()
  })
}

const lookMs = 500
