import { type Draft, put } from './line.ts'
import { isHidden } from './styles.ts'
import { child, type Element, isElement } from './xml.ts'

/** What was met on the way that is not of the paragraph's own lines. */
export type Met = {
  /** Text boxes, each with the run that it hangs on. */
  readonly boxes: { readonly content: Element; readonly anchor: Element }[]
  /** Marks of foot- and endnotes, by kind and id. */
  readonly notes: Map<string, Element>
  /** The fields that are open: of a field its result is text, its code is not. It may span paragraphs. */
  readonly fields: ('code' | 'result')[]
}

export type Way = {
  /** What a tab is where it stands: between columns, in a cell, in the contents. */
  readonly tab: string
  readonly met: Met
}

/** What is not text, or was taken out by a tracked change. */
const skipped = new Set([
  'pPr',
  'rPr',
  'sdtPr',
  'sdtEndPr',
  'tblPr',
  'trPr',
  'tcPr',
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'delInstrText',
  'sym',
  'rt',
  'annotationRef',
  'pgNum',
])
/** What holds pictures and the text boxes in them. */
const drawings = new Set(['drawing', 'pict', 'object'])
/** What a sign in a run is. */
const signs: Readonly<Record<string, string>> = { noBreakHyphen: '-', softHyphen: '', cr: '\n' }
/** A number typed by hand: a tab behind it is room, as before the first word. */
const typed = /^[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4})[）)、.．]?$/

/** The lines of a paragraph as they are printed, tracked changes accepted. */
export function linesIn(paragraph: Element, way: Way, anchor?: Element): Draft[] {
  const fresh = (): Draft => ({ text: '', pieces: [], paragraph, anchor })
  const lines = [fresh()]
  const { met } = way

  const last = (): Draft => lines.at(-1) as Draft
  const isShown = (): boolean => met.fields.every((state) => state === 'result')

  const say = (text: string, outer: Element, holder?: Element): void => {
    if (!isShown()) return
    if (text === '\n') lines.push(fresh())
    else put(last(), text, outer, holder && { holder, skipped: 0 })
  }

  const inRun = (run: Element, outer: Element, isWhole: boolean): void => {
    for (const each of run.children) {
      if (!isElement(each)) continue
      const { name, attributes } = each
      const holder = isWhole ? undefined : each
      if (name === 't') sayText(each, outer, isWhole)
      else if (name === 'tab' || name === 'ptab') {
        const { text } = last()
        const isRoom = text.trim() === '' || typed.test(text.trim())
        if (!isRoom) say(way.tab, outer, holder)
      } else if (name === 'br') {
        if (attributes['type'] === undefined || attributes['type'] === 'textWrapping') say('\n', outer)
      } else if (name === 'fldChar') turn(attributes['fldCharType'])
      else if (name === 'footnoteReference' || name === 'endnoteReference')
        met.notes.set(`${name.slice(0, -9)} ${attributes['id']}`, outer)
      else if (drawings.has(name) || name === 'AlternateContent') boxesIn(each, outer)
      else if (name in signs) say(signs[name] ?? '', outer, holder)
      else if (name === 'ruby' || name === 'rubyBase' || name === 'r') inRun(each, outer, true)
    }
  }

  const sayText = (holder: Element, outer: Element, isWhole: boolean): void => {
    const keeps = holder.attributes['space'] === 'preserve'
    for (const node of holder.children) {
      if (isElement(node) || !isShown()) continue
      const flat = node.text.replace(/[\n\r\t]/g, ' ')
      const text = keeps ? flat : flat.replace(/^ +|(?<! ) +$/g, '')
      const skipped = keeps ? 0 : flat.length - flat.replace(/^ +/, '').length
      put(last(), text, outer, isWhole ? undefined : { holder, node, skipped })
    }
  }

  const turn = (type: string | undefined): void => {
    if (type === 'begin') met.fields.push('code')
    else if (type === 'separate' && met.fields.length > 0) met.fields[met.fields.length - 1] = 'result'
    else if (type === 'end') met.fields.pop()
  }

  const boxesIn = (element: Element, outer: Element): void => {
    for (const each of chosen(element).children) {
      if (!isElement(each)) continue
      if (each.name === 'txbxContent') met.boxes.push({ content: each, anchor: outer })
      else boxesIn(each, outer)
    }
  }

  const walk = (element: Element, whole: Element | undefined): void => {
    for (const each of chosen(element).children) {
      if (!isElement(each) || skipped.has(each.name)) continue
      if (each.name === 'r') {
        if (!isHidden(each)) inRun(each, whole ?? each, whole !== undefined)
      } else walk(each, whole ?? (each.name === 'oMath' || each.name === 'oMathPara' ? each : undefined))
    }
  }

  walk(paragraph, undefined)
  return lines
}

/** Of what is written twice, for newer and for older programs, the newer. */
export const chosen = (element: Element): Element =>
  element.name === 'AlternateContent' ? (child(element, 'Choice') ?? child(element, 'Fallback') ?? element) : element
