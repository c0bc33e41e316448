import {
  type Connection,
  type Position,
  type TextDocumentContentChangeEvent,
  TextDocuments,
} from 'vscode-languageserver'
import { analyze, type Plan, reread } from '../../plan/plan.ts'
import { change, type Draft, draft, rowText, textBetween, textOf, type Untouched, untouched } from './draft.ts'

export type OpenDocuments = {
  readonly documents: TextDocuments<Draft>
  /** The plan of a document as it is now: of what it was when it was last asked for, only what changed is read. */
  readonly planOf: (document: Draft) => Plan
  readonly forget: (uri: string) => void
  readonly listen: (connection: Connection) => void
}

/** A column of a client's in a row's text, as ours. */
type Column = (text: string, column: number) => number

/**
 * The open documents with their plans. Each change notes what it leaves, so that nobody compares texts. `column` is
 * there where the client does not count columns as we do.
 */
export function openDocuments(column: () => Column | undefined): OpenDocuments {
  const plans = new Map<string, { readonly plan: Plan; readonly left: Untouched }>()
  const documents = new TextDocuments<Draft>({
    create(uri, _language, version, text) {
      plans.delete(uri)
      return draft(uri, version, text)
    },
    update(document, changes, version) {
      const known = plans.get(document.uri)
      let now = document
      let left = known?.left ?? untouched
      for (const event of changes) [now, left] = change(now, left, ours(now, event, column()), version)
      if (known) plans.set(document.uri, { ...known, left })
      return now
    },
  })
  return {
    documents,
    planOf(document) {
      const { uri } = document
      const known = plans.get(uri)
      if (known?.left === untouched) return known.plan
      const text = () => textOf(document)
      const plan = known
        ? reread(known.plan, { ...known.left, between: textBetween(document, known.left) }, text)
        : analyze(text())
      plans.set(uri, { plan, left: untouched })
      return plan
    },
    forget: (uri) => {
      plans.delete(uri)
    },
    listen: (connection) => void documents.listen(withEmpty(connection)),
  }
}

/** The library passes over a change of nothing. It is a version all the same: an edit of the one before would be refused. */
const withEmpty = (connection: Connection): Connection => ({
  ...connection,
  onDidChangeTextDocument: (handler) =>
    connection.onDidChangeTextDocument((params) =>
      handler(params.contentChanges.length > 0 ? params : { ...params, contentChanges: [nothing] }),
    ),
})

const start: Position = { line: 0, character: 0 }
const nothing: TextDocumentContentChangeEvent = { range: { start, end: start }, text: '' }

/** A change as we count columns. Some clients say by null that there is no range. */
function ours(of: Draft, event: TextDocumentContentChangeEvent, column: Column | undefined) {
  if (!('range' in event) || !event.range) return { text: event.text }
  if (!column) return event
  const at = ({ line, character }: Position) => ({ line, character: column(rowText(of, line), character) })
  return { range: { start: at(event.range.start), end: at(event.range.end) }, text: event.text }
}
