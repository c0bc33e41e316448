import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver'
import { elidedBehind } from '../plan/elided.ts'
import type { Line } from '../plan/line.ts'
import { type Named, namedIn } from '../plan/named.ts'
import { parts } from '../plan/plan.ts'
import { rangeOf } from '../report/diagnostic.ts'
import type { View, WorkspaceDocument } from './feature.ts'
import { grouped, identityIn, mentions, usesOf, writtenAs } from './units.ts'

/**
 * Another name for a unit, wherever the workspace names it in a tag or a column. Where it is written by another of its
 * names, and where running text mentions it, the change waits to be confirmed.
 */
export function renameUnit(view: View, named: Named, newName: string): WorkspaceEdit {
  const identity = identityIn(view, named)
  const name = newName.trim()
  const documents = view.workspace()
  const inTags = grouped(usesOf(identity, documents, view.config.units), ({ document }) => document)
  const documentChanges = documents.flatMap((document): TextDocumentEdit[] => {
    const uses = inTags.get(document) ?? []
    const edits = [
      ...uses.flatMap((use) => unitEdits(document, use, named.unit.name, name)),
      ...[...mentioned(document, named.unit.name)].map(({ line, from, to }) =>
        annotated(document, { line, from, to }, name, 'text'),
      ),
    ].filter(({ newText, range }) => newText !== textAt(document, range))
    const { uri, version = null } = document
    return edits.length > 0 ? [{ textDocument: { uri, version }, edits }] : []
  })
  return { documentChanges, changeAnnotations: annotations[view.locale] }
}

type Place = { readonly line: Line; readonly from: number; readonly to: number }

function unitEdits(
  document: WorkspaceDocument,
  use: Named,
  asked: string,
  name: string,
): readonly (TextEdit | AnnotatedTextEdit)[] {
  const { line, unit } = use
  const written = writtenAs(use)
  const place = { line, from: unit.from, to: unit.to }
  // 委综合监督处、政策法规处: what the name before it says for both is not said again.
  const elided = unit.name.length - written.length
  const shared = unit.name.slice(0, elided)
  const text = elided > 0 && name.startsWith(shared) ? name.slice(elided) : name
  const next = elidedBehind(line, unit)
  const lost = next && !name.startsWith(next.name.slice(0, next.name.length - next.written.length))
  const own =
    unit.name === asked
      ? { range: rangeOf(document.plan, place), newText: text }
      : annotated(document, place, text, 'other')
  return lost
    ? [own, { range: rangeOf(document.plan, { line, from: next.from, to: next.to }), newText: next.name }]
    : [own]
}

const annotated = (
  document: WorkspaceDocument,
  place: Place,
  newText: string,
  annotationId: string,
): AnnotatedTextEdit => ({
  range: rangeOf(document.plan, place),
  newText,
  annotationId,
})

function* mentioned({ plan }: WorkspaceDocument, name: string): Generator<Place> {
  if (!plan.text.includes(name)) return
  const taken = grouped(parts(plan).flatMap(namedIn), ({ line }) => line)
  for (const line of plan.lines)
    for (const { from, to } of mentions(line, name, taken.get(line) ?? [])) yield { line, from, to }
}

const textAt = ({ plan }: WorkspaceDocument, { start, end }: TextEdit['range']): string =>
  plan.lines[start.line]?.text.slice(start.character, end.character) ?? ''

const annotations: Readonly<Record<View['locale'], Record<string, ChangeAnnotation>>> = {
  zh: {
    other: { label: '写作其他名称的', needsConfirmation: true },
    text: { label: '正文里提到的', needsConfirmation: true },
  },
  en: {
    other: { label: 'Written by another name', needsConfirmation: true },
    text: { label: 'Mentioned in the text', needsConfirmation: true },
  },
}
