import { child, children, type Element, isOn, valueIn } from './xml.ts'

export type Styles = ReadonlyMap<string, Element>

export const stylesOf = (root: Element | undefined): Styles =>
  new Map(children(root, 'style').map((style) => [style.attributes['styleId'] ?? '', style]))

/** The paragraph style that holds where a paragraph names none. */
export const usualStyle = (styles: Styles): string | undefined => {
  for (const [id, { attributes }] of styles)
    if (attributes['type'] === 'paragraph' && /^(?:1|true|on)$/.test(attributes['default'] ?? '')) return id
  return undefined
}

/** A style and those that it is based on, itself first. */
export function* chain(styles: Styles, id: string | undefined): Generator<Element> {
  const seen = new Set<string>()
  for (let at = id; at !== undefined && !seen.has(at); ) {
    seen.add(at)
    const style = styles.get(at)
    if (!style) return
    yield style
    at = valueIn(child(style, 'basedOn'))
  }
}

/** 目录 1, TOC Heading …: the style of a line of the contents. */
export const isContents = (styles: Styles, id: string | undefined): boolean =>
  /^toc \d$/i.test(valueIn(child(styles.get(id ?? ''), 'name')) ?? '')

/** What is hidden is not printed. */
export const isHidden = (run: Element): boolean => isOn(child(run, 'rPr', 'vanish'))
