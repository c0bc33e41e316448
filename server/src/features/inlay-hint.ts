import { type InlayHint, InlayHintKind, type InlayHintParams, InlayHintRequest } from 'vscode-languageserver'
import { pathTo } from '../plan/locate.ts'
import { feature } from './feature.ts'
import { ordinalsOf } from './places.ts'

/** Before an ordinal of a lower level, what it stands in: 二、 › （三） › before 5. */
export const inlayHint = feature<InlayHintParams, InlayHint[]>(
  { inlayHintProvider: true },
  InlayHintRequest.type,
  ({ plan }, { range }) => {
    const hints: InlayHint[] = []
    for (let row = range.start.line; row <= range.end.line && row < plan.lines.length; row++) {
      const line = plan.lines[row]
      if (!line?.ordinal) continue
      const path = pathTo(plan, row)
      const above = ordinalsOf(path.slice(0, -1))
      if (path.at(-1)?.head !== line || above.length === 0) continue
      hints.push({
        position: { line: row, character: line.ordinal.from },
        label: `${above.join(' › ')} ›`,
        kind: InlayHintKind.Type,
        paddingRight: true,
      })
    }
    return hints
  },
)
