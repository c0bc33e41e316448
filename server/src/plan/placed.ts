import type { Part } from './item.ts'
import type { Line } from './line.ts'
import type { Tag } from './tag.ts'

/** A tag and the line it stands in. */
export type Placed = { readonly line: Line; readonly tag: Tag }

const cache = new WeakMap<Part, readonly Placed[]>()

/** The tags of a part's own lines, in their order. */
export function tagsOf(part: Part): readonly Placed[] {
  let known = cache.get(part)
  if (!known) {
    known = read(part)
    cache.set(part, known)
  }
  return known
}

function read({ lines }: Part): readonly Placed[] {
  let found: Placed[] | undefined
  for (const line of lines) {
    if (line.tags.length === 0) continue
    found ??= []
    for (const tag of line.tags) found.push({ line, tag })
  }
  return found ?? none
}

const none: readonly Placed[] = []
