import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { configs } from './config.ts'
import { linterOf } from './files.ts'
import { session } from './session.ts'
import { storedPlans } from './workspace.ts'

/** Starts the language server on node; how it speaks (stdio, ipc) stands in the arguments of the process. */
export function serve(): void {
  const connection = createConnection(ProposedFeatures.all)
  const { of, forget } = configs()
  const told = new Set<string>()
  session(connection, {
    lintFor(uri) {
      const folder = uri.startsWith('file:') ? dirname(fileURLToPath(uri)) : process.cwd()
      const { config, path, problems } = of(folder)
      if (path && problems.length > 0 && !told.has(path))
        connection.window.showWarningMessage(`${path}: ${problems.join('; ')}`)
      if (path) told.add(path)
      return linterOf(config)
    },
    forget() {
      forget()
      told.clear()
    },
    storedIn: (folders) =>
      storedPlans(folders.filter((uri) => uri.startsWith('file:')).map((uri) => fileURLToPath(uri))),
    pages: pathToFileURL(join(__dirname, '../docs/rules')).href,
  })
}
