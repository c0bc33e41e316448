import {
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  type DocumentLink,
  type DocumentSymbol,
  type Hover,
  MarkupKind,
  type PublishDiagnosticsParams,
  type ServerCapabilities,
  type SymbolInformation,
  SymbolKind,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver'

/** What clients may lack that our answers use: whether one has it, and what it is told instead, by method. */
export type Lacking = {
  readonly has: (client: ClientCapabilities) => unknown
  readonly instead: Readonly<Record<string, (answer: never, uri: string) => unknown>>
}

/** In this order: what is before it may leave something to what follows. */
export const lacking: readonly Lacking[] = [
  {
    has: ({ textDocument }) => textDocument?.codeAction?.codeActionLiteralSupport,
    // Commands are all that it knows, and we have none.
    instead: { 'textDocument/codeAction': () => [] },
  },
  {
    has: ({ textDocument }) => textDocument?.codeAction?.isPreferredSupport,
    instead: {
      'textDocument/codeAction': (actions: readonly CodeAction[]) => actions.map(without<CodeAction>('isPreferred')),
    },
  },
  {
    has: ({ workspace }) => workspace?.workspaceEdit?.changeAnnotationSupport,
    instead: inEdits(unannotated),
  },
  {
    // Who knows operations on files has them there, versions or not.
    has: ({ workspace }) =>
      workspace?.workspaceEdit?.documentChanges || workspace?.workspaceEdit?.resourceOperations?.length,
    instead: inEdits(asChanges),
  },
  {
    has: ({ textDocument }) => textDocument?.publishDiagnostics?.relatedInformation,
    instead: inDiagnostics(without<Diagnostic>('relatedInformation')),
  },
  {
    has: ({ textDocument }) => textDocument?.publishDiagnostics?.codeDescriptionSupport,
    instead: inDiagnostics(without<Diagnostic>('codeDescription')),
  },
  {
    has: ({ textDocument }) => textDocument?.diagnostic?.relatedInformation,
    instead: inReport(without<Diagnostic>('relatedInformation')),
  },
  {
    has: ({ textDocument }) => textDocument?.diagnostic?.codeDescriptionSupport,
    instead: inReport(without<Diagnostic>('codeDescription')),
  },
  {
    has: ({ textDocument }) => includes(textDocument?.documentSymbol?.symbolKind?.valueSet, SymbolKind.Struct),
    instead: { 'textDocument/documentSymbol': (symbols: readonly DocumentSymbol[]) => symbols.map(ofOldKind) },
  },
  {
    has: ({ workspace }) => includes(workspace?.symbol?.symbolKind?.valueSet, SymbolKind.Struct),
    instead: { 'workspace/symbol': (symbols: readonly WorkspaceSymbol[]) => symbols.map(ofOldKind) },
  },
  {
    has: ({ textDocument }) => textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport,
    instead: { 'textDocument/documentSymbol': (symbols: readonly DocumentSymbol[], uri) => flat(symbols, uri) },
  },
  {
    has: ({ textDocument }) => textDocument?.completion?.completionItem?.labelDetailsSupport,
    instead: {
      'textDocument/completion': ({ items, ...list }: CompletionList) => ({ ...list, items: items.map(undetailed) }),
    },
  },
  {
    has: ({ textDocument }) => textDocument?.documentLink?.tooltipSupport,
    instead: {
      'textDocument/documentLink': (links: readonly DocumentLink[]) => links.map(without<DocumentLink>('tooltip')),
    },
  },
  {
    has: ({ textDocument }) => {
      const formats = textDocument?.hover?.contentFormat ?? []
      return formats.length === 0 || formats.includes(MarkupKind.PlainText)
    },
    instead: { 'textDocument/hover': asMarkdown },
  },
]

/** What a server announces that a client must have announced before. */
export function announced(all: ServerCapabilities, { textDocument }: ClientCapabilities): ServerCapabilities {
  const { codeActionProvider, documentSymbolProvider, renameProvider, ...rest } = all
  return {
    ...rest,
    ...(textDocument?.codeAction?.codeActionLiteralSupport && codeActionProvider && { codeActionProvider }),
    ...(documentSymbolProvider && {
      documentSymbolProvider: textDocument?.documentSymbol?.labelSupport ? documentSymbolProvider : true,
    }),
    ...(renameProvider && { renameProvider: textDocument?.rename?.prepareSupport ? renameProvider : true }),
  }
}

function without<T>(field: keyof T): (of: T) => T {
  return (of) => {
    const { [field]: _, ...rest } = of
    return rest as T
  }
}

const includes = (values: readonly number[] | undefined, value: number): boolean => values?.includes(value) ?? false

function inEdits(instead: (edit: WorkspaceEdit) => WorkspaceEdit): Lacking['instead'] {
  return {
    'textDocument/rename': instead,
    'textDocument/codeAction': (actions: readonly CodeAction[]) =>
      actions.map((action) => (action.edit ? { ...action, edit: instead(action.edit) } : action)),
  }
}

function inDiagnostics(instead: (diagnostic: Diagnostic) => Diagnostic): Lacking['instead'] {
  return {
    'textDocument/publishDiagnostics': (params: PublishDiagnosticsParams) => ({
      ...params,
      diagnostics: params.diagnostics.map(instead),
    }),
    'textDocument/codeAction': (actions: readonly CodeAction[]) =>
      actions.map((action) =>
        action.diagnostics ? { ...action, diagnostics: action.diagnostics.map(instead) } : action,
      ),
  }
}

function inReport(instead: (diagnostic: Diagnostic) => Diagnostic): Lacking['instead'] {
  return {
    'textDocument/diagnostic': (report: { readonly items?: readonly Diagnostic[] }) =>
      report.items ? { ...report, items: report.items.map(instead) } : report,
  }
}

/** What has to be confirmed is left out where nobody can be asked. */
function unannotated({ documentChanges = [] }: WorkspaceEdit): WorkspaceEdit {
  const certain = documentChanges.map((change) =>
    TextDocumentEdit.is(change)
      ? { ...change, edits: change.edits.filter((edit) => !('annotationId' in edit)) }
      : change,
  )
  return { documentChanges: certain.filter((change) => !TextDocumentEdit.is(change) || change.edits.length > 0) }
}

function asChanges({ documentChanges = [] }: WorkspaceEdit): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {}
  for (const change of documentChanges) {
    if (!TextDocumentEdit.is(change)) continue
    const { uri } = change.textDocument
    changes[uri] = [...(changes[uri] ?? []), ...(change.edits as TextEdit[])]
  }
  return { changes }
}

/** The kinds of the first version of the protocol have no Struct: a row of a table is an array's element. */
function ofOldKind<T extends DocumentSymbol | WorkspaceSymbol>(symbol: T): T {
  const children = 'children' in symbol && symbol.children?.map(ofOldKind)
  const kind = symbol.kind === SymbolKind.Struct ? SymbolKind.Array : symbol.kind
  return { ...symbol, kind, ...(children && { children }) }
}

function flat(symbols: readonly DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children }) => [
    { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...flat(children ?? [], uri, name),
  ])
}

function undetailed({ labelDetails, ...item }: CompletionItem): CompletionItem {
  return labelDetails?.description ? { ...item, detail: labelDetails.description } : item
}

function asMarkdown({ contents, ...hover }: Hover): Hover {
  if (typeof contents !== 'object' || !('kind' in contents)) return { contents, ...hover }
  // Two blanks before its end break a line; what would be read as a mark stands behind a backslash.
  const value = contents.value.replace(/[\\`*_{}[\]()<>#+\-.!|~]/g, '\\$&').replace(/\n/g, '  \n')
  return { contents: { kind: MarkupKind.Markdown, value }, ...hover }
}
