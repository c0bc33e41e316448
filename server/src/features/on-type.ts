import {
  type DocumentOnTypeFormattingParams,
  DocumentOnTypeFormattingRequest,
  type TextEdit,
} from 'vscode-languageserver'
import { enter } from '../edit/enter.ts'
import { change } from '../edit/operation.ts'
import { feature } from './feature.ts'

/** Enter at an item's end begins the next, on an empty one ends the list. */
export const onType = feature<DocumentOnTypeFormattingParams, TextEdit[] | null>(
  { documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' } },
  DocumentOnTypeFormattingRequest.type,
  ({ plan }, { position: { line }, ch }) =>
    ch === '\n' ? ([...(change(plan, enter, { from: line, to: line })?.edits ?? [])] as TextEdit[]) : null,
)
