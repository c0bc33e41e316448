import { tally } from './tally.ts'

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

/** A text and what stands around its characters: a hash of it, and the column times three plus which kind it is of. */
export type Contexts = { readonly text: string; readonly hashes: Uint32Array; readonly places: Uint32Array }

/** Three characters on both sides; six before it and a mark behind; the reverse. */
const kinds = [
  { before: around.sides, after: around.sides },
  { before: around.alone, after: 0 },
  { before: 0, after: around.alone },
] as const

/** Reads what stands around each Chinese character of a text. */
export function readContexts(text: string): Contexts {
  const hashes: number[] = []
  const places: number[] = []
  const { sides, alone } = around
  const add = (hash: number, at: number, kind: number) => {
    hashes.push(hash)
    places.push(at * kinds.length + kind)
  }
  // How many Chinese characters stand in a row up to each place.
  let run = 0
  for (let end = 0; end <= text.length; end++) {
    const length = run
    if (isHan(text.charCodeAt(end))) {
      run++
      if (run >= 2 * sides + 1) {
        const at = end - sides
        add(hashOf(text, at - sides, at, hashOf(text, at + 1, end + 1, 0)), at, 0)
      }
      if (run === alone + 1) add(hashOf(text, end - alone + 1, end + 1, 2), end - alone, 2)
    } else {
      run = 0
      if (length > alone) add(hashOf(text, end - 1 - alone, end - 1, 1), end - 1, 1)
    }
  }
  return { text, hashes: Uint32Array.from(hashes), places: Uint32Array.from(places) }
}

/**
 * Finds characters that stand once where the document has another one several times: 特权现场 beside 特权现象.
 * `lines`: a document's texts. Linear in their length.
 */
export function variants(lines: readonly Contexts[]): readonly Variant[] {
  const counts = counted(lines)
  for (const hash of suspects) if ((counts[2 * hash] as number) <= leastTimes) suspects.delete(hash)
  if (suspects.size === 0) return none
  const isLikeSuspect = new Uint8Array(likeBits + 1)
  for (const hash of suspects) isLikeSuspect[hash & likeBits] = 1
  const said = new Map<string, Map<string, Place[]>>()
  const seen = new Set<string>()
  for (let line = 0; line < lines.length; line++) {
    const { text, hashes, places } = lines[line] as Contexts
    // A line that stands twice says it once.
    if (hashes.length === 0 || seen.has(text)) continue
    seen.add(text)
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i] as number
      // What stands around a character most often stands there once or twice, or always around the same.
      if (isLikeSuspect[hash & likeBits] === 0 || !suspects.has(hash)) continue
      const place = places[i] as number
      const at = Math.floor(place / kinds.length)
      const kind = kinds[place % kinds.length] as (typeof kinds)[number]
      const key = `${text.slice(at - kind.before, at)}_${text.slice(at + 1, at + 1 + kind.after)}`
      const tally = said.get(key) ?? new Map<string, Place[]>()
      const char = text.charAt(at)
      const there = tally.get(char)
      if (there) there.push({ line, at, ...kind })
      else tally.set(char, [{ line, at, ...kind }])
      said.set(key, tally)
    }
  }
  const found = new Map<string, Variant>()
  for (const tally of said.values()) {
    const [most, ...others] = [...tally].sort((a, b) => b[1].length - a[1].length)
    if (!most || most[1].length < leastTimes) continue
    for (const [, [place, another]] of others) {
      if (!place || another) continue
      const id = `${place.line}:${place.at}`
      const times = most[1].length
      if ((found.get(id)?.times ?? 0) < times) found.set(id, { ...place, usual: most[0], times })
    }
  }
  return [...found.values()].sort((a, b) => a.line - b.line || a.at - b.at)
}

/**
 * By what stands around them, how many characters do so, and the sum of their marks: as many times the one's as there
 * are, where all are the same.
 */
const counted = tally<Contexts, Uint32Array>(
  (length) => new Uint32Array(length),
  () => 2 << hashBits,
  ({ text, hashes, places }, counts, by) => {
    for (let i = 0; i < hashes.length; i++) {
      const at = 2 * (hashes[i] as number)
      counts[at] = (counts[at] as number) + by
      const mark = marked(text, Math.floor((places[i] as number) / kinds.length))
      counts[at + 1] = (counts[at + 1] as number) + by * mark
      const times = counts[at] as number
      if (times > leastTimes && Math.imul(times, mark) >>> 0 !== counts[at + 1]) suspects.add(hashes[i] as number)
    }
  },
)

/** A number for a character such that a few others do not add up to as many of it. */
function marked(text: string, at: number): number {
  const h = Math.imul(text.charCodeAt(at), 0x9e3779b1)
  return Math.imul(h ^ (h >>> 15), 0x85ebca6b) >>> 0
}

/**
 * What may stand around several characters, and often: found while it is counted, so that of a document much like the last
 * one nobody looks at the rest. Rather too many: those that stand around the same again stay until they stand there seldom.
 */
const suspects = new Set<number>()
/** So many of a hash's bits are looked at first. */
const likeBits = 1023
const none: readonly never[] = []

type Place = Pick<Variant, 'line' | 'at' | 'before' | 'after'>

const hashBits = 17

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** A hash of [from, to) on top of another. */
function hashOf(text: string, from: number, to: number, other: number): number {
  let h = other
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x9e3779b1)
  return Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) >>> (32 - hashBits)
}
