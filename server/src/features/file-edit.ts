import { CreateFile, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver'
import type { Insertion } from '../edit/settings.ts'
import type { ListFile, View } from './feature.ts'

/** An edit of a file of the configuration, which is created where it is not there; undefined where it cannot be made. */
export function fileEdit(
  { creates }: View,
  file: ListFile | undefined,
  change: (text: string) => readonly Insertion[] | undefined,
): WorkspaceEdit | undefined {
  const text = file?.text()
  if (file === undefined || text === undefined || (text === '' && !creates)) return undefined
  const insertions = change(text)
  if (!insertions) return undefined
  const { uri } = file
  const edits = insertions.map(
    ({ offset, length, text: newText }): TextEdit => ({
      range: { start: positionAt(text, offset), end: positionAt(text, offset + length) },
      newText,
    }),
  )
  const create = text === '' ? [CreateFile.create(uri, { ignoreIfExists: true })] : []
  return { documentChanges: [...create, { textDocument: { uri, version: null }, edits }] }
}

/** What a client saves that wrote such an edit, so that it counts at once. */
export const saved = ({ saves }: View, title: string, uri: string) =>
  saves ? { command: { title, command: 'yaodian.save', arguments: [uri] } } : {}

function positionAt(text: string, offset: number) {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/)
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
}
