import { type Hover, type HoverParams, HoverRequest, MarkupKind } from 'vscode-languageserver'
import { type Item, walk } from '../plan/item.ts'
import { pathTo } from '../plan/locate.ts'
import { deadlineOf, ownersOf } from '../plan/owned.ts'
import { rangeOf } from '../report/diagnostic.ts'
import { feature, type View } from './feature.ts'
import { describeUnit } from './hover-unit.ts'
import { headAt, linkAt, nameOf, ordinalsOf, stepRange } from './places.ts'
import { unitAt } from './units.ts'

/**
 * At an ordinal or at a reference to it: where it stands, how much is below it, who owns it and by when. At a unit: what
 * it answers for.
 */
export const hover = feature<HoverParams, Hover | null>(
  { hoverProvider: true },
  HoverRequest.type,
  (view, { position }) => {
    const { plan } = view
    const named = unitAt(plan, position)
    if (named) {
      const { line, unit } = named
      const range = rangeOf(plan, { line, from: unit.from, to: unit.to })
      return { contents: { kind: MarkupKind.PlainText, value: describeUnit(view, named) }, range }
    }
    const link = linkAt(plan, position)
    const line = link ? link.target : headAt(plan, position)
    if (!line) return null
    const row = plan.row.get(line) ?? 0
    const path = pathTo(plan, row)
    const item = path.at(-1)
    if (item?.head !== line || item.kind === 'document') return null
    const { from, to } = line.ordinal ?? { from: 0, to: line.text.length }
    const name = link ? `${nameOf(plan, line)}\n` : ''
    return {
      contents: { kind: MarkupKind.PlainText, value: name + describe(view, path, item) },
      range: link ? stepRange(plan, link) : rangeOf(plan, { line, from, to }),
    }
  },
)

function describe({ locale }: View, path: readonly Item[], item: Item): string {
  const zh = locale === 'zh'
  const below = walk(item).filter(({ items, level }) => items.length === 0 && level > item.level).length
  const { lead, support } = ownersOf(item)
  const names = [...lead, ...support].map(({ name }) => name)
  const deadline = deadlineOf(item)?.text
  return [
    ordinalsOf(path).join(' › '),
    below > 0 ? (zh ? `下有 ${below} 条` : `${below} items below`) : '',
    names.length > 0 ? (zh ? `责任单位：${names.join('、')}` : `Owners: ${names.join(', ')}`) : '',
    deadline ? (zh ? `时限：${deadline}` : `Deadline: ${deadline}`) : '',
  ]
    .filter(Boolean)
    .join('\n')
}
