import { type CodeLens, type CodeLensParams, CodeLensRequest } from 'vscode-languageserver'
import { type Assignment, assignments, isOwned } from '../plan/assignment.ts'
import type { Item } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import { parts } from '../plan/plan.ts'
import { rangeOf } from '../report/diagnostic.ts'
import { feature, type View } from './feature.ts'

/** Above a document's title and its sections: how many tasks have who leads, who supports, and nobody. */
export const codeLens = feature<CodeLensParams, CodeLens[]>({ codeLensProvider: {} }, CodeLensRequest.type, (view) => {
  const within = new Map<Item, Assignment[]>()
  for (const each of assignments(view.plan)) {
    const [section] = each.path
    for (const item of each.path.length > 1 && section ? [each.part, section] : [each.part]) {
      const own = within.get(item)
      if (own) own.push(each)
      else within.set(item, [each])
    }
  }
  return parts(view.plan).flatMap((part) => {
    const places: readonly (readonly [Line | undefined, Item])[] = [
      [part.title[0], part],
      ...part.items.filter(({ kind }) => kind !== 'annex').map((section) => [section.head, section] as const),
    ]
    return places.flatMap(([line, item]) => {
      const own = within.get(item)
      return line && own ? [lens(view, line, own)] : []
    })
  })
})

function lens({ plan, uri, locale, owners }: View, line: Line, own: readonly Assignment[]): CodeLens {
  const lead = own.filter((each) => each.lead.length > 0).length
  const support = own.filter((each) => each.support.length > 0).length
  const nobody = own.filter((each) => !isOwned(each)).length
  const title =
    locale === 'zh'
      ? `牵头 ${lead} · 配合 ${support} · 未落实 ${nobody}`
      : `lead ${lead} · support ${support} · nobody ${nobody}`
  const range = rangeOf(plan, { line, from: 0, to: line.text.length })
  // Without a command, a lens only says what it says.
  if (!owners) return { range, command: { title, command: '' } }
  // The client opens its view, at what nobody answers for where there is such.
  return { range, command: { title, command: 'yaodian.showOwners', arguments: [uri, nobody > 0 ? 'unowned' : 'unit'] } }
}
