import type { ClientCapabilities } from 'vscode-languageserver'

/** What is in a value, by the names on the way: everything below `a.b`, through arrays. */
function* at(value: unknown, path: string): Generator<unknown> {
  const [first = '', ...rest] = path.split('.')
  if (Array.isArray(value)) for (const each of value) yield* at(each, path)
  else if (typeof value === 'object' && value !== null && first in value) {
    const inner = (value as Record<string, unknown>)[first]
    if (rest.length > 0) yield* at(inner, rest.join('.'))
    else yield* Array.isArray(inner) ? inner : [inner]
  }
}
const all = (value: unknown, path: string): readonly unknown[] => [...at(value, path)]

/** Every object in a value. */
function* objects(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as Record<string, unknown>
  for (const each of Object.values(value)) yield* objects(each)
}
const uses = (value: unknown, field: string): boolean => [...objects(value)].some((each) => field in each)

/** What a payload may use only if the client has announced it: where it is announced, of what, and what uses it. */
type Privilege = readonly [
  announcedAt: string,
  methods: RegExp,
  isUsed: (payload: unknown, announced: unknown) => boolean,
]

/** Any use at all, where nothing is announced. */
const unless = (field: string) => (payload: unknown, announced: unknown) => !announced && uses(payload, field)
/** Values that are not among those announced, or not among the first ones of the protocol where none are. */
const beyond =
  (path: string, first: readonly unknown[]) =>
  (payload: unknown, announced: unknown): boolean =>
    all(payload, path).some((value) => !((announced as unknown[]) ?? first).includes(value))
const asked = (_: unknown, announced: unknown): boolean => !announced
const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1)

const edits = /^textDocument\/(?:codeAction|rename)$/
const diagnostics = /^textDocument\/(?:publishDiagnostics|codeAction)$/

