import { type Range, RequestType, type TextDocumentIdentifier } from 'vscode-languageserver'
import { levelEdits, otherForms, standardEdits } from '../edit/convert.ts'
import { type OperationName, operations } from '../edit/index.ts'
import { type Change, change } from '../edit/operation.ts'
import { type Rows, renumberEdits } from '../edit/renumber.ts'
import { placeAt, rowsOf } from '../edit/structure.ts'
import type { TextEdit } from '../edit/text-edits.ts'
import type { Plan } from '../plan/plan.ts'
import { textEdit } from '../report/diagnostic.ts'
import { feature } from './feature.ts'
import { headAt } from './places.ts'

type Params = { readonly textDocument: TextDocumentIdentifier; readonly range: Range }

type StructureParams = Params & {
  readonly operation: OperationName
  /** Only where the range begins in or beside an ordinal, as Tab asks. */
  readonly atOrdinal?: boolean
}

/** Moves, promotes, demotes or inserts at a place. Null where there is nothing to do it to. */
export const structure = feature<StructureParams, Change | null>(
  {},
  new RequestType<Params, Change | null, void>('yaodian/structure'),
  ({ plan }, { operation, atOrdinal, range: { start, end } }) => {
    if (atOrdinal && !headAt(plan, start)) return null
    const work = Object.hasOwn(operations, operation) ? operations[operation] : undefined
    const selection = { from: start.line, to: end.line, column: start.character }
    return (work && change(plan, work, selection)) ?? null
  },
)

export type Scope = 'document' | 'section' | 'selection'

/** An edit of a number, in an ordinal or in a reference that follows it. */
type NumberEdit = TextEdit & { readonly reference: boolean }

/** The edits that number a document, the section at the cursor or the selected lines anew, references with them. */
export const renumber = feature<Params & { readonly scope: Scope }, NumberEdit[]>(
  {},
  new RequestType<Params, NumberEdit[], void>('yaodian/renumber'),
  ({ plan }, { scope, range }) =>
    renumberEdits(plan, rowsIn(plan, scope, range)).map((edit) => ({
      ...textEdit(plan, edit),
      reference: edit.from >= (edit.line.ordinal?.to ?? 0),
    })),
)

type ConvertParams = Pick<Params, 'textDocument'> & {
  /** Only the level of this row, in this form. */
  readonly level?: { readonly row: number; readonly form: string }
}

/** The edits that write every ordinal in its level's standard form, or those of one level in a form that was chosen. */
export const convert = feature<ConvertParams, TextEdit[]>(
  {},
  new RequestType<ConvertParams, TextEdit[], void>('yaodian/convert'),
  ({ plan }, { level }) =>
    (level ? levelEdits(plan, level.row, level.form) : standardEdits(plan)).map((edit) => textEdit(plan, edit)),
)

type Form = { readonly form: string; readonly example: string }

/** How the level at a place may be written otherwise. */
export const levelForms = feature<Params, Form[]>(
  {},
  new RequestType<Params, Form[], void>('yaodian/levelForms'),
  ({ plan }, { range }) => [...otherForms(plan, range.start.line)],
)

export function rowsIn(plan: Plan, scope: Scope, { start, end }: Range): Rows | undefined {
  if (scope === 'document') return undefined
  if (scope === 'selection') return { from: start.line, to: end.line }
  const place = placeAt(plan, start.line)
  // The section is the item at the highest level around the cursor.
  const section = place && (place.path[1] ?? place.item)
  return section ? rowsOf(plan, section) : { from: start.line, to: end.line }
}
