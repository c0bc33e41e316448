import { finder } from '../lexicon/match.ts'
import type { Line } from '../plan/line.ts'
import type { Found, Rule } from './rule.ts'

/** Whether a rule judges words: to these families what is in a list of right words is right. */
export const judgesWords = ({ id }: Pick<Rule, 'id'>): boolean => /^(?:typo|wording)\//.test(id)

/**
 * Whether what a finding marks lies inside one of the words. One that goes beyond the word is of more than the word:
 * 全面推进 makes 全面全面推进 no righter. Undefined where there are no words.
 */
export function insideWords(words: readonly string[]): ((found: Found) => boolean) | undefined {
  if (words.length === 0) return undefined
  const find = finder(words.map((wrong) => ({ wrong, conditions: [] })))
  let last: Line | undefined
  // By column, how far the words reach that begin there or before: a line is looked through once for all its findings.
  let reach = new Int32Array()
  return ({ line, ...marked }) => {
    if (line !== last) {
      last = line
      reach = new Int32Array(line.text.length + 1)
      for (const { from, to } of find(line.text)) if (to > (reach[from] as number)) reach[from] = to
      for (let i = 1; i < reach.length; i++) reach[i] = Math.max(reach[i] as number, reach[i - 1] as number)
    }
    const { from, to } = bare(line.text, marked)
    return to <= (reach[from] as number)
  }
}

/** Columns [from, to). */
type Columns = { readonly from: number; readonly to: number }

const stops = '，、。；：！？ 　'
const pairs = ['“”', '‘’', '《》', '（）']

/** The words of some columns without the stops beside them, and without the marks that stand around all of them. */
function bare(text: string, { from, to }: Columns): Columns {
  if (to - from < 2) return { from, to }
  if (stops.includes(text.charAt(from))) return bare(text, { from: from + 1, to })
  if (stops.includes(text.charAt(to - 1))) return bare(text, { from, to: to - 1 })
  const around = text.charAt(from) + text.charAt(to - 1)
  const apart = text.slice(from + 1, to - 1).includes(text.charAt(to - 1))
  return pairs.includes(around) && !apart ? bare(text, { from: from + 1, to: to - 1 }) : { from, to }
}

/** So many characters between two marks are one term. */
const longestTerm = 4

/**
 * The word that one means who says that what is marked is right; what is marked lies inside it. It is what is marked; or
 * all between the marks around it, where that is short; a single character, which would be right everywhere, brings its
 * neighbours. Undefined where it has none.
 */
export function wordAt(text: string, marked: Columns): string | undefined {
  const { from, to } = bare(text, marked)
  const word = text.slice(from, to)
  const before = [
    ...(/(?<![\p{L}\p{N}])[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, from - 2 * longestTerm), from))?.[0] ?? ''),
  ]
  const after = [...(/^[\p{L}\p{N}]*/u.exec(text.slice(to, to + 2 * longestTerm))?.[0] ?? '')]
  const { length } = [...word]
  if (before.length + length + after.length <= longestTerm) return long([...before, word, ...after].join(''))
  return long(length < 2 ? [before.at(-1), word, after[0]].join('') : word)
}

const long = (word: string): string | undefined => (word.length > 1 ? word : undefined)
