// The file system of a virtual workspace: an extension of the tests', with the test documents in memory.
import {
  Disposable,
  EventEmitter,
  type ExtensionContext,
  type FileChangeEvent,
  FileChangeType,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
  workspace,
} from 'vscode'

/** What the bundle puts in: the files of test/vscode/workspace, by name. */
declare const workspaceFiles: Readonly<Record<string, string>>

type Node = { readonly bytes?: Uint8Array; readonly mtime: number }

const parentOf = (path: string) => path.replace(/\/[^/]*$/, '') || '/'

function memory(): FileSystemProvider {
  const nodes = new Map<string, Node>([['/', { mtime: 0 }]])
  const changed = new EventEmitter<FileChangeEvent[]>()
  const tell = (type: FileChangeType, uri: Uri) => changed.fire([{ type, uri }])
  const nodeAt = (uri: Uri): Node => {
    const node = nodes.get(uri.path)
    if (!node) throw FileSystemError.FileNotFound(uri)
    return node
  }
  const put = (path: string, node: Node) => {
    for (let at = parentOf(path); !nodes.has(at); at = parentOf(at)) nodes.set(at, { mtime: Date.now() })
    nodes.set(path, node)
  }
  for (const [name, text] of Object.entries(workspaceFiles))
    put(`/文稿/${name}`, { bytes: new TextEncoder().encode(text), mtime: 1 })
  return {
    onDidChangeFile: changed.event,
    watch: () => Disposable.from(),
    stat(uri) {
      const { bytes, mtime } = nodeAt(uri)
      return { type: bytes ? FileType.File : FileType.Directory, ctime: 0, mtime, size: bytes?.length ?? 0 }
    },
    readDirectory: (uri) =>
      [...nodes]
        .filter(([path]) => path !== '/' && parentOf(path) === uri.path)
        .map(([path, { bytes }]) => [
          path.slice(path.lastIndexOf('/') + 1),
          bytes ? FileType.File : FileType.Directory,
        ]),
    readFile(uri) {
      const { bytes } = nodeAt(uri)
      if (!bytes) throw FileSystemError.FileIsADirectory(uri)
      return bytes
    },
    writeFile(uri, bytes) {
      const type = nodes.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created
      put(uri.path, { bytes: Uint8Array.from(bytes), mtime: Date.now() })
      tell(type, uri)
    },
    createDirectory(uri) {
      put(uri.path, { mtime: Date.now() })
      tell(FileChangeType.Created, uri)
    },
    delete(uri) {
      nodeAt(uri)
      for (const path of [...nodes.keys()]) if (path === uri.path || path.startsWith(`${uri.path}/`)) nodes.delete(path)
      tell(FileChangeType.Deleted, uri)
    },
    rename(from, to) {
      put(to.path, nodeAt(from))
      nodes.delete(from.path)
      tell(FileChangeType.Deleted, from)
      tell(FileChangeType.Created, to)
    },
  }
}

export function activate(context: ExtensionContext): void {
  context.subscriptions.push(workspace.registerFileSystemProvider('memory', memory(), { isCaseSensitive: true }))
}
