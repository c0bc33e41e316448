import type { RequestType, ServerCapabilities } from 'vscode-languageserver'
import type { Finding } from '../lint/lint.ts'
import type { Plan } from '../plan/plan.ts'
import type { Locale } from '../report/diagnostic.ts'

/** What a feature may look at: one version of one document. */
export type View = {
  readonly uri: string
  readonly version: number
  readonly plan: Plan
  readonly findings: readonly Finding[]
  readonly locale: Locale
  /** Address of the folder of the rules' pages. */
  readonly pages: string | undefined
}

type DocumentParams = { readonly textDocument: { readonly uri: string } }

/** An LSP request answered from one document: the capability that announces it, its type, its answer. */
export type Feature = {
  readonly capabilities: ServerCapabilities
  readonly type: RequestType<DocumentParams, unknown, unknown>
  readonly answer: (view: View, params: DocumentParams) => unknown
}

/** The params and the answer are checked against the request's type here, once; the table then forgets them. */
export function feature<P extends DocumentParams, R>(
  capabilities: ServerCapabilities,
  type: { readonly method: string; readonly _?: [P, R, unknown] } | { readonly method: string },
  answer: (view: View, params: P) => R,
): Feature {
  return { capabilities, type: type as Feature['type'], answer: answer as Feature['answer'] }
}
