/** A text without its quotation marks and blanks, and the column in it of each character that is left. */
export type Unquoted = { readonly raw: string; readonly text: string; readonly at: () => readonly number[] }

export function readUnquoted(raw: string): Unquoted {
  let text = ''
  let past = 0
  for (let i = 0; i < raw.length; i++) {
    if (!isSkipped(raw.charCodeAt(i))) continue
    text += raw.slice(past, i)
    past = i + 1
  }
  text += raw.slice(past)
  let columns: readonly number[] | undefined
  const at = () => {
    columns ??= columnsOf(raw)
    return columns
  }
  return { raw, text, at }
}

function columnsOf(raw: string): readonly number[] {
  const columns: number[] = []
  for (let i = 0; i < raw.length; i++) if (!isSkipped(raw.charCodeAt(i))) columns.push(i)
  return columns
}

/** Blanks, and the marks “”‘’"'「」『』. */
const isSkipped = (code: number): boolean =>
  code <= 0x20 || code === 0x22 || code === 0x27 || code === 0xa0 || isQuote(code)

const isQuote = (code: number): boolean =>
  (code >= 0x2018 && code <= 0x201d) || code === 0x3000 || (code >= 0x300c && code <= 0x300f)

export const unquoted = (text: string): string => readUnquoted(text).text

/** Where [from, to) of what is left stands in the text as it was, with the other mark of a pair that is half inside. */
export function rawSpan({ raw, at }: Unquoted, from: number, to: number): readonly [number, number] {
  const columns = at()
  const start = columns[from] ?? raw.length
  const end = (columns[to - 1] ?? start - 1) + 1
  let open = 0
  let unopened = false
  for (let i = start; i < end; i++) {
    if (opening.includes(raw.charAt(i))) open++
    else if (closing.includes(raw.charAt(i)) && open > 0) open--
    else if (closing.includes(raw.charAt(i))) unopened = true
  }
  const head = unopened && start > 0 && opening.includes(raw.charAt(start - 1)) ? start - 1 : start
  return [head, open > 0 && end < raw.length && closing.includes(raw.charAt(end)) ? end + 1 : end]
}

const opening = '“‘「『'
const closing = '”’」』'
