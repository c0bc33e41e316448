import {
  commands,
  Disposable,
  EventEmitter,
  ProgressLocation,
  RelativePattern,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode'
import { bytesOf } from './base64.ts'
import { fileOf, wordScheme, wordTextOf } from './documents.ts'
import { message } from './messages.ts'
import { saveAs } from './save-as.ts'
import type { Server } from './server.ts'
import { type Profile, wordCopy, wordText } from './wire.ts'

/** Word documents are checked as the text that they have; that is only read, and follows the file. */
export function wordDocuments(server: Server): Disposable {
  const changed = new EventEmitter<Uri>()
  const read = (uri: Uri) => server.ask(wordText, { uri: uri.toString() })
  const provider: TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri) => {
      const answer = await read(fileOf(uri))
      return answer && 'text' in answer ? answer.text : ''
    },
  }
  const watchers = new Map<string, Disposable>()
  const follow = (uri: Uri) => {
    const file = fileOf(uri)
    const name = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/[[\]{}*?]/g, '[$&]')
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(file, '..'), name))
    const again = () => changed.fire(uri)
    watchers.set(uri.toString(), Disposable.from(watcher, watcher.onDidChange(again), watcher.onDidCreate(again)))
  }
  const forget = (uri: Uri) => {
    watchers.get(uri.toString())?.dispose()
    watchers.delete(uri.toString())
  }

  const check = async (chosen: Uri | undefined) => {
    const file = chosen ?? (await pick())
    if (!file) return
    const name = workspace.asRelativePath(file)
    const answer = await window.withProgress(
      { location: ProgressLocation.Window, title: message('wordReading', name) },
      () => read(file),
    )
    if (!answer) return
    if ('problem' in answer) return void window.showErrorMessage(message('wordUnread', name, answer.problem))
    const document = await workspace.openTextDocument(wordTextOf(file))
    await window.showTextDocument(document, { viewColumn: ViewColumn.Active, preview: false })
    await commands.executeCommand('yaodian.check')
  }

  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(wordScheme, provider),
    workspace.onDidOpenTextDocument(({ uri }) => uri.scheme === wordScheme && follow(uri)),
    workspace.onDidCloseTextDocument(({ uri }) => uri.scheme === wordScheme && forget(uri)),
    { dispose: () => watchers.forEach((watcher) => void watcher.dispose()) },
    commands.registerCommand('yaodian.checkWord', check),
    commands.registerCommand('yaodian.wordToPlan', () => {
      const document = window.activeTextEditor?.document
      if (document?.uri.scheme === wordScheme) return turnIntoPlan(document)
    }),
  )
}

async function pick(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: message('wordPick'),
    filters: { Word: ['docx', 'docm', 'dotx'] },
  })
  return chosen?.[0]
}

/** Saves a copy of the Word document with what was found as comments. */
export async function saveComments(server: Server, uri: Uri, profile: Profile): Promise<void> {
  const answer = await server.ask(wordCopy, { uri: uri.toString(), profile })
  if (!answer) return
  const name = fileOf(uri).path.replace(/^.*\/|\.\w+$/g, '')
  if ('problem' in answer) return void window.showErrorMessage(message('wordUnread', name, answer.problem))
  await saveAs(bytesOf(answer.content), message('wordCopy', name), 'docx', fileOf(uri))
}

/** Opens the text as a document of its own beside the Word document, named as it, to be saved or not. */
export async function turnIntoPlan(document: TextDocument): Promise<void> {
  const file = fileOf(document.uri)
  const content = document.getText()
  const base = file.path.replace(/\.\w+$/, '')
  for (let n = 0; ; n++) {
    const target = file.with({ path: `${base}${n === 0 ? '' : `-${n}`}.plan` })
    // What is there already is not written over.
    if (await exists(target)) continue
    await workspace.fs.writeFile(target, new TextEncoder().encode(content.endsWith('\n') ? content : `${content}\n`))
    await window.showTextDocument(target, { viewColumn: ViewColumn.One, preview: false })
    return
  }
}

const exists = (uri: Uri): Thenable<boolean> =>
  workspace.fs.stat(uri).then(
    () => true,
    () => false,
  )
