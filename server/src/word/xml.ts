import { SaxesParser } from 'saxes'
import { WordError } from './word-error.ts'

/** An element and where it stands in its source, in UTF-16 units: [start, open) is its first tag, [close, end) its last. */
export type Element = {
  /** Without the prefix: w:p and p are p. */
  readonly name: string
  /** As it is written. */
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | Text)[]
  readonly parent: Element | undefined
  readonly start: number
  readonly open: number
  readonly close: number
  readonly end: number
}

/** Text as it is read, and as it is written: `source` may have entities. */
export type Text = { readonly text: string; readonly from: number; readonly to: number }

/** No document has elements deeper in others. */
const deepest = 256

export const isElement = (node: Element | Text): node is Element => 'name' in node

/** Reads XML into a tree that knows where everything stands. Throws WordError where it is not well-formed. */
export function parse(source: string): Element {
  type Open = { -readonly [K in keyof Element]: Element[K] } & { children: (Element | Text)[] }
  const parser = new SaxesParser({ fileName: '' })
  const stack: Open[] = []
  let root: Element | undefined
  let from = 0
  parser.on('error', () => {
    throw new WordError('broken')
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (stack.length >= deepest) throw new WordError('huge')
    const open = parser.position
    const start = source.lastIndexOf('<', open - 1)
    const parent = stack.at(-1)
    const element: Open = {
      name: local(name),
      tag: name,
      attributes: byLocalName(attributes as Record<string, string>),
      children: [],
      parent,
      start,
      open,
      close: open,
      end: open,
    }
    parent?.children.push(element)
    root ??= element
    stack.push(element)
    from = open
  })
  parser.on('closetag', ({ isSelfClosing }) => {
    const element = stack.pop()
    if (!element) return
    element.end = parser.position
    element.close = isSelfClosing ? element.end : source.lastIndexOf('<', parser.position - 1)
    from = element.end
  })
  parser.on('text', (text) => {
    const to = source.indexOf('<', from)
    stack.at(-1)?.children.push({ text, from, to: to < 0 ? source.length : to })
  })
  // What is between text and text: where a text begins is told by what ended last.
  const moved = (): void => {
    from = parser.position
  }
  parser.on('cdata', (text) => {
    const to = parser.position
    stack.at(-1)?.children.push({ text, from: to - 3 - text.length, to: to - 3 })
    moved()
  })
  parser.on('comment', moved)
  parser.on('processinginstruction', moved)
  parser.write(source).close()
  if (!root) throw new WordError('broken')
  return root
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The attributes by their local names; what has no prefix of its own comes second. */
function byLocalName(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) if (!name.startsWith('xmlns')) found[local(name)] ??= value
  return found
}

/** The children that are elements of a name. */
export const children = (element: Element | undefined, name: string): readonly Element[] =>
  element?.children.filter((child): child is Element => isElement(child) && child.name === name) ?? []

/** The first descendant along a path of names: child(p, 'pPr', 'numPr'). */
export const child = (element: Element | undefined, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>(
    (at, name) => at?.children.find((each): each is Element => isElement(each) && each.name === name),
    element,
  )

/** What <w:x w:val="…"/> says. */
export const valueIn = (element: Element | undefined): string | undefined => element?.attributes['val']

/** Whether <w:x/> says that something is so: it does unless it says otherwise. */
export const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !/^(?:0|false|off|none)$/.test(valueIn(element) ?? '')

/** A text for XML: what cannot stand in it at all is a dot. */
export const escaped = (text: string): string =>
  text
    .replace(/(?![\t\n])[\p{Cc}\ufffe\uffff\ud800-\udfff]/gu, '·')
    .replace(/[&<>"]/g, (mark) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[mark]};`)
