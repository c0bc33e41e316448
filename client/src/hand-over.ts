import { FileSystemError, FileType, Uri, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

type At = { readonly uri: string }

type Entry = { readonly name: string; readonly isFolder: boolean }

/** Hands over to a server without files of its own what it asks for, from whatever file system VS Code has. */
export function handOver<C extends BaseLanguageClient>(client: C): C {
  client.onRequest('yaodian/readFile', async ({ uri }: At): Promise<Uint8Array | null> => {
    const file = Uri.parse(uri)
    try {
      return await workspace.fs.readFile(file)
    } catch (error) {
      // What no folder of the user's has need not be readable: above them, a file system may answer anything.
      if (isMissing(error) || !workspace.getWorkspaceFolder(file)) return null
      throw error
    }
  })
  client.onRequest(
    'yaodian/readFolder',
    async ({ uri }: At): Promise<readonly Entry[]> =>
      (await workspace.fs.readDirectory(Uri.parse(uri))).map(([name, type]) => ({
        name,
        isFolder: (type & FileType.Directory) !== 0,
      })),
  )
  return client
}

const isMissing = (error: unknown): boolean =>
  error instanceof FileSystemError && ['FileNotFound', 'FileNotADirectory'].includes(error.code)
