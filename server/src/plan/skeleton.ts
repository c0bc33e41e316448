import { Line } from './line.ts'
import { references } from './reference.ts'

const numerals = '〇零○一二三四五六七八九十百千万亿两第'

/**
 * A line's marks, numbers and letters, with · for each run of other Chinese characters, and what it refers to: what
 * numbering, brackets and references are read from. Typing a word leaves it as it is.
 */
export const skeleton = Line.once((line): string => {
  const { text } = line
  let bones = ''
  let inFlesh = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isFlesh = code >= 0x3400 && code <= 0x9fff && !numerals.includes(text.charAt(at))
    if (!isFlesh) bones += text.charAt(at)
    else if (!inFlesh) bones += '·'
    inFlesh = isFlesh
  }
  const refers = references(line)
  return refers.length === 0 ? bones : `${bones}\n${refers.map(({ from, to }) => text.slice(from, to)).join('\n')}`
})

/** The words of a line's tags; all of a row's. */
export function tagged({ text, role, tags }: Line): string {
  if (role === 'row') return text
  return tags.length === 0 ? '' : tags.map(({ from, to, place }) => `${place}${text.slice(from, to)}`).join('\n')
}
