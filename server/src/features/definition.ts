import { type DefinitionParams, DefinitionRequest, type Location } from 'vscode-languageserver'
import { feature } from './feature.ts'
import { targetAt, targetRange } from './places.ts'
import { identityIn, listedAt, unitAt } from './units.ts'

/** From a reference (第三部分第（二）项, 附件2) to what it points to; from a unit to the list of units. */
export const definition = feature<DefinitionParams, Location | null>(
  { definitionProvider: true },
  DefinitionRequest.type,
  (view, { position }) => {
    const { plan, uri } = view
    const named = unitAt(plan, position)
    if (named) {
      const listed = listedAt(view, identityIn(view, named))
      if (!listed) return null
      const { line, from, to } = listed
      return { uri: listed.uri, range: { start: { line, character: from }, end: { line, character: to } } }
    }
    const target = targetAt(plan, position)
    return target ? { uri, range: targetRange(plan, target) } : null
  },
)
