import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver'
import type { View } from '../../features/feature.ts'
import { isSame, wireDiagnostics } from '../../features/wire.ts'
import type { Publisher } from './publisher.ts'
import { type Look, sliceEnd, through, whenIdle } from './slices.ts'

/** For a client that asks for findings when it wants them, and is told only that it is time to ask again. */
export type Puller = Publisher & {
  readonly answer: (params: DocumentDiagnosticParams, token: CancellationToken) => Promise<DocumentDiagnosticReport>
}

/**
 * Answers with what is found in the newest version, in slices like the publisher: who asks for another document, or
 * for completion, does not wait. An unchanged result is answered by its id.
 */
export function puller(refresh: () => void, look: Look): Puller {
  const answered = new Map<string, { readonly id: string; readonly items: readonly Diagnostic[] }>()
  const wired = wireDiagnostics()
  let ids = 0
  let scheduled = false

  const report = (view: View, previous: string | undefined): DocumentDiagnosticReport => {
    const items = wired(view)
    const before = answered.get(view.uri)
    const result = before && isSame(items, before.items) ? before : { id: String(++ids), items }
    answered.set(view.uri, result)
    const resultId = result.id
    return resultId === previous
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items: result.items as Diagnostic[] }
  }

  return {
    async answer({ textDocument: { uri }, previousResultId }, token) {
      const asked = look(uri)?.view.version
      for (;;) {
        await new Promise<void>((then) => whenIdle(then))
        if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled')
        const now = look(uri)
        if (!now) return { kind: DocumentDiagnosticReportKind.Full, items: [] }
        // What would be found is of a text that the client did not ask about.
        if (now.view.version !== asked)
          throw new ResponseError(LSPErrorCodes.ServerCancelled, 'Changed meanwhile', { retriggerRequest: true })
        if (through(now.lint.steps(now.view.plan), sliceEnd())) return report(now.view, previousResultId)
      }
    },
    due(_, unless) {
      // Of what it changed itself the client need not be told.
      if (unless === undefined || scheduled) return
      scheduled = true
      whenIdle(() => {
        scheduled = false
        refresh()
      })
    },
    forget: (uri) => {
      answered.delete(uri)
    },
  }
}
