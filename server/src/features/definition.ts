import { type DefinitionParams, DefinitionRequest, type Location } from 'vscode-languageserver'
import { feature } from './feature.ts'
import { targetAt, targetRange } from './places.ts'

/** From a reference (第三部分第（二）项, 附件2) to what it points to. */
export const definition = feature<DefinitionParams, Location | null>(
  { definitionProvider: true },
  DefinitionRequest.type,
  ({ plan, uri }, { position }) => {
    const target = targetAt(plan, position)
    return target ? { uri, range: targetRange(plan, target) } : null
  },
)
