import type { View } from '../../features/feature.ts'
import type { Linter } from '../../lint/lint.ts'

/** A document to lint: its view and its linter; undefined where it is no longer open. */
export type Look = (uri: string) => { readonly view: View; readonly lint: Linter } | undefined

/** How long a piece of work may hold up what else is asked, in ms: less than a frame. */
const slice = 8

/** When a slice that begins now ends. */
export const sliceEnd = (): number => performance.now() + slice

/** Takes steps until there are no more; false where the time was over before. */
export function through(steps: Iterable<void>, until: number): boolean {
  for (const _ of steps) if (performance.now() > until) return false
  return true
}

/** Behind what stands in the connection's queue, which takes one turn a message. */
export const whenIdle = (work: () => void): void => soon(() => soon(work))

/** A browser has no setImmediate. */
const soon: (work: () => void) => void =
  typeof setImmediate === 'function' ? setImmediate : (work) => setTimeout(work, 0)
