/**
 * Whether a column stands between an opening mark and its closing one. Asked from left to right only, so that a line is
 * read once for all its columns.
 */
export function within(text: string, open: string, close: string): (at: number) => boolean {
  let next = 0
  let inside = false
  return (at) => {
    for (; next < at; next++) {
      const mark = text.charAt(next)
      if (mark === open) inside = true
      else if (mark === close) inside = false
    }
    return inside
  }
}
