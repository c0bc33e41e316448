import { Line, textStart } from './line.ts'
import { readHan } from './numerals.ts'

/** A number of an enumeration inside a paragraph: 一是, 二是, 一要. Columns are UTF-16. */
export type RunIn = {
  readonly line: Line
  readonly value: number
  /** The word behind the number: enumerations of different words are apart. */
  readonly word: string
  readonly from: number
  readonly to: number
}

// Behind a mark or at the paragraph's beginning only: 十要素, 同一是非 are no numbers.
const marker = /(?<=^|[：:。；;，,、\s　“（）])(十?[一二三四五六七八九十])(是|要)(?!否|求|点|素|件|以上|非)/g

/** The numbers of a line's enumerations, from left to right. */
export const runIns = Line.once((line): readonly RunIn[] => {
  if (!mayHold(line.text, '是') && !mayHold(line.text, '要')) return none
  const found: RunIn[] = []
  marker.lastIndex = textStart(line)
  for (let match = marker.exec(line.text); match; match = marker.exec(line.text)) {
    const [text, number = '', word = ''] = match
    found.push({ line, value: readHan(number), word, from: match.index, to: match.index + text.length })
  }
  return found
})

const none: readonly RunIn[] = []
const numbers = '一二三四五六七八九十'

/** Whether a number stands before the word anywhere: a cheap look before the pattern. */
function mayHold(text: string, word: string): boolean {
  for (let at = text.indexOf(word, 1); at > 0; at = text.indexOf(word, at + 1)) {
    if (numbers.includes(text.charAt(at - 1))) return true
  }
  return false
}
