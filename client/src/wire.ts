import type { CodeAction, WorkspaceEdit } from 'vscode-languageclient'

/** A request of our own to the server: what goes with it and what comes back. Its name alone, so that asking loads nothing. */
export type Request<P, R> = { readonly method: string; readonly answers?: (params: P) => R }

const request = <P, R>(method: string): Request<P, R> => ({ method })

/** Does this text, at most `readsLikePlanLimit` UTF-16 units of it, read like a plan document? */
export const readsLikePlan = request<{ readonly text: string }, boolean>('yaodian/readsLikePlan')
export const readsLikePlanLimit = 20_000

type Position = { readonly line: number; readonly character: number }
type Range = { readonly start: Position; readonly end: Position }
type TextEdit = { readonly range: Range; readonly newText: string }
type Document = { readonly textDocument: { readonly uri: string } }

/** What can be done to the item at the cursor. */
export type Operation = 'moveUp' | 'moveDown' | 'promote' | 'demote' | 'insertAbove' | 'insertBelow'

/** The edits of an operation and where the cursor goes; null where there is nothing to do it to. */
export const structure = request<
  Document & { readonly range: Range; readonly operation: Operation; readonly atOrdinal?: boolean },
  { readonly edits: readonly TextEdit[]; readonly cursor: Position } | null
>('yaodian/structure')

export type Scope = 'document' | 'section' | 'selection'

/** The edits that number anew; `reference`: in a reference that follows. */
export const renumber = request<
  Document & { readonly range: Range; readonly scope: Scope },
  readonly (TextEdit & { readonly reference: boolean })[]
>('yaodian/renumber')

/** The edits that write every ordinal in its standard form, or those of one level in a form that was chosen. */
export const convert = request<
  Document & { readonly level?: { readonly row: number; readonly form: string } },
  readonly TextEdit[]
>('yaodian/convert')

export type OwnerScope = 'document' | 'workspace'
export type OwnerOrder = 'unit' | 'deadline' | 'unowned'
type Scoped = { readonly scope: OwnerScope; readonly uri?: string }
type Asked = Scoped & { readonly by: OwnerOrder; readonly filter?: string }

/** A branch of the view of owners: a unit, a deadline, or a document with tasks that nobody answers for. */
export type OwnerGroup = {
  readonly key: string
  readonly label: string
  readonly kind: 'unit' | 'collective' | 'deadline' | 'undated' | 'document'
  readonly lead: number
  readonly support: number
  readonly overdue: boolean
}

export const ownerGroups = request<
  Asked,
  {
    readonly groups: readonly OwnerGroup[]
    readonly documents: number
    readonly tasks: number
    readonly unowned: number
  }
>('yaodian/ownerGroups')

/** A task on a branch of the view of owners. */
export type OwnedItem = {
  readonly label: string
  readonly task: string
  readonly place: string
  readonly document: string
  readonly role: 'lead' | 'support' | 'none'
  readonly deadline: string
  readonly overdue: boolean
  readonly uri: string
  readonly range: Range
}

export const ownedItems = request<Asked & { readonly key: string }, readonly OwnedItem[]>('yaodian/ownedItems')

export type ListFormat = 'xlsx' | 'docx' | 'csv' | 'md' | 'tabs'

/** A list to hand out: its bytes in base64, or lines of cells for the document; null where nobody answers for anything. */
export const ownerList = request<
  Scoped & { readonly by: 'item' | 'unit' | 'deadline'; readonly format: ListFormat },
  { readonly content: string; readonly title: string } | null
>('yaodian/ownerList')

/** How the level at a place may be written otherwise. */
export const levelForms = request<
  Document & { readonly range: Range },
  readonly { readonly form: string; readonly example: string }[]
>('yaodian/levelForms')

/** How far a document is. */
export type Profile = 'draft' | 'review' | 'issue'
export type Verdict = 'ready' | 'look' | 'not'

/** A finding on the page of the check, and how it is mended. */
export type CheckedFinding = {
  readonly rule: string
  readonly range: Range
  readonly fixes: readonly { readonly title: string; readonly edits: readonly TextEdit[] }[]
}

/** The inside of the page of the check before issue; null where the document is not open. */
export const checkDocument = request<
  Document & { readonly profile: Profile },
  {
    readonly version: number
    readonly title: string
    readonly verdict: Verdict
    readonly main: string
    readonly findings: readonly CheckedFinding[]
  } | null
>('yaodian/check')

/** The same as a file. */
export const checkReport = request<
  Document & { readonly profile: Profile; readonly format: 'html' | 'md' },
  { readonly content: string } | null
>('yaodian/checkReport')

/** What accepts a finding that the page shows; null where the document has changed since. */
export const acceptFinding = request<
  Document & { readonly profile: Profile; readonly version: number; readonly finding: number },
  CodeAction | null
>('yaodian/acceptFinding')

type Problem = { readonly problem: string }

/** The text of a Word document at a file: address, or why it cannot be read. */
export const wordText = request<{ readonly uri: string }, { readonly text: string } | Problem>('yaodian/wordText')

/** A copy of the Word document whose text stands under `uri`, with what was found as comments; in base64. */
export const wordCopy = request<
  { readonly uri: string; readonly profile: Profile },
  { readonly content: string } | Problem | null
>('yaodian/wordCopy')

/** A severity that a rule may be given, and the edit of yaodian.json that does it. */
export type SeverityChoice = { readonly severity: string; readonly edit: WorkspaceEdit }

/** How far a document is, the file that says so, and what would write each stage there; null where there is no such file. */
export const profileOf = request<
  Document,
  {
    readonly profile: Profile
    readonly uri: string | null
    readonly edits: Readonly<Record<Profile, WorkspaceEdit>> | null
  } | null
>('yaodian/profile')
