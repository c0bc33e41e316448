import { codeAction } from './code-action.ts'
import { documentSymbol } from './document-symbol.ts'
import type { Feature } from './feature.ts'
import { folding } from './folding.ts'
import { hover } from './hover.ts'
import { selectionRange } from './selection-range.ts'

/** Every feature: all that the server walks for its capabilities and handlers. */
export const features: readonly Feature[] = [documentSymbol, folding, selectionRange, hover, codeAction]
