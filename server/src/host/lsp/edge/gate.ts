import {
  type ConnectionOptions,
  ErrorCodes,
  LSPErrorCodes,
  type Message,
  type MessageReader,
  MessageType,
  type MessageWriter,
  type RequestMessage,
  type ResponseMessage,
} from 'vscode-languageserver'
import { wrongField } from './params.ts'

type Problem = { readonly code: number; readonly message: string }
type Id = ResponseMessage['id']

/** A way in by which only messages come that are what they should be, when they should come. */
export type Gate = MessageReader & {
  /** Whether the client has asked for the end. */
  readonly isShut: () => boolean
}

/**
 * Stands between a client and the server: who speaks out of turn, or what no handler could read, is told so by the
 * codes of JSON-RPC and LSP and comes no further. Handlers may trust what they are given.
 */
export function gate(reader: MessageReader, writer: MessageWriter): Gate {
  let stage: Stage = 'new'

  const answer = (id: Id, error: Problem) => void writer.write(failure(id, error)).catch(() => {})
  /** Nobody waits for an answer to a notification: the log is where its sender looks. */
  const log = (message: string) => {
    const params = { type: MessageType.Warning, message }
    const told = { jsonrpc: '2.0', method: 'window/logMessage', params }
    void writer.write(told).catch(() => {})
  }
  const enter = (message: unknown): message is Message => {
    const strange = strangeness(message)
    if (strange) {
      answer(idOf(message), strange)
      return false
    }
    const { id, method, params } = message as RequestMessage
    // It answers what the server asked.
    if (method === undefined) return true
    const isRequest = id !== undefined
    const problem = untimely[stage](method, isRequest) ?? unreadable(method, params)
    if (!problem) stage = next.get(method) ?? stage
    else if (isRequest) answer(id, problem)
    else if (stage === 'running') log(`${method}: ${problem.message}`)
    return !problem
  }

  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    listen: (listener) => reader.listen((message) => enter(message) && listener(message)),
    dispose: () => reader.dispose(),
    isShut: () => stage === 'shut',
  }
}

/** From the first message to the last. */
type Stage = 'new' | 'running' | 'shut'

const next: ReadonlyMap<string, Stage> = new Map([
  ['initialize', 'running'],
  ['shutdown', 'shut'],
])

/** What is wrong about a method's being called now. The end is always in time. */
const untimely: Readonly<Record<Stage, (method: string, isRequest: boolean) => Problem | undefined>> = {
  new: (method, isRequest) =>
    method === 'exit' || (method === 'initialize' && isRequest)
      ? undefined
      : { code: ErrorCodes.ServerNotInitialized, message: `${method} before initialize` },
  running: (method) =>
    method === 'initialize' ? { code: ErrorCodes.InvalidRequest, message: 'initialize a second time' } : undefined,
  shut: (method) =>
    method === 'exit' ? undefined : { code: ErrorCodes.InvalidRequest, message: `${method} after shutdown` },
}

function unreadable(method: string, params: unknown): Problem | undefined {
  const field = wrongField(method, params)
  return field === undefined
    ? undefined
    : { code: ErrorCodes.InvalidParams, message: `${field} is missing or of the wrong type` }
}

/** Why something is no message at all. */
function strangeness(message: unknown): Problem | undefined {
  const invalid = (what: string): Problem => ({ code: ErrorCodes.InvalidRequest, message: what })
  if (typeof message !== 'object' || message === null) return invalid('A message is an object')
  // LSP has no batches.
  if (Array.isArray(message)) return invalid('One message at a time')
  const { method, id, params } = message as Partial<RequestMessage>
  if (method === undefined && id === undefined) return invalid('A message has a method or an id')
  if (method !== undefined && typeof method !== 'string') return invalid('The method is a string')
  if (method !== undefined && id !== undefined && !isId(id)) return invalid('The id is a string or an integer')
  const isPlain = params !== undefined && typeof params !== 'object'
  return isPlain ? invalid('The params are an object') : undefined
}

const isId = (id: unknown): id is string | number => typeof id === 'string' || Number.isSafeInteger(id)

function idOf(message: unknown): Id {
  const id = typeof message === 'object' && message !== null ? (message as Partial<RequestMessage>).id : undefined
  return isId(id) ? id : null
}

const failure = (id: Id, error: Problem): ResponseMessage => ({ jsonrpc: '2.0', id, error })

/** Says to a client that what it sent was no message. */
export const unparsed = (writer: MessageWriter, why: string): void =>
  void writer.write(failure(null, { code: ErrorCodes.ParseError, message: why })).catch(() => {})

/** A request that is cancelled before its turn is not done at all; only the first and the last always are. */
export const cancelling: ConnectionOptions = {
  connectionStrategy: {
    cancelUndispatched(message) {
      const { method, id } = message as RequestMessage
      return next.has(method) ? undefined : failure(id, { code: LSPErrorCodes.RequestCancelled, message: 'Cancelled' })
    },
  },
}
