import type { Message, MessageReader } from 'vscode-languageserver'

type Sent = { readonly method?: string; readonly params?: unknown }

/** What has to be there before a message is read, by its method. */
export type Needs = Readonly<Record<string, ((params: never) => Promise<unknown> | undefined) | undefined>>

/**
 * Messages as a reader gives them, but each only when there is what it needs. Those about the same document keep their
 * order; others pass by.
 */
export function held(reader: MessageReader, needs: Needs): MessageReader {
  const turns = new Map<string, Promise<void>>()
  const { onError, onClose, onPartialMessage } = reader
  return {
    onError,
    onClose,
    onPartialMessage,
    dispose: () => reader.dispose(),
    listen: (callback) =>
      reader.listen((message) => {
        const uri = documentOf(message)
        const { method = '', params } = message as Sent
        const need = needs[method]?.(params as never)
        const before = turns.get(uri)
        if (!need && !before) return callback(message)
        // What could not be had counts as not there.
        const turn = Promise.allSettled([before, need]).then(() => {
          if (turns.get(uri) === turn) turns.delete(uri)
          callback(message)
        })
        if (uri !== '') turns.set(uri, turn)
      }),
  }
}

function documentOf(message: Message): string {
  const { params } = message as { readonly params?: { readonly textDocument?: { readonly uri?: unknown } } }
  const uri = params?.textDocument?.uri
  return typeof uri === 'string' ? uri : ''
}
