import type { Item, Part } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import type { Tag } from '../plan/tag.ts'
import type { Unit } from '../plan/unit.ts'

/** A tag's own words with holes where its units and its deadline stand: （牵头单位：|；配合单位：|） is ['（牵头单位：', '；配合单位：', '）']. */
export type TagForm = readonly string[]

const plain: TagForm = ['（责任单位：', '）']

/** The form that most tags of a part have that stand at a paragraph's end. */
export function usualForm({ lines }: Part): TagForm {
  const counts = new Map<string, { readonly form: TagForm; readonly count: number }>()
  for (const line of lines) {
    for (const tag of line.tags) {
      if (tag.place !== 'end') continue
      const form = formOf(line, tag)
      const key = form.join('|')
      counts.set(key, { form, count: (counts.get(key)?.count ?? 0) + 1 })
    }
  }
  return [...counts.values()].reduce((best, each) => (each.count > best.count ? each : best), { form: plain, count: 0 })
    .form
}

function formOf({ text }: Line, tag: Tag): TagForm {
  const holes = [tag.lead, tag.support, tag.leader]
    .flatMap((units) => runs(units, text))
    .concat(tag.deadline ? [tag.deadline] : [])
    .sort((a, b) => a.from - b.from)
  const form: string[] = []
  let at = tag.from
  for (const { from, to } of holes) {
    form.push(text.slice(at, from))
    at = to
  }
  return [...form, text.slice(at, tag.to)]
}

type Run = { readonly from: number; readonly to: number }

/** Units one behind the other with nothing but separators between. */
function runs(units: readonly Unit[], text: string): readonly Run[] {
  const found: { from: number; to: number }[] = []
  for (const { from, to } of units) {
    const last = found.at(-1)
    if (last && /^[、，,；;和及\s]*$/.test(text.slice(last.to, from))) last.to = to
    else found.push({ from, to })
  }
  return found
}

/** Where an item's tag goes: behind its last words. */
export function tagPlace({ head, body }: Item): { readonly line: Line; readonly at: number } | undefined {
  const line = [head, ...body].filter((each): each is Line => each?.role === 'text').at(-1)
  return line && { line, at: line.text.trimEnd().length }
}
