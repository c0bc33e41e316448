import { type Location, type ReferenceParams, ReferencesRequest } from 'vscode-languageserver'
import { rangeOf } from '../report/diagnostic.ts'
import { feature } from './feature.ts'
import { allLinks, stepRange, targetAt, targetRange } from './places.ts'
import { identityIn, unitAt, usesOf } from './units.ts'

/** At an ordinal or a reference: every place that points to the same item. At a unit: every tag of the workspace that names it. */
export const references = feature<ReferenceParams, Location[] | null>(
  { referencesProvider: true },
  ReferencesRequest.type,
  (view, { position, context }) => {
    const { plan, uri } = view
    const named = unitAt(plan, position)
    if (named) {
      const uses = usesOf(identityIn(view, named), view.workspace(), view.config.units)
      return [...uses].map(({ document, line, unit: { from, to } }) => ({
        uri: document.uri,
        range: rangeOf(document.plan, { line, from, to }),
      }))
    }
    const target = targetAt(plan, position)
    if (!target) return null
    const found = [...allLinks(plan)].filter((link) => link.target === target).map((link) => stepRange(plan, link))
    return (context.includeDeclaration ? [targetRange(plan, target), ...found] : found).map((range) => ({ uri, range }))
  },
)
