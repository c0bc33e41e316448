import { type Part, titleOf } from './item.ts'

/** The years that a plan is for, first and last: 2024年工作要点, 三年行动计划（2023—2025年）. */
export type Years = { readonly first: number; readonly last: number }

const named = /(?<!〔)(20[0-9]{2})(?:年?[—\-－–~～至到]{1,2}(20[0-9]{2}))?年/

const cache = new WeakMap<Part, Years | null>()

/** The years that a part's title names; undefined where it names none. */
export function yearsOf(part: Part): Years | undefined {
  let known = cache.get(part)
  if (known === undefined) {
    known = read(part)
    cache.set(part, known)
  }
  return known ?? undefined
}

function read(part: Part): Years | null {
  const match = named.exec(titleOf(part).normalize('NFKC'))
  if (!match) return null
  const first = Number(match[1])
  return { first, last: match[2] ? Number(match[2]) : first }
}
