import type { ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { begin } from './extension.ts'
import { id, title } from './server.ts'

export { deactivate } from './extension.ts'

/** A third less memory after some hundred edits, for a millisecond or two more an edit. V8 takes them only when a process starts. */
const small = ['--max-semi-space-size=2', '--optimize-for-size']

/** In a host on node the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.cjs')
  const run = { module, transport: TransportKind.ipc, options: { execArgv: small } }
  const debug = { ...run, options: { execArgv: [...small, '--nolazy', '--inspect=6009'] } }
  begin(context, (options) => new LanguageClient(id, title, { run, debug }, options))
}
