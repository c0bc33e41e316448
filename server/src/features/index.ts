import { acceptFinding, checkDocument, checkReport } from './check.ts'
import { codeAction } from './code-action.ts'
import { codeLens } from './code-lens.ts'
import { completion } from './completion.ts'
import { definition } from './definition.ts'
import { documentHighlight } from './document-highlight.ts'
import { documentLink } from './document-link.ts'
import { documentSymbol } from './document-symbol.ts'
import type { Feature, WorkspaceFeature } from './feature.ts'
import { folding } from './folding.ts'
import { hover } from './hover.ts'
import { inlayHint } from './inlay-hint.ts'
import { onType } from './on-type.ts'
import { ownedItems, ownerGroups, ownerList } from './owner-view.ts'
import { profileOf } from './profile.ts'
import { references } from './references.ts'
import { prepareRename, rename } from './rename.ts'
import { selectionRange } from './selection-range.ts'
import { semanticTokens, semanticTokensRange } from './semantic-tokens.ts'
import { convert, levelForms, renumber, structure } from './structure.ts'
import { workspaceSymbol } from './workspace-symbol.ts'

/** Every feature: all that the server walks for its capabilities and handlers. */
export const features: readonly Feature[] = [
  documentSymbol,
  folding,
  selectionRange,
  hover,
  definition,
  references,
  documentHighlight,
  documentLink,
  prepareRename,
  rename,
  completion,
  semanticTokens,
  semanticTokensRange,
  inlayHint,
  onType,
  structure,
  renumber,
  convert,
  levelForms,
  codeLens,
  codeAction,
  checkDocument,
  checkReport,
  acceptFinding,
  profileOf,
]

/** Every feature of the whole workspace. */
export const workspaceFeatures: readonly WorkspaceFeature[] = [workspaceSymbol, ownerGroups, ownedItems, ownerList]
