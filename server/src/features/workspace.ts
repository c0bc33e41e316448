import type { RequestType, ServerCapabilities } from 'vscode-languageserver'
import type { Config } from '../lint/config.ts'
import type { View, WorkspaceDocument } from './feature.ts'
import { ownedItems, ownerGroups, ownerList } from './owner-view.ts'
import { workspaceSymbol } from './workspace-symbol.ts'

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

/** Every feature of the whole workspace. */
export const workspaceFeatures: readonly WorkspaceFeature[] = [workspaceSymbol, ownerGroups, ownedItems, ownerList]
