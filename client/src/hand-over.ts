import { FileSystemError, FileType, Uri, workspace } from 'vscode'
import { type BaseLanguageClient, RequestType } from 'vscode-languageclient'

type At = { readonly uri: string }

/** The bytes of a file, null where there is none. */
const readFile = new RequestType<At, Uint8Array | null, void>('yaodian/readFile')

const readFolder = new RequestType<At, readonly { readonly name: string; readonly isFolder: boolean }[], void>(
  'yaodian/readFolder',
)

/** Hands over to a server without files of its own what it asks for, from whatever file system VS Code has. */
export function handOver<C extends BaseLanguageClient>(client: C): C {
  client.onRequest(readFile, async ({ uri }) => {
    const file = Uri.parse(uri)
    try {
      return await workspace.fs.readFile(file)
    } catch (error) {
      // What no folder of the user's has need not be readable: above them, a file system may answer anything.
      if (isMissing(error) || !workspace.getWorkspaceFolder(file)) return null
      throw error
    }
  })
  client.onRequest(readFolder, async ({ uri }) =>
    (await workspace.fs.readDirectory(Uri.parse(uri))).map(([name, type]) => ({
      name,
      isFolder: (type & FileType.Directory) !== 0,
    })),
  )
  return client
}

const isMissing = (error: unknown): boolean =>
  error instanceof FileSystemError && ['FileNotFound', 'FileNotADirectory'].includes(error.code)
