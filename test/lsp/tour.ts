import type { ServerCapabilities } from 'vscode-languageserver'
import type { CheckedClient } from './checked-client.ts'

type Position = { readonly line: number; readonly character: number }
type Document = { readonly uri: string; readonly text: string }
type Request = readonly [method: string, params: object]

/** Every place of a document that is asked about: of each row the first, some between, the last and one beyond. */
function* places({ text }: Document): Generator<Position> {
  for (const [line, row] of text.split(/\r\n|\r|\n/).entries()) {
    for (let character = 0; character < row.length; character += 9) yield { line, character }
    yield { line, character: row.length }
    yield { line, character: row.length + 7 }
  }
}

const everywhere = (method: string, more: object = {}) =>
  function* (document: Document): Generator<Request> {
    for (const position of places(document)) yield [method, { ...named(document), position, ...more }]
  }
const once = (method: string, more: object = {}) =>
  function* (document: Document): Generator<Request> {
    yield [method, { ...named(document), ...more }]
  }
const named = ({ uri }: Document) => ({ textDocument: { uri } })
const whole = ({ text }: Document) => {
  const rows = text.split(/\r\n|\r|\n/)
  return { start: { line: 0, character: 0 }, end: { line: rows.length - 1, character: rows.at(-1)?.length ?? 0 } }
}

/** What a client asks that meets a capability, on a document: all that there is, everywhere. */
const tours: { readonly [name in keyof ServerCapabilities]: (document: Document) => Iterable<Request> } = {
  textDocumentSync: () => [],
  positionEncoding: () => [],
  workspace: () => [],
  documentSymbolProvider: once('textDocument/documentSymbol'),
  foldingRangeProvider: once('textDocument/foldingRange'),
  documentLinkProvider: once('textDocument/documentLink'),
  codeLensProvider: once('textDocument/codeLens'),
  diagnosticProvider: once('textDocument/diagnostic'),
  workspaceSymbolProvider: () => [
    ['workspace/symbol', { query: '' }],
    ['workspace/symbol', { query: '一' }],
  ],
  hoverProvider: everywhere('textDocument/hover'),
  definitionProvider: everywhere('textDocument/definition'),
  documentHighlightProvider: everywhere('textDocument/documentHighlight'),
  referencesProvider: everywhere('textDocument/references', { context: { includeDeclaration: true } }),
  completionProvider: everywhere('textDocument/completion', { context: { triggerKind: 1 } }),
  documentOnTypeFormattingProvider: everywhere('textDocument/onTypeFormatting', {
    ch: '\n',
    options: { tabSize: 2, insertSpaces: true },
  }),
  selectionRangeProvider: (document) => [
    ['textDocument/selectionRange', { ...named(document), positions: [...places(document)] }],
  ],
  semanticTokensProvider: (document) => [
    ['textDocument/semanticTokens/full', named(document)],
    ['textDocument/semanticTokens/range', { ...named(document), range: whole(document) }],
  ],
  inlayHintProvider: (document) => [['textDocument/inlayHint', { ...named(document), range: whole(document) }]],
  *renameProvider(document) {
    for (const position of places(document)) yield ['textDocument/prepareRename', { ...named(document), position }]
  },
  *codeActionProvider(document) {
    const context = { diagnostics: [] }
    for (const position of places(document))
      yield ['textDocument/codeAction', { ...named(document), range: { start: position, end: position }, context }]
    for (const only of [['source.fixAll'], ['refactor'], ['quickfix']])
      yield ['textDocument/codeAction', { ...named(document), range: whole(document), context: { ...context, only } }]
  },
}

/**
 * Asks for all that a server announces, on a document, and of long ones each so many requests of a kind only. Answers
 * what it announces that this knows nothing about.
 */
export async function tour(
  client: CheckedClient,
  capabilities: ServerCapabilities,
  document: Document,
  most = Number.POSITIVE_INFINITY,
) {
  const unknown = Object.keys(capabilities).filter((name) => !(name in tours))
  for (const name of Object.keys(capabilities) as (keyof ServerCapabilities)[]) {
    const requests = sample([...(tours[name]?.(document) ?? [])], most)
    await Promise.all(requests.map(([method, params]) => client.ask(method, params)))
  }
  await renameAll(client, capabilities, document, most)
  return unknown
}

/** So many of a list, from all over it. */
function sample<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.ceil(list.length / most) || 1
  return list.filter((_, i) => i % step === 0)
}

/** Where something can be renamed: numbers get another number, units another name. */
async function renameAll(
  client: CheckedClient,
  { renameProvider }: ServerCapabilities,
  document: Document,
  most: number,
) {
  if (!renameProvider) return
  for (const position of sample([...places(document)], most)) {
    const at = { ...named(document), position }
    const ready = await client.ask<{ placeholder: string } | null>('textDocument/prepareRename', at)
    if (!ready) continue
    const newName = /[局委府门]/.test(ready.placeholder) ? '市新局' : '9'
    await client.ask('textDocument/rename', { ...at, newName })
  }
}
