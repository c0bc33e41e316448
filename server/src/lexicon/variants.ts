/** A character that stands where its document elsewhere has another one. Columns are UTF-16 units of the line. */
export type Variant = {
  /** Index of the line. */
  readonly line: number
  readonly at: number
  /** What stands there elsewhere, and how often. */
  readonly usual: string
  readonly times: number
  /** How much of the line's text around it is the same elsewhere. */
  readonly before: number
  readonly after: number
}

/** How much of the text around a character has to be the same: on both sides, or up to a mark on one. */
const around = { sides: 3, alone: 6 }
/** So often a document has to say it otherwise. */
const leastTimes = 3

/**
 * Finds characters that stand once where the document has another one several times: 特权现场 beside 特权现象.
 * `lines`: a document's texts. Linear in their length.
 */
export function variants(lines: readonly string[]): readonly Variant[] {
  const texts = [...new Set(lines)]
  // Most of what stands around a character stands there only once or twice, and need not be remembered by its words.
  const counts = new Uint8Array(1 << hashBits)
  for (const text of texts)
    for (let at = 0; at < text.length; at++)
      forContexts(text, at, (hash) => {
        if ((counts[hash] as number) < 255) counts[hash] = (counts[hash] as number) + 1
      })
  const said = new Map<string, Map<string, Place[]>>()
  texts.forEach((text, i) => {
    for (let at = 0; at < text.length; at++)
      forContexts(text, at, (hash, before, after) => {
        if ((counts[hash] as number) <= leastTimes) return
        const key = `${text.slice(at - before, at)}_${text.slice(at + 1, at + 1 + after)}`
        const tally = said.get(key) ?? new Map<string, Place[]>()
        const char = text.charAt(at)
        tally.set(char, [...(tally.get(char) ?? []), { text: i, at, before, after }])
        said.set(key, tally)
      })
  })
  const found = new Map<string, Variant>()
  for (const tally of said.values()) {
    const [most, ...others] = [...tally].sort((a, b) => b[1].length - a[1].length)
    if (!most || most[1].length < leastTimes) continue
    for (const [, places] of others) {
      const [place] = places
      if (!place || places.length > 1) continue
      const { at, before, after } = place
      const line = lines.indexOf(texts[place.text] as string)
      const times = most[1].length
      const id = `${line}:${at}`
      if ((found.get(id)?.times ?? 0) < times) found.set(id, { line, at, usual: most[0], times, before, after })
    }
  }
  return [...found.values()].sort((a, b) => a.line - b.line || a.at - b.at)
}

type Place = { readonly text: number; readonly at: number; readonly before: number; readonly after: number }

const hashBits = 17

/** What stands around a character: three characters on both sides; six before it and a mark behind; the reverse. */
function forContexts(text: string, at: number, take: (hash: number, before: number, after: number) => void): void {
  const { sides, alone } = around
  const code = (i: number) => text.charCodeAt(i)
  if (!isHan(code(at))) return
  if (hanFrom(text, at - sides, at) && hanFrom(text, at + 1, at + 1 + sides))
    take(hashOf(text, at - sides, at, hashOf(text, at + 1, at + 1 + sides, 0)), sides, sides)
  if (!isHan(code(at + 1)) && hanFrom(text, at - alone, at)) take(hashOf(text, at - alone, at, 1), alone, 0)
  if (!isHan(code(at - 1)) && hanFrom(text, at + 1, at + 1 + alone))
    take(hashOf(text, at + 1, at + 1 + alone, 2), 0, alone)
}

/** Whether all characters of [from, to) are Chinese; not where the text is shorter. */
function hanFrom(text: string, from: number, to: number): boolean {
  if (from < 0 || to > text.length) return false
  for (let i = from; i < to; i++) if (!isHan(text.charCodeAt(i))) return false
  return true
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** A hash of [from, to) on top of another. */
function hashOf(text: string, from: number, to: number, other: number): number {
  let h = other
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x9e3779b1)
  return Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) >>> (32 - hashBits)
}
