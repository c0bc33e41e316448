import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  DocumentSymbolRequest,
  SymbolKind,
} from 'vscode-languageserver'
import { firstLine } from '../plan/extent.ts'
import { type Item, type Part, titleOf } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import type { Plan } from '../plan/plan.ts'
import { entitled, extent, type OutlineItem, type OutlineKind, outlineItem } from '../report/outline.ts'
import { feature } from './feature.ts'
import { lasting } from './lasting.ts'

/** The outline: documents, and in them headings and items with their ordinals; owners stand in the detail. */
export const documentSymbol = feature<DocumentSymbolParams, DocumentSymbol[]>(
  { documentSymbolProvider: { label: '要点' } },
  DocumentSymbolRequest.type,
  ({ plan, locale }) => {
    const untitled = locale === 'zh' ? '（无标题）' : '(untitled)'
    return plan.documents.map((document) => documentNode(plan, document, untitled))
  },
)

function documentNode(plan: Plan, document: Part, untitled: string): DocumentSymbol {
  const range = extent(plan, document)
  const first = firstLine(document)
  const end = first ? { line: range.start.line, character: first.text.length } : range.start
  return lasting({
    name: titleOf(document) || untitled,
    kind: SymbolKind.File,
    range,
    selectionRange: { start: range.start, end },
    children: document.items.map((item) => itemNode(plan, item)),
  })
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

/** The node of each item where it last stood: while it stands there, with the same below it, it is the same. */
const nodes = new WeakMap<Item, DocumentSymbol>()

function itemNode(plan: Plan, item: Item): DocumentSymbol {
  const known = nodes.get(item)
  if (known && known.range.start.line === plan.row.get(firstLine(item) as Line)) return known
  const entry = outlineItem(plan, item, [])
  const owners = [...entry.lead, ...entry.support].join('、')
  // What is empty is not sent: of a long plan that would be a good part of it.
  const node: DocumentSymbol = lasting({
    name: symbolName(entry),
    kind: symbolKinds[entry.kind],
    range: entry.range,
    selectionRange: entry.selectionRange,
    ...(owners && { detail: owners }),
    ...(item.items.length > 0 && { children: item.items.map((child) => itemNode(plan, child)) }),
  })
  nodes.set(item, node)
  return node
}
