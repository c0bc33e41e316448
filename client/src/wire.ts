import { RequestType } from 'vscode-languageclient/node'

/** Does this text, at most `readsLikePlanLimit` UTF-16 units of it, read like a plan document? */
export const readsLikePlan = new RequestType<{ readonly text: string }, boolean, void>('yaodian/readsLikePlan')
export const readsLikePlanLimit = 20_000

type Position = { readonly line: number; readonly character: number }
type Range = { readonly start: Position; readonly end: Position }
type TextEdit = { readonly range: Range; readonly newText: string }
type Document = { readonly textDocument: { readonly uri: string } }

/** What can be done to the item at the cursor. */
export type Operation = 'moveUp' | 'moveDown' | 'promote' | 'demote' | 'insertAbove' | 'insertBelow'

/** The edits of an operation and where the cursor goes; null where there is nothing to do it to. */
export const structure = new RequestType<
  Document & { readonly range: Range; readonly operation: Operation; readonly atOrdinal?: boolean },
  { readonly edits: readonly TextEdit[]; readonly cursor: Position } | null,
  void
>('yaodian/structure')

export type Scope = 'document' | 'section' | 'selection'

/** The edits that number anew; `reference`: in a reference that follows. */
export const renumber = new RequestType<
  Document & { readonly range: Range; readonly scope: Scope },
  readonly (TextEdit & { readonly reference: boolean })[],
  void
>('yaodian/renumber')

/** The edits that write every ordinal in its standard form, or those of one level in a form that was chosen. */
export const convert = new RequestType<
  Document & { readonly level?: { readonly row: number; readonly form: string } },
  readonly TextEdit[],
  void
>('yaodian/convert')

/** How the level at a place may be written otherwise. */
export const levelForms = new RequestType<
  Document & { readonly range: Range },
  readonly { readonly form: string; readonly example: string }[],
  void
>('yaodian/levelForms')
