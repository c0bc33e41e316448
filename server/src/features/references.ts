import { type Location, type ReferenceParams, ReferencesRequest } from 'vscode-languageserver'
import { feature } from './feature.ts'
import { allLinks, stepRange, targetAt, targetRange } from './places.ts'

/** At an ordinal or a reference: every place that points to the same item. */
export const references = feature<ReferenceParams, Location[] | null>(
  { referencesProvider: true },
  ReferencesRequest.type,
  ({ plan, uri }, { position, context }) => {
    const target = targetAt(plan, position)
    if (!target) return null
    const found = [...allLinks(plan)].filter((link) => link.target === target).map((link) => stepRange(plan, link))
    return (context.includeDeclaration ? [targetRange(plan, target), ...found] : found).map((range) => ({ uri, range }))
  },
)
