import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  DocumentSymbolRequest,
  SymbolKind,
} from 'vscode-languageserver'
import { firstLine } from '../plan/extent.ts'
import type { Plan } from '../plan/plan.ts'
import {
  entitled,
  extent,
  type OutlineDocument,
  type OutlineItem,
  type OutlineKind,
  outline,
} from '../report/outline.ts'
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

export const symbolKinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  annex: SymbolKind.Package,
  heading: SymbolKind.Namespace,
  'run-in': SymbolKind.Property,
  item: SymbolKind.Field,
  row: SymbolKind.Struct,
}

/** 一、总体要求; annexes and rows, whose numbers are no part of their words, with a blank. */
export const symbolName = ({ kind, ordinal, title }: OutlineItem): string =>
  kind === 'annex' || kind === 'row' ? [ordinal, title].filter(Boolean).join(' ') : entitled(ordinal, title)

function itemNode(item: OutlineItem): DocumentSymbol {
  const { range, selectionRange, lead, support, items } = item
  return {
    name: symbolName(item),
    detail: [...lead, ...support].join('、'),
    kind: symbolKinds[item.kind],
    range,
    selectionRange,
    children: items.map(itemNode),
  }
}
