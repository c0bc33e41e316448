import { RequestType, type ServerCapabilities } from 'vscode-languageserver'
import type { Acceptance } from '../lint/accept.ts'
import type { Config } from '../lint/config.ts'
import type { Finding } from '../lint/lint.ts'
import type { Plan } from '../plan/plan.ts'
import type { Locale } from '../report/diagnostic.ts'

/** A document of the workspace: open, or as it is stored. */
export type WorkspaceDocument = { readonly uri: string; readonly plan: Plan; readonly version?: number }

/** A file that has a list; its text where it is one that can be edited, empty where it is not there yet. */
export type ListFile = { readonly uri: string; readonly text: () => string | undefined }

/** Where the lists are that a quick fix adds to; undefined where there is no place for one. */
export type ListPlaces = {
  readonly units: ListFile | undefined
  /** The words of the house. */
  readonly words: ListFile | undefined
  /** The user's own words. */
  readonly userWords: ListFile | undefined
  /** The configuration itself. */
  readonly config: ListFile | undefined
  /** What was accepted. */
  readonly accepted: ListFile | undefined
}

/** What a feature may look at: one version of one document, what holds for it, and what is around it. */
export type View = {
  readonly uri: string
  readonly version: number
  readonly plan: Plan
  /** Those that nobody accepted. */
  readonly findings: readonly Finding[]
  readonly accepted: readonly Acceptance[]
  readonly config: Config
  /** The document's path from the configuration's folder, with slashes; undefined where it is not stored below it. */
  readonly path: string | undefined
  /** Whether the stage is one that an override says, and so not that of the configuration's other documents. */
  readonly isStageOwn: boolean
  readonly lists: ListPlaces
  /** Every plan document of the workspace, this one first. */
  readonly workspace: () => readonly WorkspaceDocument[]
  readonly locale: Locale
  /** Whether the client offers places to fill in what is inserted (its command yaodian.insertSnippet). */
  readonly snippets: boolean
  /** Whether the client saves what a quick fix wrote into a file, so that it counts at once (its command yaodian.save). */
  readonly saves: boolean
  /** Whether the client has a view of owners to show (its command yaodian.showOwners). */
  readonly owners: boolean
  /** Whether the client creates files. */
  readonly creates: boolean
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

/** What a feature of the whole workspace may look at. */
export type Surroundings = {
  /** Every plan document, open or stored; the one named first. */
  readonly workspace: (first?: string) => readonly WorkspaceDocument[]
  readonly view: (uri: string) => View | undefined
  readonly config: (uri: string) => Config
  readonly locale: View['locale']
}

/** A request that is answered from the whole workspace. */
export type WorkspaceFeature = {
  readonly capabilities: ServerCapabilities
  readonly type: RequestType<unknown, unknown, unknown>
  readonly answer: (around: Surroundings, params: unknown) => unknown
}

/** The params and the answer of a request of our own are checked here, once; the table then forgets them. */
export const workspaceFeature = <P, R>(
  method: string,
  answer: (around: Surroundings, params: P) => R,
): WorkspaceFeature => ({
  capabilities: {},
  type: new RequestType<unknown, unknown, unknown>(method),
  answer: answer as WorkspaceFeature['answer'],
})
