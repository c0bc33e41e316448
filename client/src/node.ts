import type { ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { begin } from './extension.ts'
import { id, title } from './server.ts'
import { serverEnvironment as env, serverFlags } from './server-flags.ts'

export { deactivate } from './extension.ts'

/** In a host on node the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.cjs')
  const run = { module, transport: TransportKind.ipc, options: { execArgv: [...serverFlags], env } }
  const debug = { ...run, options: { execArgv: [...serverFlags, '--nolazy', '--inspect=6009'], env } }
  begin(context, (options) => new LanguageClient(id, title, { run, debug }, options))
}
