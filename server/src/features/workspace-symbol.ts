import { SymbolKind, type WorkspaceSymbol, WorkspaceSymbolRequest } from 'vscode-languageserver'
import { titleOf } from '../plan/item.ts'
import type { Plan } from '../plan/plan.ts'
import { type OutlineItem, outline } from '../report/outline.ts'
import { symbolKinds, symbolName } from './document-symbol.ts'
import type { WorkspaceFeature } from './feature.ts'

/** Items of every plan document, by the characters of their ordinals and titles. */
export const workspaceSymbol: WorkspaceFeature = {
  capabilities: { workspaceSymbolProvider: true },
  type: WorkspaceSymbolRequest.type as unknown as WorkspaceFeature['type'],
  answer: ({ workspace }, params) => workspaceSymbols(workspace(), (params as { readonly query: string }).query),
}

/** No list is longer: who wants more types another character. */
const most = 500

/** Items of many plans whose ordinal or title holds the characters of a query in their order. */
function workspaceSymbols(
  plans: Iterable<{ readonly uri: string; readonly plan: Plan }>,
  query: string,
): WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = []
  for (const { uri, plan } of plans) {
    for (const [i, document] of outline(plan).entries()) {
      const part = plan.documents[i]
      const containerName = part ? titleOf(part) : ''
      if (document.title && holds(document.title, query))
        found.push({ name: document.title, kind: SymbolKind.File, location: { uri, range: document.range } })
      for (const item of items(document.items)) {
        if (found.length >= most) return found
        const name = symbolName(item)
        if (holds(name, query))
          found.push({
            name,
            kind: symbolKinds[item.kind],
            containerName,
            location: { uri, range: item.selectionRange },
          })
      }
    }
  }
  return found
}

function* items(of: readonly OutlineItem[]): Generator<OutlineItem> {
  for (const item of of) {
    yield item
    yield* items(item.items)
  }
}

function holds(text: string, query: string): boolean {
  let at = 0
  for (const char of query) {
    at = text.indexOf(char, at) + 1
    if (at === 0) return false
  }
  return true
}
