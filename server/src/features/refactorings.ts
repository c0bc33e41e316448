import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver'
import { standardEdits } from '../edit/convert.ts'
import { type OperationName, operations } from '../edit/index.ts'
import { change } from '../edit/operation.ts'
import { renumberEdits } from '../edit/renumber.ts'
import type { TextEdit } from '../edit/text-edits.ts'
import type { Message } from '../lint/message.ts'
import { textEdit } from '../report/diagnostic.ts'
import type { View } from './feature.ts'
import { headAt } from './places.ts'
import { rowsIn, type Scope } from './structure.ts'

export const structureKind = `${CodeActionKind.RefactorRewrite}.structure`
export const renumberKind = `${CodeActionKind.RefactorRewrite}.renumber`
export const convertKind = `${CodeActionKind.RefactorRewrite}.convert`

/** Renumbering, conversion and what can be done to the item at the cursor, for editors that ask for refactorings. */
export function refactorings(view: View, range: Range, wants: (kind: string) => boolean): CodeAction[] {
  return [
    ...(wants(renumberKind) ? renumberings(view, range) : []),
    ...(wants(convertKind) ? conversions(view) : []),
    ...(wants(structureKind) ? structural(view, range) : []),
  ]
}

const scopes: Readonly<Record<Scope, Message>> = {
  document: { zh: '重新编号：全文', en: 'Renumber the document' },
  section: { zh: '重新编号：本部分', en: 'Renumber this section' },
  selection: { zh: '重新编号：所选各行', en: 'Renumber the selected lines' },
}

const renumberings = (view: View, range: Range): CodeAction[] =>
  (['document', 'section', 'selection'] as const)
    .filter((scope) => scope !== 'selection' || range.end.line > range.start.line)
    .flatMap((scope) => {
      const edits = renumberEdits(view.plan, rowsIn(view.plan, scope, range))
      const ready = edits.map((edit) => textEdit(view.plan, edit))
      return action(view, scopes[scope], renumberKind, ready)
    })

const conversions = (view: View): CodeAction[] =>
  action(
    view,
    { zh: '序号都改为规范写法', en: 'Write every ordinal in its standard form' },
    convertKind,
    standardEdits(view.plan).map((edit) => textEdit(view.plan, edit)),
  )

const titles: Partial<Readonly<Record<OperationName, Message>>> = {
  moveUp: { zh: '上移此条', en: 'Move the item up' },
  moveDown: { zh: '下移此条', en: 'Move the item down' },
  promote: { zh: '升一级', en: 'Promote the item' },
  demote: { zh: '降一级', en: 'Demote the item' },
}

/** At an ordinal only: elsewhere the list would be in the way of what is wanted there. */
function structural(view: View, { start }: Range): CodeAction[] {
  if (!headAt(view.plan, start)) return []
  return (Object.entries(titles) as [OperationName, Message][]).flatMap(([name, title]) => {
    const made = change(view.plan, operations[name], { from: start.line, to: start.line, column: start.character })
    return action(view, title, structureKind, made?.edits ?? [])
  })
}

const action = (
  { uri, version, locale }: View,
  title: Message,
  kind: string,
  edits: readonly TextEdit[],
): CodeAction[] =>
  edits.length === 0
    ? []
    : [
        {
          title: title[locale],
          kind,
          edit: { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] as [] }] },
        },
      ]
