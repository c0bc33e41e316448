import type { Archive } from './archive.ts'
import { chosen, linesIn, type Met } from './content.ts'
import { append, type Draft, prefix, type WordLine } from './line.ts'
import { type Numbering, numberingOf, type Place } from './numbering.ts'
import { related } from './parts.ts'
import { chain, isContents, type Styles, stylesOf, usualStyle } from './styles.ts'
import { child, children, type Element, isElement, valueIn } from './xml.ts'

/** Wrappers of paragraphs and tables, which are as if they were not there. */
const wrappers = new Set([
  'sdt',
  'sdtContent',
  'customXml',
  'ins',
  'moveTo',
  'smartTag',
  'AlternateContent',
  'Choice',
  'Fallback',
])
/** Between a heading of the contents and its page. */
const leader = '……'

/** The lines of a document: its body, then its notes. */
export function linesOf(files: Archive, part: string, body: Element): readonly WordLine[] {
  const styles = stylesOf(related(files, part, 'styles'))
  const numbering = numberingOf(related(files, part, 'numbering'), styles)
  const met: Met = { boxes: [], notes: new Map(), fields: [] }
  const read = reader(styles, numbering, met)
  const lines: Draft[] = []
  read.blocks(body, lines)
  for (const kind of ['footnote', 'endnote'] as const) {
    const notes = children(related(files, part, `${kind}s`), kind).filter(
      ({ attributes }) => attributes['type'] === undefined,
    )
    for (const note of notes) {
      const anchor = met.notes.get(`${kind} ${note.attributes['id']}`)
      // A note whose mark is gone is not printed.
      if (!anchor) continue
      if (!read.hasNotes()) lines.push({ text: '', pieces: [], paragraph: anchor, anchor })
      read.blocks(note, lines, anchor)
    }
  }
  return lines as readonly WordLine[]
}

function reader(styles: Styles, numbering: Numbering, met: Met) {
  const usual = usualStyle(styles)
  let notes = false
  /** The mark of the last paragraph was deleted: the next goes on where it ended. */
  let isJoined = false

  const styleOf = (paragraph: Element): string | undefined => valueIn(child(paragraph, 'pPr', 'pStyle')) ?? usual

  /** The list that a paragraph is of: its own word, or that of its style. */
  const placeOf = (paragraph: Element): Place | undefined => {
    const own = child(paragraph, 'pPr', 'numPr')
    const level = valueIn(child(own, 'ilvl'))
    const list = valueIn(child(own, 'numId'))
    if (list !== undefined) return list === '0' ? undefined : { list, level: Number(level ?? 0) }
    for (const style of chain(styles, styleOf(paragraph))) {
      const numPr = child(style, 'pPr', 'numPr')
      const named = valueIn(child(numPr, 'numId'))
      if (named === undefined) continue
      if (named === '0') return undefined
      const tied = numbering.levelOf(named, style.attributes['styleId'] ?? '')
      return { list: named, level: Number(level ?? tied ?? valueIn(child(numPr, 'ilvl')) ?? 0) }
    }
    return undefined
  }

  const paragraph = (element: Element, lines: Draft[], tab: string, anchor?: Element): void => {
    const drafts = linesIn(element, { tab: isContents(styles, styleOf(element)) ? leader : tab, met }, anchor)
    const [first] = drafts as [Draft]
    const isGone =
      child(element, 'pPr', 'rPr', 'del') !== undefined || child(element, 'pPr', 'rPr', 'moveFrom') !== undefined
    const isEmpty = drafts.length === 1 && first.text === ''
    const before = isJoined ? lines.at(-1) : undefined
    if (!(isGone && isEmpty) && !before?.text) {
      const place = placeOf(element)
      prefix(first, (place && numbering.next(place)) ?? '')
    }
    if (before) {
      append(before, first)
      lines.push(...drafts.slice(1))
    } else lines.push(...drafts)
    isJoined = isGone
    for (const box of met.boxes.splice(0)) blocks(box.content, lines, anchor ?? box.anchor)
  }

  const table = (element: Element, lines: Draft[], anchor?: Element): void => {
    for (const row of rowsIn(element)) {
      const cells = cellsIn(row).map((cell) => {
        const inside: Draft[] = []
        // What goes on below a cell says nothing more.
        if (!isContinued(cell)) blocks(cell, inside, anchor)
        return inside
      })
      const [only] = cells
      // A frame around paragraphs is no table.
      if (cells.length === 1 && only) {
        lines.push(...only)
        continue
      }
      const draft = cells.flat().find(({ text }) => text !== '') ?? cells.flat()[0]
      if (!draft) continue
      const line: Draft = { text: '', pieces: [], paragraph: draft.paragraph, anchor }
      for (const [i, inside] of cells.entries()) {
        if (i > 0) append(line, { text: '\t', pieces: [] })
        for (const [k, part] of inside.filter(({ text }) => text.trim() !== '').entries())
          append(
            line,
            { text: part.text.replaceAll('\t', ' '), pieces: part.pieces },
            k > 0 && !/[，。；：、）]$/.test(line.text) ? ' ' : '',
          )
      }
      lines.push(line)
    }
  }

  const blocks = (container: Element, lines: Draft[], anchor?: Element): void => {
    if (anchor && container.name.endsWith('note')) notes = true
    for (const each of chosen(container).children) {
      if (!isElement(each)) continue
      if (each.name === 'p') paragraph(each, lines, '\t', anchor)
      else if (each.name === 'tbl') table(each, lines, anchor)
      else if (wrappers.has(each.name)) blocks(each, lines, anchor)
    }
  }

  return { blocks, hasNotes: () => notes }
}

const isContinued = (cell: Element): boolean => {
  const merge = child(cell, 'tcPr', 'vMerge')
  return merge !== undefined && valueIn(merge) !== 'restart'
}

/** Rows and cells, whatever wraps them; a row that was taken out by a tracked change is none. */
const rowsIn = (element: Element): readonly Element[] =>
  within(element, 'tr').filter((row) => child(row, 'trPr', 'del') === undefined)
const cellsIn = (row: Element): readonly Element[] => within(row, 'tc')

const within = (element: Element, name: string): readonly Element[] =>
  element.children.flatMap((each) =>
    !isElement(each) ? [] : each.name === name ? [each] : wrappers.has(each.name) ? within(chosen(each), name) : [],
  )
