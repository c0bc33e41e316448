import { type CodeLens, type CodeLensParams, CodeLensRequest } from 'vscode-languageserver'
import { type Assignment, assignments, isOwned } from '../plan/assignment.ts'
import type { Line } from '../plan/line.ts'
import { parts } from '../plan/plan.ts'
import { rangeOf } from '../report/diagnostic.ts'
import { feature, type View } from './feature.ts'

/** Above a document's title and its sections: how many tasks have who leads, who supports, and nobody. */
export const codeLens = feature<CodeLensParams, CodeLens[]>({ codeLensProvider: {} }, CodeLensRequest.type, (view) => {
  const all = assignments(view.plan)
  const places: (readonly [Line, readonly Assignment[]])[] = []
  for (const part of parts(view.plan)) {
    const own = all.filter((each) => each.part === part)
    const [title] = part.title
    if (title && own.length > 0) places.push([title, own])
    for (const section of part.items) {
      const below = own.filter(({ path }) => path[0] === section && path.length > 1)
      if (section.head && below.length > 0) places.push([section.head, below])
    }
  }
  return places.map(([line, own]) => lens(view, line, own))
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
