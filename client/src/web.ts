import { type ExtensionContext, Uri, workspace } from 'vscode'
import { type BaseLanguageClient, DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageclient'
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser'
import { begin } from './extension.ts'
import { handOver } from './hand-over.ts'
import { id, title } from './server.ts'

export { deactivate } from './extension.ts'

declare const Worker: new (url: string) => { readonly postMessage: (message: unknown) => void }

/** In a browser's host the server is a worker, to which this side hands over what it reads. */
export function activate(context: ExtensionContext): void {
  const inExtension = (path: string) => Uri.joinPath(context.extensionUri, path)
  const userWords = Uri.joinPath(context.globalStorageUri, 'words.txt')
  let client: BaseLanguageClient | undefined
  begin(context, async (options) => {
    const start = async () => {
      const worker = new Worker(inExtension('dist/server-web.js').toString(true))
      worker.postMessage({ dist: inExtension('dist').toString(), userWords: userWords.toString() })
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
    }
    const pages = inExtension('docs/rules').toString()
    const initializationOptions = { ...options.initializationOptions, pages }
    client = handOver(new LanguageClient(id, title, start, { ...options, initializationOptions }))
    return client
  })
  context.subscriptions.push(
    // It is outside of every workspace, where VS Code does not look.
    workspace.onDidSaveTextDocument(({ uri }) => {
      if (uri.toString() !== userWords.toString() || !client?.isRunning()) return
      const changes = [{ uri: uri.toString(), type: FileChangeType.Changed }]
      void client.sendNotification(DidChangeWatchedFilesNotification.method, { changes })
    }),
  )
}