const privileges: readonly Privilege[] = [
  ['general.positionEncodings', /^initialize$/, beyond('capabilities.positionEncoding', [])],
  ['textDocument.diagnostic', /^initialize$/, unless('diagnosticProvider')],
  ['textDocument.documentSymbol.labelSupport', /^initialize$/, unless('label')],
  ['textDocument.rename.prepareSupport', /^initialize$/, unless('prepareProvider')],
  ['textDocument.codeAction.codeActionLiteralSupport', /^initialize$/, unless('codeActionProvider')],
  ['workspace.configuration', /^workspace\/configuration$/, asked],
  ['workspace.applyEdit', /^workspace\/applyEdit$/, asked],
  ['workspace.workspaceFolders', /^workspace\/workspaceFolders$/, asked],
  ['workspace.diagnostics.refreshSupport', /^workspace\/diagnostic\/refresh$/, asked],
  ['workspace.inlayHint.refreshSupport', /^workspace\/inlayHint\/refresh$/, asked],
  ['workspace.semanticTokens.refreshSupport', /^workspace\/semanticTokens\/refresh$/, asked],
  ['workspace.codeLens.refreshSupport', /^workspace\/codeLens\/refresh$/, asked],
  ['workspace.foldingRange.refreshSupport', /^workspace\/foldingRange\/refresh$/, asked],
  ['window.workDoneProgress', /^(?:window\/workDoneProgress\/create|\$\/progress)$/, asked],
  ['window.showDocument.support', /^window\/showDocument$/, asked],
  ['textDocument.documentSymbol.hierarchicalDocumentSymbolSupport', /documentSymbol$/, unless('selectionRange')],
  ['textDocument.documentSymbol.symbolKind.valueSet', /documentSymbol$/, kindsBeyond(18)],
  ['workspace.symbol.symbolKind.valueSet', /^workspace\/symbol$/, kindsBeyond(18)],
  ['textDocument.documentSymbol.tagSupport', /documentSymbol$/, unless('tags')],
  ['textDocument.hover.contentFormat', /hover$/, beyond('contents.kind', ['plaintext'])],
  ['textDocument.completion.completionItem.labelDetailsSupport', /completion$/, unless('labelDetails')],
  ['textDocument.completion.completionItem.insertReplaceSupport', /completion$/, unless('insert')],
  ['textDocument.completion.completionItem.tagSupport', /completion$/, unless('tags')],
  ['textDocument.completion.completionItem.preselectSupport', /completion$/, unless('preselect')],
  ['textDocument.completion.completionItem.commitCharactersSupport', /completion$/, unless('commitCharacters')],
  ['textDocument.completion.completionList.itemDefaults', /completion$/, unless('itemDefaults')],
  ['textDocument.completion.completionItemKind.valueSet', /completion$/, beyond('items.kind', upTo(18))],
  [
    'textDocument.completion.completionItem.snippetSupport',
    /completion$/,
    (payload, announced) => !announced && all(payload, 'items.insertTextFormat').includes(2),
  ],
  ['textDocument.codeAction.codeActionLiteralSupport', /codeAction$/, unless('title')],
  ['textDocument.codeAction.isPreferredSupport', /codeAction$/, unless('isPreferred')],
  ['textDocument.codeAction.disabledSupport', /codeAction$/, unless('disabled')],
  ['textDocument.codeAction.dataSupport', /codeAction$/, unless('data')],
  ['textDocument.codeAction.tagSupport', /codeAction$/, unless('tags')],
  ['workspace.workspaceEdit.changeAnnotationSupport', edits, unless('annotationId')],
  ['workspace.workspaceEdit.changeAnnotationSupport', edits, unless('changeAnnotations')],
  ['workspace.workspaceEdit.snippetEditSupport', edits, unless('snippet')],
  [
    'workspace.workspaceEdit',
    edits,
    (payload, announced) => {
      const { documentChanges, resourceOperations } = (announced ?? {}) as Record<string, unknown>
      return !documentChanges && !resourceOperations && uses(payload, 'documentChanges')
    },
  ],
  [
    'workspace.workspaceEdit.resourceOperations',
    edits,
    (payload, announced) =>
      [...all(payload, 'edit.documentChanges'), ...all(payload, 'documentChanges')]
        .flatMap((change) => all(change, 'kind'))
        .some((kind) => !((announced as unknown[]) ?? []).includes(kind)),
  ],
  ['textDocument.publishDiagnostics.relatedInformation', diagnostics, unless('relatedInformation')],
  ['textDocument.publishDiagnostics.codeDescriptionSupport', diagnostics, unless('codeDescription')],
  ['textDocument.publishDiagnostics.tagSupport', /publishDiagnostics$/, unless('tags')],
  ['textDocument.publishDiagnostics.dataSupport', /publishDiagnostics$/, unless('data')],
  ['textDocument.diagnostic.relatedInformation', /\/diagnostic$/, unless('relatedInformation')],
  ['textDocument.diagnostic.codeDescriptionSupport', /\/diagnostic$/, unless('codeDescription')],
  ['textDocument.diagnostic.relatedDocumentSupport', /\/diagnostic$/, unless('relatedDocuments')],
  [
    'textDocument.diagnostic.markupMessageSupport',
    /\/diagnostic$/,
    (payload, announced) => !announced && all(payload, 'items.message').some((message) => typeof message !== 'string'),
  ],
  ['textDocument.definition.linkSupport', /definition$/, unless('targetUri')],
  ['textDocument.documentLink.tooltipSupport', /documentLink$/, unless('tooltip')],
  [
    'workspace.symbol.resolveSupport',
    /^workspace\/symbol$/,
    (payload, announced) => !announced && all(payload, 'location').some((location) => !uses(location, 'range')),
  ],
  ['textDocument.foldingRange.foldingRange.collapsedText', /foldingRange$/, unless('collapsedText')],
  [
    'textDocument.foldingRange.lineFoldingOnly',
    /foldingRange$/,
    (payload, announced) => announced === true && uses(payload, 'startCharacter'),
  ],
  // Our own client says by initializationOptions what it can do; none of these has said anything.
  [
    'nothing',
    /^textDocument\/(?:codeLens|codeAction|completion|inlayHint)$/,
    (payload) =>
      all(payload, 'command').some(
        (command) => typeof command !== 'object' || all(command, 'command').some((name) => name !== ''),
      ),
  ],
]

function kindsBeyond(last: number): Privilege[2] {
  return (payload, announced) =>
    [...objects(payload)].some(
      ({ kind }) => typeof kind === 'number' && !((announced as unknown[]) ?? upTo(last)).includes(kind),
    )
}

/** Whether a request may be registered for while it runs. */
const registrable: Readonly<Record<string, string>> = {
  'workspace/didChangeWatchedFiles': 'workspace.didChangeWatchedFiles.dynamicRegistration',
}

/** What a payload uses though the client has not announced it, where it would have: empty where there is no such. */
export function unannounced(client: ClientCapabilities, method: string, payload: unknown): readonly string[] {
  const announced = (path: string) => all(client, path)
  const value = (path: string): unknown =>
    path.split('.').reduce<unknown>((of, name) => (of as Record<string, unknown> | undefined)?.[name], client)
  const registered = method === 'client/registerCapability' ? all(payload, 'registrations.method') : []
  return [
    ...privileges
      .filter(([path, methods, isUsed]) => methods.test(method) && isUsed(payload, value(path)))
      .map(([path]) => `uses ${path}, which is not announced`),
    ...registered
      .filter((each) => !announced(registrable[String(each)] ?? 'nothing').includes(true))
      .map((each) => `registers ${each}`),
  ]
}
