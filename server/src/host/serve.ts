import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { configName, configs } from './config.ts'
import { linterOf } from './files.ts'
import { session } from './session.ts'
import { storedPlans } from './workspace.ts'

/** Starts the language server on node; how it speaks (stdio, ipc) stands in the arguments of the process. */
export function serve(): void {
  const connection = createConnection(ProposedFeatures.all)
  let relint = () => {}
  const { of, forget } = configs(() => relint())
  const told = new Set<string>()
  /** The files that configurations were made of. */
  const sources = new Set<string>()
  const { lintAgain } = session(connection, {
    settingsFor(uri) {
      const folder = uri.startsWith('file:') ? dirname(fileURLToPath(uri)) : process.cwd()
      const { config, path, unitsPath, problems } = of(folder)
      const said = problems.join('; ')
      // A client that shows no messages is none of our business.
      if (path && said && !told.has(said))
        void connection.sendNotification('window/showMessage', { type: 2, message: `${path}: ${said}` })
      told.add(said)
      const source = unitsPath ?? (config.units ? path : undefined)
      if (source) sources.add(source)
      const unitsSource = source && { uri: pathToFileURL(source).href, text: () => textOf(source) }
      return { config, lint: linterOf(config), unitsSource: unitsSource || undefined }
    },
    watched: [`**/${configName}`, '**/*.{csv,xlsx,json}'],
    forget(uris) {
      const concerned = uris.some((uri) => {
        const path = uri.startsWith('file:') ? fileURLToPath(uri) : uri
        return path.endsWith(configName) || sources.has(path)
      })
      if (!concerned) return false
      forget()
      told.clear()
      return true
    },
    storedIn: (folders) =>
      storedPlans(folders.filter((uri) => uri.startsWith('file:')).map((uri) => fileURLToPath(uri))),
    pages: pathToFileURL(join(__dirname, '../docs/rules')).href,
  })
  relint = lintAgain
}

/** A file as an editor shows it, without its BOM; undefined where it is no UTF-8, and so not ours to edit. */
function textOf(path: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch {
    return undefined
  }
}
