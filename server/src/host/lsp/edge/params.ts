/** Whether a value is what a field must be. */
type Check = (value: unknown) => boolean
/** What an object must have; what else it has is nobody's business. */
type Shape = { readonly [field: string]: Check | Shape }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const text: Check = (value) => typeof value === 'string'
const integer: Check = (value) => Number.isSafeInteger(value)
const place: Check = (value) => integer(value) && (value as number) >= 0
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)
const listOf =
  (each: Check | Shape): Check =>
  (value) =>
    Array.isArray(value) && value.every((one) => fits(one, each))
const maybe =
  (check: Check | Shape): Check =>
  (value) =>
    value === undefined || value === null || fits(value, check)
const either =
  (...shapes: readonly Shape[]): Check =>
  (value) =>
    shapes.some((shape) => fits(value, shape))

const position: Shape = { line: place, character: place }
const range: Shape = { start: position, end: position }
/** An edit cannot be refused, only lost, and with it what everybody else sees: any number is some place. */
const anyPlace: Shape = { line: integer, character: integer }
const edit = either({ range: { start: anyPlace, end: anyPlace }, text }, { range: oneOf(undefined, null), text })

const uri: Shape = { uri: text }
const document: Shape = { textDocument: uri }
const at: Shape = { ...document, position }
const within: Shape = { ...document, range }
const staged: Shape = { ...document, profile: text }

/** What the params of each method must have, for its handler reads it. */
const shapes: Readonly<Record<string, Shape>> = {
  initialize: { capabilities: isObject, workspaceFolders: maybe(listOf(uri)) },
  '$/cancelRequest': { id: (id) => text(id) || integer(id) },
  '$/setTrace': { value: text },
  'textDocument/didOpen': { textDocument: { ...uri, version: integer, text } },
  'textDocument/didChange': { textDocument: { ...uri, version: integer }, contentChanges: listOf(edit) },
  'textDocument/didClose': document,
  'textDocument/didSave': document,
  'textDocument/willSave': document,
  'textDocument/willSaveWaitUntil': document,
  'workspace/didChangeWatchedFiles': { changes: listOf(uri) },
  'textDocument/diagnostic': { ...document, previousResultId: maybe(text) },
  'textDocument/documentSymbol': document,
  'textDocument/foldingRange': document,
  'textDocument/selectionRange': { ...document, positions: listOf(position) },
  'textDocument/hover': at,
  'textDocument/definition': at,
  'textDocument/references': { ...at, context: isObject },
  'textDocument/documentHighlight': at,
  'textDocument/documentLink': document,
  'textDocument/prepareRename': at,
  'textDocument/rename': { ...at, newName: text },
  'textDocument/completion': at,
  'textDocument/semanticTokens/full': document,
  'textDocument/semanticTokens/range': within,
  'textDocument/inlayHint': within,
  'textDocument/onTypeFormatting': { ...at, ch: text },
  'textDocument/codeLens': document,
  'textDocument/codeAction': { ...within, context: { only: maybe(listOf(text)) } },
  'workspace/symbol': { query: text },
  'yaodian/structure': { ...within, operation: text },
  'yaodian/renumber': { ...within, scope: text },
  'yaodian/convert': { ...document, level: maybe({ row: place, form: text }) },
  'yaodian/levelForms': within,
  'yaodian/check': staged,
  'yaodian/checkReport': { ...staged, format: text },
  'yaodian/acceptFinding': { ...staged, version: integer, finding: place },
  'yaodian/profile': document,
  'yaodian/ownerGroups': { scope: text, uri: maybe(text), by: text, filter: maybe(text) },
  'yaodian/ownedItems': { scope: text, uri: maybe(text), by: text, filter: maybe(text), key: text },
  'yaodian/ownerList': { scope: text, uri: maybe(text), format: text },
  'yaodian/wordText': uri,
  'yaodian/wordCopy': { ...uri, profile: text },
  'yaodian/readsLikePlan': { text },
}

function fits(value: unknown, shape: Check | Shape): boolean {
  return typeof shape === 'function' ? shape(value) : isObject(value) && wrongIn(value, shape) === undefined
}

/** The path of the first field that is not what it must be. */
function wrongIn(value: Readonly<Record<string, unknown>>, shape: Shape): string | undefined {
  for (const [field, of] of Object.entries(shape)) {
    const own = value[field]
    if (fits(own, of)) continue
    const inner = typeof of !== 'function' && isObject(own) ? wrongIn(own, of) : undefined
    return inner === undefined ? field : `${field}.${inner}`
  }
  return undefined
}

/** Which field of a method's params is missing or of the wrong type, as a path; undefined where none is. */
export function wrongField(method: string, params: unknown): string | undefined {
  const shape = hasShape(method) ? shapes[method] : undefined
  if (!shape) return undefined
  return isObject(params) ? wrongIn(params, shape) : 'params'
}

/** Of its own: a method may be called toString. */
export const hasShape = (method: string): boolean => Object.hasOwn(shapes, method)
