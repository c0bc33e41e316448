import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  DocumentHighlightRequest,
} from 'vscode-languageserver'
import { rangeOf } from '../report/diagnostic.ts'
import { feature } from './feature.ts'
import { allLinks, stepRange, targetAt } from './places.ts'
import { identityIn, unitAt, usesOf } from './units.ts'

/** At an ordinal or a reference: the ordinal and all that refers to it. At a unit: every tag that names it. */
export const documentHighlight = feature<DocumentHighlightParams, DocumentHighlight[] | null>(
  { documentHighlightProvider: true },
  DocumentHighlightRequest.type,
  (view, { position }) => {
    const { plan, uri } = view
    const named = unitAt(plan, position)
    if (named) {
      const uses = usesOf(identityIn(view, named), [{ uri, plan }], view.config.units)
      return [...uses].map(({ line, role, unit: { from, to } }) => ({
        range: rangeOf(plan, { line, from, to }),
        kind: role === 'lead' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }))
    }
    const target = targetAt(plan, position)
    if (!target) return null
    const { from, to } = target.ordinal ?? { from: 0, to: target.text.length }
    return [
      { range: rangeOf(plan, { line: target, from, to }), kind: DocumentHighlightKind.Write },
      ...[...allLinks(plan)]
        .filter((link) => link.target === target)
        .map((link) => ({ range: stepRange(plan, link), kind: DocumentHighlightKind.Read })),
    ]
  },
)
