import type { Archive } from './archive.ts'
import type { Piece, WordLine } from './line.ts'
import { relationships, relationshipsName, sourceOf } from './parts.ts'
import { child, children, type Element, escaped, isElement, parse } from './xml.ts'

/** Words of a document and what is said of them. Lines and UTF-16 columns from 0 of its text. */
export type Comment = {
  readonly line: number
  readonly from: number
  readonly to: number
  /** May have several lines. */
  readonly text: string
}

/** Who comments, and when. */
export type Author = { readonly name: string; readonly initials: string; readonly date: Date }

/** Something put into a source at a place, or in place of what ends at `to`. */
type Splice = {
  readonly at: number
  readonly to?: number
  readonly text: string
  /** What ends comes before what begins. */
  readonly order: 0 | 1 | 2
  /** However many comments need it. */
  readonly once?: true
}

/** The files of a document with comments in them: the sources have a few words more, and are the same beside them. */
export function withComments(
  files: Archive,
  part: string,
  document: { readonly source: string; readonly root: Element; readonly lines: readonly WordLine[] },
  comments: readonly Comment[],
  author: Author,
): Archive {
  if (comments.length === 0) return files
  const { source, root, lines } = document
  const prefix = root.tag.slice(0, root.tag.length - root.name.length)
  const named = relationships(files, part).find(({ type }) => type === 'comments')?.target
  const commentsPart = named ?? freeName(files, part)
  const there = named === undefined ? undefined : sourceOf(files, named)
  const first = 1 + Math.max(-1, ...idsIn(there))
  const splices: Splice[] = []
  const written: string[] = []
  for (const [i, comment] of comments.entries()) {
    const line = lines[comment.line]
    if (!line) continue
    const id = first + i
    splices.push(...marks(source, line, comment, id, prefix))
    written.push(commentXml(comment.text, id, author))
  }
  const out = new Map(files)
  const encoder = new TextEncoder()
  const write = (name: string, text: string) => out.set(name, encoder.encode(asUtf8(text)))
  write(part, spliced(source, splices))
  write(commentsPart, there === undefined ? newComments(written) : insideLast(there, written.join('')))
  if (named === undefined) {
    const folder = part.replace(/(?<![^/])[^/]*$/, '')
    const rels = relationshipsName(part)
    write(
      rels,
      insideLast(
        sourceOf(files, rels) ?? emptyRelationships,
        relationship(files, rels, commentsPart.slice(folder.length)),
      ),
    )
    const types = '[Content_Types].xml'
    write(
      types,
      insideLast(sourceOf(files, types) ?? '', `<Override PartName="/${commentsPart}" ContentType="${contentType}"/>`),
    )
  }
  return out
}

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
const emptyRelationships =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'

