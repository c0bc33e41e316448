import type { Message } from '../lint/message.ts'
import { type Edit, type Found, replace } from '../lint/rule.ts'

/** So many places of a document are shown one by one; of more the first stands for all, and its fix mends all. */
const few = 3

/** What is the same everywhere in a document is one finding. `many` has the count as {0}, what `args` gives behind it. */
export function* everywhere(
  places: readonly Edit[],
  many: Message,
  args: (place: Edit) => readonly string[] = () => [],
): Generator<Found> {
  const shown = places.length > few ? places.slice(0, 1) : places
  for (const place of shown) {
    const { line, from, to, text } = place
    if (places === shown) {
      yield { line, from, to, args: args(place), fixes: [replace(place, text)] }
      continue
    }
    const count = places.length
    const title = { zh: `${count} 处都改`, en: `Mend all ${count}` }
    const fix = { title, preferred: true as const, edits: places }
    yield { line, from, to, message: many, args: [count, ...args(place)], fixes: [fix] }
  }
}
