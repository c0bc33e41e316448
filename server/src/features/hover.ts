import { type Hover, type HoverParams, HoverRequest, MarkupKind } from 'vscode-languageserver'
import { type Item, walk } from '../plan/item.ts'
import { pathTo } from '../plan/locate.ts'
import { deadlineOf, ownersOf } from '../plan/owned.ts'
import { rangeOf } from '../report/diagnostic.ts'
import { feature, type View } from './feature.ts'

/** At an ordinal: where it stands, how much is below it, who owns it and by when. */
export const hover = feature<HoverParams, Hover | null>(
  { hoverProvider: true },
  HoverRequest.type,
  (view, { position: { line: row, character } }) => {
    const line = view.plan.lines[row]
    if (!line?.ordinal || character < line.ordinal.from || character > line.ordinal.to) return null
    const path = pathTo(view.plan, row).filter(({ kind }) => kind === 'item')
    const item = path.at(-1)
    if (item?.head !== line) return null
    const { from, to } = line.ordinal
    return {
      contents: { kind: MarkupKind.PlainText, value: describe(view, path, item) },
      range: rangeOf(view.plan, { line, from, to }),
    }
  },
)

function describe({ locale }: View, path: readonly Item[], item: Item): string {
  const zh = locale === 'zh'
  const below = [...walk(item)].filter(({ items, level }) => items.length === 0 && level > item.level).length
  const { lead, support } = ownersOf(item)
  const names = [...lead, ...support].map(({ name }) => name)
  const deadline = deadlineOf(item)?.text
  return [
    path.map(({ head }) => head?.ordinal?.text.trim() ?? '').join(' › '),
    below > 0 ? (zh ? `下有 ${below} 条` : `${below} items below`) : '',
    names.length > 0 ? (zh ? `责任单位：${names.join('、')}` : `Owners: ${names.join(', ')}`) : '',
    deadline ? (zh ? `时限：${deadline}` : `Deadline: ${deadline}`) : '',
  ]
    .filter(Boolean)
    .join('\n')
}
