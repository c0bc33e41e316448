import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionRequest,
} from 'vscode-languageserver'
import { label } from '../plan/heading.ts'
import { type Item, type Part, titleOf } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import { pathTo } from '../plan/locate.ts'
import { stepPhrase } from '../plan/phrase.ts'
import { annexNumber } from '../plan/resolve.ts'
import { completeUnit } from './complete-unit.ts'
import { feature } from './feature.ts'

/** Where a unit is being written, the names of units; behind 第, 附件 or 专栏 the places that there are, as one refers to them. */
export const completion = feature<CompletionParams, CompletionList | null>(
  { completionProvider: { triggerCharacters: ['第', '件', '栏', '：', '、', '（', '〔', '［', '，', '；'] } },
  CompletionRequest.type,
  (view, { position: { line: row, character } }) => {
    const units = completeUnit(view, row, character)
    if (units) return units
    const { plan } = view
    const line = plan.lines[row]
    const begun = line && /(?:第|附件|专栏)[^，。；：、\s]{0,12}$/.exec(line.text.slice(0, character))
    // A line that begins with 第 is a heading that is being written.
    if (!line || !begun || line.text.slice(0, begun.index).trim() === '') return null
    const path = pathTo(plan, row)
    const document = path[0] as Part | undefined
    if (!document) return null
    const range = { start: { line: row, character: begun.index }, end: { line: row, character } }
    const here = new Set(path)
    const places = begun[0].startsWith('第')
      ? sections(path.findLast(isPart) ?? document, here)
      : named(document, begun[0])
    return {
      isIncomplete: false,
      items: places.map(
        ({ text, title }, i): CompletionItem => ({
          label: text,
          labelDetails: { description: title },
          kind: CompletionItemKind.Reference,
          filterText: text,
          sortText: String(i).padStart(5, '0'),
          textEdit: { range, newText: text },
        }),
      ),
    }
  },
)

const isPart = ({ kind }: Item): boolean => kind === 'document' || kind === 'annex'

type Place = { readonly text: string; readonly title: string }

/** Every numbered place of a part; what stands in the same section as the cursor is named from there. */
function sections(part: Item, here: ReadonlySet<Item>): readonly Place[] {
  const near: Place[] = []
  const far: Place[] = []
  const visit = (item: Item, above: string, inside: boolean) => {
    for (const child of item.items) {
      const ordinal = child.kind === 'item' ? child.head?.ordinal : undefined
      const word = ordinal && stepPhrase(ordinal)
      if (!word) continue
      // An article is known by its number alone.
      const text = ordinal.family === 'article' || inside ? word : above + word
      ;(inside ? near : far).push({ text, title: label(child.head as Line) })
      visit(child, ordinal.family === 'article' ? word : above + word, here.has(child))
    }
  }
  visit(part, '', here.has(part))
  return [...near, ...far]
}

/** The annexes of a document, or the boxes in it. */
function named(document: Part, begun: string): readonly Place[] {
  if (begun.startsWith('附件')) {
    const annexes = document.items.flatMap((item) => (item.kind === 'annex' ? [item as Part] : []))
    return annexes.map((annex, i) => ({ text: `附件${annexNumber(annex) ?? i + 1}`, title: titleOf(annex) }))
  }
  const boxes = document.lines.filter(({ ordinal }) => ordinal?.family === 'box')
  return boxes.map((line) => ({ text: `专栏${line.ordinal?.value}`, title: label(line) }))
}
