import type { Family, Ordinal } from './ordinal.ts'

/** A box (专栏1) that is open while a part is read: its lists are its own, and the text around it counts on after it. */
export type Box = {
  /** How many drafts are open with the box the last of them. */
  readonly depth: number
  /** Whether a number stands in the box still; counted there if so. */
  readonly holds: (ordinal: Ordinal) => boolean
}

const always: ReadonlySet<Family> = new Set(['part', 'chapter', 'section', 'article', 'box'])

/** The box that the last of the open ordinals begins. */
export function boxIn(open: readonly Ordinal[], depth: number): Box {
  const outer = new Map(open.map(({ family, value }) => [family, value + 1]))
  const inner = new Map<Family, number>()
  return {
    depth,
    holds({ family, value }) {
      if (always.has(family)) return false
      const counts = value === 1 || value === inner.get(family)
      const returns = value === outer.get(family) || (outer.has(family) && !inner.has(family))
      if (!counts && (returns || !inner.has(family))) return false
      inner.set(family, value + 1)
      return true
    },
  }
}
