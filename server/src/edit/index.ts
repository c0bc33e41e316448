import { enter } from './enter.ts'
import { insert } from './insert.ts'
import { demote, promote } from './level.ts'
import { move } from './move.ts'
import type { Operation } from './operation.ts'

/** What can be done to the item at the cursor, by the name that clients ask for it with. */
export const operations = {
  moveUp: move(-1),
  moveDown: move(1),
  promote,
  demote,
  insertAbove: insert('above'),
  insertBelow: insert('below'),
  enter,
} as const satisfies Readonly<Record<string, Operation>>

export type OperationName = keyof typeof operations
