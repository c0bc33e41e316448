import { TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { analyze, type Plan } from '../../plan/plan.ts'
import { change, keptIn, type Untouched, untouched } from './kept.ts'

export type OpenDocuments = {
  readonly documents: TextDocuments<TextDocument>
  /** The plan of a document as it is now: of what it was when it was last asked for, only what changed is read. */
  readonly planOf: (document: TextDocument) => Plan
  readonly forget: (uri: string) => void
}

/** The open documents with their plans. Each change notes what it leaves, so that nobody compares texts. */
export function openDocuments(): OpenDocuments {
  const plans = new Map<string, { readonly plan: Plan; readonly left: Untouched }>()
  const documents = new TextDocuments({
    create(uri, languageId, version, text) {
      plans.delete(uri)
      return TextDocument.create(uri, languageId, version, text)
    },
    update(document: TextDocument, changes, version) {
      const known = plans.get(document.uri)
      let left = known?.left ?? untouched
      for (const event of changes) left = change(document, left, event, version)
      if (known) plans.set(document.uri, { ...known, left })
      return document
    },
  })
  return {
    documents,
    planOf(document) {
      const { uri } = document
      const known = plans.get(uri)
      if (known?.left === untouched) return known.plan
      const plan = analyze(document.getText(), known?.plan, known && keptIn(document, known.left))
      plans.set(uri, { plan, left: untouched })
      return plan
    },
    forget: (uri) => {
      plans.delete(uri)
    },
  }
}
