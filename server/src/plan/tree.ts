import { type Box, boxIn } from './box.ts'
import { closingOf } from './closing.ts'
import type { Item, Part } from './item.ts'
import { levelsOf } from './levels.ts'
import type { Line } from './line.ts'
import type { Ordinal } from './ordinal.ts'
import type { Aside, Start } from './parts.ts'
import { kept, type Reuse } from './reuse.ts'
import { type Columns, columnsOf, saysSomething } from './table.ts'

type Draft = {
  readonly rank: number
  readonly level: number
  readonly head?: Line
  readonly columns?: Columns
  body?: Line[]
  items?: Item[]
}

/** Below every level: a row holds nothing but itself. */
const rowRank = Number.POSITIVE_INFINITY

const none: readonly never[] = []

/** The documents of a text with their annexes, sections and items. */
export function documents(
  lines: readonly Line[],
  starts: readonly Start[],
  asides: Aside,
  reuse: Reuse,
): readonly Part[] {
  const found: Part[] = []
  let annexes: Part[] = []
  for (let i = starts.length - 1; i >= 0; i--) {
    const { row, kind } = starts[i] as Start
    const end = starts[i + 1]?.row ?? lines.length
    const below = kind === 'annex' ? none : annexes.reverse()
    const made = reuse(kind, lines, row, end, below) ?? part(kind, lines.slice(row, end), below, asides)
    if (kind === 'annex') annexes.push(made)
    else {
      found.push(made)
      annexes = []
    }
  }
  return found.reverse()
}

function part(kind: Part['kind'], lines: readonly Line[], annexes: readonly Part[], asides: Aside): Part {
  const title = titleLines(lines)
  const head = kind === 'annex' ? lines[0] : title[0]
  const levels = levelsOf(lines, asides)
  const closing = closingOf(lines)
  const root: Draft = { rank: -1, level: 0 }
  const stack = [root]
  const finish = (down: number) => {
    while (stack.length > down) {
      const { head: line, level, columns, body = none, items = none } = stack.pop() as Draft
      const above = stack.at(-1) as Draft
      above.items ??= []
      above.items.push(kept(level, line as Line, body, items, columns))
    }
  }
  let box: Box | undefined
  const open = (line: Line, rank: number, columns?: Columns) => {
    let down = stack.length
    while (down > (box?.depth ?? 1) && (stack[down - 1] as Draft).rank >= rank) down--
    finish(down)
    stack.push({ rank, level: stack.length, head: line, ...(columns && { columns }) })
  }
  const leave = () => {
    if (box) finish(box.depth - 1)
    box = undefined
  }
  let table: Columns | null = null
  for (const line of closing.length > 0 ? lines.slice(0, -closing.length) : lines) {
    if (line === head) continue
    const rank = line.ordinal && !asides.has(line) ? levels.get(line.ordinal.family) : undefined
    if (line.role !== 'row') table = null
    else if (table && saysSomething(line)) {
      open(line, rowRank, table)
      continue
    } else table ??= columnsOf(line)
    if (rank === undefined) {
      // What follows a table is not its last row's.
      if (line.role !== 'row' && stack.at(-1)?.columns) finish(stack.length - 1)
      const inside = stack.at(-1) as Draft
      inside.body ??= []
      inside.body.push(line)
      continue
    }
    const ordinal = line.ordinal as Ordinal
    if (box && !box.holds(ordinal)) leave()
    open(line, rank)
    if (ordinal.family === 'box')
      box = boxIn(
        stack.flatMap((draft) => draft.head?.ordinal ?? []),
        stack.length,
      )
  }
  finish(1)
  return {
    kind,
    level: 0,
    ...(head && { head }),
    body: root.body ?? none,
    items: annexes.length > 0 ? [...(root.items ?? none), ...annexes] : (root.items ?? none),
    title,
    closing,
    lines,
    levels,
  }
}

const sentence = /[。；！？]/
// A document number, an addressee and a remark on publication stand where a title may.
const notTitle = /(?:〔[0-9]{4}〕[0-9]+号|[：:])[\s　]*$|^[\s　]*（此件.{2,12}）[\s　]*$/
const titleLimit = 60

/**
 * A title's lines: all down to the first that ends like one (…工作要点), or else the first line where that is short.
 * An annex's label (附件1) is no part of its title.
 */
function titleLines(lines: readonly Line[]): readonly Line[] {
  const first = lines.findIndex(({ role, text }) => role !== 'blank' && role !== 'annex' && !notTitle.test(text))
  const top = lines[first]
  if (!top || top.ordinal || top.text.length > 100) return []
  for (let end = first; end < first + 4; end++) {
    const line = lines[end]
    if (!line || line.role === 'blank' || line.ordinal || sentence.test(line.text)) break
    if (line.role === 'title') return lines.slice(first, end + 1)
  }
  return top.role === 'text' && !sentence.test(top.text) && top.text.trim().length <= titleLimit ? [top] : []
}