const newComments = (written: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${main}">${written.join('')}</w:comments>`

/** A comment says its own namespace: whatever prefix the part has, it stands for itself. */
const commentXml = (text: string, id: number, { name, initials, date }: Author): string => {
  const paragraphs = text
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
  const when = date.toISOString().replace(/\.\d+/, '')
  return `<w:comment xmlns:w="${main}" w:id="${id}" w:author="${escaped(name)}" w:date="${when}" w:initials="${escaped(initials)}">${paragraphs.join('')}</w:comment>`
}

function idsIn(source: string | undefined): readonly number[] {
  if (source === undefined) return []
  return children(parse(source), 'comment').map(({ attributes }) => Number(attributes['id'] ?? 0) || 0)
}

function freeName(files: Archive, part: string): string {
  const folder = part.replace(/(?<![^/])[^/]*$/, '')
  for (let i = 0; ; i++) {
    const name = `${folder}comments${i === 0 ? '' : i}.xml`
    if (!files.has(name)) return name
  }
}

function relationship(files: Archive, rels: string, target: string): string {
  const source = sourceOf(files, rels) ?? ''
  let id = 'rIdYaodian'
  while (source.includes(`"${id}"`)) id += '1'
  return `<Relationship Id="${id}" Type="${relationType}" Target="${target}"/>`
}

/** A source with something more at the end of its root. */
function insideLast(source: string, text: string): string {
  const { tag, open, close, end } = parse(source)
  if (close === end) return `${source.slice(0, open).replace(/\/\s*>$/, '>')}${text}</${tag}>${source.slice(end)}`
  return source.slice(0, close) + text + source.slice(close)
}

/** What is written again is UTF-8, and says so. */
const asUtf8 = (source: string): string => source.replace(/^(<\?xml[^>]*encoding=)(["'])utf-16\2/i, '$1$2UTF-8$2')

/** The marks of a comment around its words. */
function marks(source: string, line: WordLine, comment: Comment, id: number, w: string): readonly Splice[] {
  const start = `<${w}commentRangeStart ${w}id="${id}"/>`
  const end = `<${w}commentRangeEnd ${w}id="${id}"/><${w}r><${w}commentReference ${w}id="${id}"/></${w}r>`
  if (line.anchor) {
    return [
      { at: line.anchor.start, text: start, order: 1 },
      { at: line.anchor.end, text: end, order: 0 },
    ]
  }
  // Something has to be marked, if only the character beside a place.
  const to = Math.max(comment.to, Math.min(comment.from + 1, line.text.length))
  const from = Math.min(comment.from, Math.max(to - 1, 0))
  const first = line.pieces.find((piece) => piece.to > from) ?? line.pieces.at(-1)
  if (!first) return aroundNothing(source, line.paragraph, start + end)
  const own = paragraphOf(first.outer)
  // A row's words may go over cells: what is marked stays in the first.
  const inside = line.pieces.filter((piece) => piece.from < to && piece.to > from && paragraphOf(piece.outer) === own)
  const last = inside.at(-1) ?? first
  return [
    ...cut(source, first, Math.max(from - first.from, 0), start, 'start'),
    ...cut(source, last, Math.min(to, last.to) - last.from, end, 'end'),
  ]
}

function paragraphOf(element: Element): Element | undefined {
  let at: Element | undefined = element
  while (at && at.name !== 'p') at = at.parent
  return at
}

/** In a paragraph of no words; one that is a single tag is opened for it. */
function aroundNothing(source: string, paragraph: Element, text: string): readonly Splice[] {
  const properties = child(paragraph, 'pPr')
  const { open, close, end, tag } = paragraph
  const inside: Splice = { at: properties?.end ?? open, text, order: 1 }
  if (close < end) return [inside]
  const slash = source.lastIndexOf('/', open - 1)
  return [
    { at: slash, to: open, text: '>', order: 0, once: true },
    inside,
    { at: open, text: `</${tag}>`, order: 2, once: true },
  ]
}

/** Puts a mark `offset` characters into a piece: before or behind its run, or the run is parted there. */
function cut(source: string, piece: Piece, offset: number, mark: string, side: 'start' | 'end'): readonly Splice[] {
  const { outer, inner } = piece
  const length = piece.to - piece.from
  const order = side === 'start' ? 1 : 0
  const before: Splice = { at: outer.start, text: mark, order }
  const behind: Splice = { at: outer.end, text: mark, order }
  // Of an automatic number, which is no text, the first character behind it is marked.
  const at = side === 'end' ? Math.max(offset, 1) : offset
  if (!inner) return [side === 'start' ? before : behind]
  const { holder, node, skipped } = inner
  const content = outer.children.filter((each): each is Element => isElement(each) && each.name !== 'rPr')
  const atStart = at <= 0 && isFirstIn(holder, node)
  const atEnd = at >= length && isLastIn(holder, node)
  if (atStart && content[0] === holder) return [before]
  if (atEnd && content.at(-1) === holder) return [behind]
  const properties = child(outer, 'rPr')
  const parted = `</${outer.tag}>${mark}<${outer.tag}>${properties ? source.slice(properties.start, properties.end) : ''}`
  if (atStart) return [{ at: holder.start, text: parted, order }]
  if (atEnd || !node) return [{ at: holder.end, text: parted, order }]
  const place = rawOffset(source, node.from, node.to, at + skipped)
  return [
    { at: place, text: `</${holder.tag}>${parted}<${holder.tag} xml:space="preserve">`, order },
    ...keeping(source, holder),
  ]
}

/**
 * Parted, a text would lose the blanks at the cut unless it says that it keeps them; then those at its ends, which did not
 * count, have to go.
 */
function keeping(source: string, holder: Element): readonly Splice[] {
  if (holder.attributes['space'] === 'preserve') return []
  const raw = source.slice(holder.open, holder.close)
  const start = raw.length - raw.trimStart().length
  const end = raw.length - raw.trimEnd().length
  return [
    { at: holder.open - 1, text: ' xml:space="preserve"', order: 0, once: true },
    { at: holder.open, to: holder.open + start, text: '', order: 0, once: true },
    { at: holder.close - end, to: holder.close, text: '', order: 0, once: true },
  ]
}

const isFirstIn = (holder: Element, node: unknown): boolean => node === undefined || holder.children[0] === node
const isLastIn = (holder: Element, node: unknown): boolean => node === undefined || holder.children.at(-1) === node

/** Where in a source the nth UTF-16 unit of a text is written: an entity is one, or two. */
function rawOffset(source: string, from: number, to: number, count: number): number {
  let at = from
  for (let left = count; left > 0 && at < to; ) {
    const entity = source[at] === '&' ? /^&(?:#x([0-9a-f]+)|#([0-9]+)|\w+);/i.exec(source.slice(at, at + 16)) : null
    if (entity) {
      const code = entity[1] ? Number.parseInt(entity[1], 16) : Number(entity[2] ?? 0)
      left -= code > 0xffff ? 2 : 1
      at += entity[0].length
    } else {
      at += source.startsWith('\r\n', at) ? 2 : 1
      left--
    }
  }
  return at
}

/** A source with all that is put into it: what ends before what begins, each in the order of the comments. */
function spliced(source: string, splices: readonly Splice[]): string {
  const done = new Set<string>()
  const sorted = splices
    .map((splice, i) => ({ ...splice, i }))
    .filter(({ once, at, text }) => !once || (!done.has(`${at} ${text}`) && done.add(`${at} ${text}`)))
    .sort((a, b) => a.at - b.at || a.order - b.order || a.i - b.i)
  let out = ''
  let at = 0
  for (const splice of sorted) {
    if (splice.at > at) out += source.slice(at, splice.at)
    at = Math.max(at, splice.at)
    out += splice.text
    if (splice.to !== undefined) at = splice.to
  }
  return out + source.slice(at)
}
