import { commands, Disposable, Position, Range, Selection, type TextEditor, window } from 'vscode'
import { plandoc } from './documents.ts'
import { message } from './messages.ts'
import type { Server } from './server.ts'
import { type Operation, structure } from './wire.ts'

const operations: Readonly<Record<string, Operation>> = {
  'yaodian.moveUp': 'moveUp',
  'yaodian.moveDown': 'moveDown',
  'yaodian.promote': 'promote',
  'yaodian.demote': 'demote',
  'yaodian.insertAbove': 'insertAbove',
  'yaodian.insertBelow': 'insertBelow',
}

/** Tab and Shift+Tab: at an ordinal a level, elsewhere what VS Code does. */
const keys: Readonly<Record<string, { readonly operation: Operation; readonly otherwise: string }>> = {
  'yaodian.tab': { operation: 'demote', otherwise: 'tab' },
  'yaodian.shiftTab': { operation: 'promote', otherwise: 'outdent' },
}

/** The commands that work on the item at the cursor. One waits for the one before it, as where a key is held down. */
export function structureCommands(server: Server): Disposable {
  let last: Promise<unknown> = Promise.resolve()
  const register = (command: string, run: (editor: TextEditor) => Promise<void>) =>
    commands.registerCommand(command, () => {
      last = last.then(async () => {
        const editor = window.activeTextEditor
        if (editor) await run(editor)
      })
      return last
    })
  return Disposable.from(
    ...Object.entries(operations).map(([command, operation]) =>
      register(command, async (editor) => {
        if (editor.document.languageId !== plandoc) return
        if (!(await restructure(server, editor, operation, false))) tell('nowhere')
      }),
    ),
    ...Object.entries(keys).map(([command, { operation, otherwise }]) =>
      register(command, async (editor) => {
        if (!(await restructure(server, editor, operation, true))) await commands.executeCommand(otherwise)
      }),
    ),
  )
}

const tellMs = 4000

export const tell = (key: Parameters<typeof message>[0]): unknown => window.setStatusBarMessage(message(key), tellMs)

/** Does it in one step of undo. False where there is nothing to do it to, or the document changed meanwhile. */
async function restructure(
  server: Server,
  editor: TextEditor,
  operation: Operation,
  atOrdinal: boolean,
): Promise<boolean> {
  const { document, selection } = editor
  const { version } = document
  const params = { textDocument: { uri: document.uri.toString() }, range: plain(selection), operation, atOrdinal }
  const change = await server.ask(structure, params)
  if (!change || document.version !== version) return false
  const done = await editor.edit((builder) => {
    for (const { range, newText } of change.edits) builder.replace(toRange(range), newText)
  })
  if (!done) return false
  const cursor = new Position(change.cursor.line, change.cursor.character)
  editor.selection = new Selection(cursor, cursor)
  editor.revealRange(new Range(cursor, cursor))
  return true
}

type Plain = { readonly start: Point; readonly end: Point }
type Point = { readonly line: number; readonly character: number }

export const toRange = ({ start, end }: Plain): Range => new Range(start.line, start.character, end.line, end.character)

/** A range as the wire has it. */
export const plain = ({ start, end }: Range): Plain => ({
  start: { line: start.line, character: start.character },
  end: { line: end.line, character: end.character },
})
