import { type Part, walk } from './item.ts'
import type { Line } from './line.ts'
import { ownersOf } from './owned.ts'
import { tagsOf } from './placed.ts'
import type { Unit } from './unit.ts'

/** A unit where it is named, in a tag or in a table's column. */
export type Named = { readonly unit: Unit; readonly line: Line; readonly role: 'lead' | 'support' }

const cache = new WeakMap<Part, readonly Named[]>()

/** Every place where a part names a unit that answers for something, tags first, in the order of their lines. */
export function namedIn(part: Part): readonly Named[] {
  let known = cache.get(part)
  if (!known) {
    known = [...inTags(part), ...inRows(part)]
    cache.set(part, known)
  }
  return known
}

function* inTags(part: Part): Generator<Named> {
  for (const { line, tag } of tagsOf(part)) {
    for (const unit of tag.lead) yield { unit, line, role: 'lead' }
    for (const unit of tag.support) yield { unit, line, role: 'support' }
  }
}

function* inRows(part: Part): Generator<Named> {
  if (!part.lines.some(({ role }) => role === 'row')) return
  for (const item of walk(part)) {
    if (item.kind !== 'row' || !item.head) continue
    const { lead, support } = ownersOf(item)
    for (const unit of lead) yield { unit, line: item.head, role: 'lead' }
    for (const unit of support) yield { unit, line: item.head, role: 'support' }
  }
}
