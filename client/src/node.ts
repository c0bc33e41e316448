import type { ExtensionContext } from 'vscode'
import { begin } from './extension.ts'
import { id, title } from './server.ts'
import { serverEnvironment as env, serverFlags } from './server-flags.ts'

export { deactivate } from './extension.ts'

/** In a host on node the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  begin(context, async (options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node')
    const module = context.asAbsolutePath('dist/server.cjs')
    const run = { module, transport: TransportKind.ipc, options: { execArgv: [...serverFlags], env } }
    const debug = { ...run, options: { execArgv: [...serverFlags, '--nolazy', '--inspect=6009'], env } }
    return new LanguageClient(id, title, { run, debug }, options)
  })
}
