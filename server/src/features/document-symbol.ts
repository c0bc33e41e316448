import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  DocumentSymbolRequest,
  SymbolKind,
} from 'vscode-languageserver'
import { firstLine } from '../plan/extent.ts'
import type { Plan } from '../plan/plan.ts'
import { extent, type OutlineDocument, type OutlineItem, outline } from '../report/outline.ts'
import { feature } from './feature.ts'

/** The outline: documents, and in them headings and items with their ordinals; owners stand in the detail. */
export const documentSymbol = feature<DocumentSymbolParams, DocumentSymbol[]>(
  { documentSymbolProvider: { label: '要点' } },
  DocumentSymbolRequest.type,
  ({ plan, locale }) => {
    const untitled = locale === 'zh' ? '（无标题）' : '(untitled)'
    return outline(plan).map((document, i) => documentNode(plan, document, i, untitled))
  },
)

function documentNode(
  plan: Plan,
  { title, range, items }: OutlineDocument,
  i: number,
  untitled: string,
): DocumentSymbol {
  const document = plan.documents[i]
  const first = document && firstLine(document)
  const end = first ? { line: range.start.line, character: first.text.length } : range.start
  return {
    name: title || untitled,
    kind: SymbolKind.File,
    range: document ? extent(plan, document) : range,
    selectionRange: { start: range.start, end },
    children: items.map(itemNode),
  }
}

function itemNode({ ordinal, title, range, selectionRange, value, lead, support, items }: OutlineItem): DocumentSymbol {
  return {
    name: value === 0 ? [ordinal, title].filter(Boolean).join(' ') : `${ordinal}${title}`,
    detail: [...lead, ...support].join('、'),
    kind: value === 0 ? SymbolKind.Package : items.length > 0 ? SymbolKind.Namespace : SymbolKind.Field,
    range,
    selectionRange,
    children: items.map(itemNode),
  }
}
