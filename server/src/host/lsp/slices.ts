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

/** How many questions wait for their turn. */
let asked = 0

/** Behind what stands in the connection's queue, which takes one turn a message. */
const whenRead = (work: () => void): void => soon(() => soon(work))

/** For a question: behind what has come meanwhile. */
export function whenAsked(work: () => void): void {
  asked++
  whenRead(() => {
    asked--
    work()
  })
}

/** For what nobody waits for: behind questions as well, though not for ever where they do not end. */
export function whenIdle(work: () => void, patience = 16): void {
  whenRead(() => (asked > 0 && patience > 0 ? whenIdle(work, patience - 1) : work()))
}

/** A browser has no setImmediate. */
const soon: (work: () => void) => void =
  typeof setImmediate === 'function' ? setImmediate : (work) => setTimeout(work, 0)
