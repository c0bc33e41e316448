import {
  type Connection,
  ErrorCodes,
  type RequestHandler,
  type RequestType,
  ResponseError,
} from 'vscode-languageserver'

/**
 * Registers handlers, the mistakes of which are answered by the method and what kind of mistake it was. Editors show
 * that to people and keep it: what the mistake says besides, in which there may be words of the document, is told to
 * `failed` alone.
 */
export const answering =
  (connection: Connection, failed: (method: string, error: unknown) => void) =>
  <P, R, E>(type: RequestType<P, R, E>, handler: RequestHandler<P, R, E>): void => {
    const answer: RequestHandler<P, R, E> = async (params, token) => {
      try {
        return await handler(params, token)
      } catch (error) {
        // It was meant to be said.
        if (error instanceof ResponseError) throw error
        failed(type.method, error)
        throw new ResponseError(ErrorCodes.InternalError, `${type.method} failed: ${kindOf(error)}`)
      }
    }
    connection.onRequest(type, answer)
  }

const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)
