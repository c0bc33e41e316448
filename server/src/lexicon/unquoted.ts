/** A text without its quotation marks and blanks, and the column in it of each character that is left. */
export type Unquoted = { readonly raw: string; readonly text: string; readonly at: readonly number[] }

const mark = /[“”‘’"'「」『』\s\u3000]/

export function readUnquoted(raw: string): Unquoted {
  const at: number[] = []
  let text = ''
  for (let i = 0; i < raw.length; i++) {
    const char = raw.charAt(i)
    if (mark.test(char)) continue
    text += char
    at.push(i)
  }
  return { raw, text, at }
}

export const unquoted = (text: string): string => readUnquoted(text).text

/** What stands in the text as it was for [from, to) of what is left, with the mark that closes what is opened in it. */
export function rawSpan({ raw, at }: Unquoted, from: number, to: number): readonly [number, number] {
  const start = at[from] ?? raw.length
  const end = (at[to - 1] ?? start - 1) + 1
  const open = count(raw, '“', start, end) - count(raw, '”', start, end)
  return [start, open > 0 && raw.charAt(end) === '”' ? end + 1 : end]
}

function count(text: string, char: string, from: number, to: number): number {
  let n = 0
  for (let i = from; i < to; i++) if (text.charAt(i) === char) n++
  return n
}
