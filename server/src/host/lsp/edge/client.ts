import type { ClientCapabilities, SemanticTokens, ServerCapabilities } from 'vscode-languageserver'
import { encodingOf, utf16 } from './encoding.ts'
import { announced, lacking } from './lacking.ts'
import { type Rows, type RowText, received, sent, sentTokens } from './positions.ts'

/**
 * What a client can do and how it counts columns. What comes in is turned into ours and what goes out into its own
 * here, and only here: features know one client, which can do everything and counts in UTF-16.
 */
export type Client = {
  readonly capabilities: ClientCapabilities
  /** What the server may announce of what it can do. */
  readonly announced: (all: ServerCapabilities) => ServerCapabilities
  /** What a request says, of a document, in our columns and inside of it. */
  readonly received: <P>(params: P, rows: Rows) => P
  /** A column of its own in a row's text, as ours; undefined where it counts as we do. */
  readonly column: ((text: string, column: number) => number) | undefined
  /** Whether it asks again by itself where it hears that a document has changed since. */
  readonly retries: (method: string) => boolean
  /** What a method answers or tells of a document, as the client takes it; the same object where that is the same. */
  readonly sent: <T>(method: string, answer: T, uri: string) => T
}

/** `textsOf` gives the rows of the document at an address. */
export function clientOf(capabilities: ClientCapabilities, textsOf: (uri: string) => RowText): Client {
  const encoding = encodingOf(capabilities)
  const converts = encoding !== utf16
  const retried = new Set(capabilities.general?.staleRequestSupport?.retryOnContentModified)
  const lacks = lacking.filter(({ has }) => !has(capabilities))
  const insteadOf = remembered((method) => lacks.flatMap(({ instead }) => instead[method] ?? []))

  const inColumns = (method: string, answer: unknown, uri: string): unknown => {
    if (!method.startsWith('textDocument/semanticTokens')) return sent(answer, uri, textsOf, encoding)
    const tokens = answer as SemanticTokens
    return { ...tokens, data: sentTokens(tokens.data, textsOf(uri), encoding) }
  }
  return {
    capabilities,
    announced: (all) => ({
      ...announced(all, capabilities),
      ...(capabilities.general?.positionEncodings && { positionEncoding: encoding.kind }),
    }),
    received: (params, rows) => received(params, rows, encoding),
    retries: (method) => retried.has(method),
    column: converts ? encoding.in : undefined,
    sent: <T>(method: string, answer: T, uri: string): T => {
      if (answer === null) return answer
      const ours: unknown = converts ? inColumns(method, answer, uri) : answer
      return insteadOf(method).reduce((now, instead) => instead(now as never, uri), ours) as T
    },
  }
}

function remembered<T>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const found = known.get(key) ?? find(key)
    known.set(key, found)
    return found
  }
}
