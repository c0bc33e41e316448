import { alphabetSize, firstCharacter, lineEnd, rareCharacter } from './alphabet.ts'
import type { Phrases } from './phrases.ts'
import { idIn } from './slips.ts'

/**
 * How well characters fit all that stands around them, not only their neighbours: 形势 and not 形式 is what one 研判. A
 * log-bilinear model (Mnih and Hinton 2007), learned by `npm run lexicon` from issued documents: each character against
 * those that it may be a slip for.
 */
export type Context = {
  /**
   * How likely a character is at a place of a row, as a natural logarithm, among all that the one written there may have
   * been meant as. `code`: the one written, a UTF-16 unit.
   */
  readonly share: (ids: ArrayLike<number>, at: number, id: number, code: number) => number
  /** How well characters fit a place, up to what is the same for all. Holds until the next place is looked at. */
  readonly fitsAt: (ids: ArrayLike<number>, at: number) => (id: number) => number
}

/** How many characters on each side are looked at. */
export const radius = 8
type Slot = readonly [from: number, to: number]
const offsets = Array.from({ length: 2 * radius + 1 }, (_, i) => i - radius)
/** Characters around a place and pairs of them, by how far off they stand: [from, to], pairs where these differ. */
const slots: readonly Slot[] = [
  ...offsets.filter((at) => at !== 0).map((at): Slot => [at, at]),
  ...offsets.slice(1).flatMap((at): readonly Slot[] => (at === 0 || at === 1 ? [] : [[at - 1, at]])),
  [-1, 1],
]
export const slotCount = slots.length
/** How far off the nearer end of a slot is. */
export const distanceOf = (slot: number): number => Math.min(...(slots[slot] ?? []).map(Math.abs))
const froms = Int8Array.from(slots, ([from]) => from)
const tos = Int8Array.from(slots, ([, to]) => to)

/** Pairs are told apart by hash. */
const pairBits = 14
export const pairRows = 1 << pairBits
const pairOf = (a: number, b: number): number =>
  Math.imul(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b), 0x2c1b3c6d) >>> (32 - pairBits)

/**
 * Writes in `rows` what stands in each slot of a place: the row of a character, or of a pair behind those of all
 * characters; -1 beyond the line's end. `rowOf`: the row of each number. Before the place there has to be a line's end, and behind it.
 */
export function readSlots(
  ids: ArrayLike<number>,
  at: number,
  rowOf: Uint16Array,
  characters: number,
  rows: Int32Array,
) {
  let before = 1
  let after = 1
  while (before < radius && ids[at - before] !== lineEnd) before++
  while (after < radius && ids[at + after] !== lineEnd) after++
  for (let k = 0; k < slotCount; k++) {
    const from = froms[k] as number
    const to = tos[k] as number
    const last = from < -before || to > after ? none : (rowOf[ids[at + to] as number] as number)
    rows[k] = from === to || last === none ? last : characters + pairOf(rowOf[ids[at + from] as number] as number, last)
  }
}

const none = -1

/**
 * As the file keeps it. `alphabet`: UTF-16 units of the characters that have rows, from `firstCharacter` on. `gates`:
 * what each slot makes of a row. `alone`: by row, how likely a character is by itself. `around`: rows of characters and of pairs where
 * they stand around a place; `own`: of the characters themselves.
 */
export type Weights = {
  readonly alphabet: Uint16Array
  readonly gates: Float32Array
  readonly alone: Float32Array
  readonly around: Int8Array
  readonly own: Int8Array
}

const magic = 0x31435459

/** A file of the weights: magic, the length of the alphabet and of a row, then the parts, each from a multiple of 4. Little-endian. */
export function writeContext({ alphabet, gates, alone, around, own }: Weights): Uint8Array {
  const head = Uint32Array.from([magic, alphabet.length, gates.length / slotCount])
  const parts = [head, alphabet, gates, alone, around, own]
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + padded(byteLength), 0))
  let at = 0
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += padded(byteLength)
  }
  return bytes
}

const padded = (length: number): number => Math.ceil(length / 4) * 4

/** Reads the file. Throws where the bytes are no such file. */
export function readWeights(bytes: Uint8Array): Weights {
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const [first, letters = 0, width = 0] = bytes.length < 12 ? [] : new Uint32Array(buffer, byteOffset, 3)
  if (first !== magic) throw new Error('not a file of contexts')
  const characters = firstCharacter + letters
  let at = byteOffset + 12
  const next = (length: number) => {
    const from = at
    at += padded(length)
    return from
  }
  const size =
    12 +
    padded(letters * 2) +
    4 * (slotCount * width + characters) +
    padded((characters + pairRows) * width) +
    padded(characters * width)
  if (bytes.length !== size) throw new Error('a file of contexts that was cut short')
  return {
    alphabet: new Uint16Array(buffer, next(letters * 2), letters),
    gates: new Float32Array(buffer, next(slotCount * width * 4), slotCount * width),
    alone: new Float32Array(buffer, next(characters * 4), characters),
    around: new Int8Array(buffer, next((characters + pairRows) * width), (characters + pairRows) * width),
    own: new Int8Array(buffer, next(characters * width), characters * width),
  }
}

/** The row of each number of phrases. */
export function rowTable(alphabet: Uint16Array, { idOf }: Pick<Phrases, 'idOf'>): Uint16Array {
  const rows = Uint16Array.from({ length: alphabetSize }, (_, id) => (id < firstCharacter ? id : rareCharacter))
  alphabet.forEach((code, i) => {
    const id = idOf(code)
    if (id >= firstCharacter) rows[id] = firstCharacter + i
  })
  return rows
}

/** Reads a file as a context of phrases. */
export function readContext(bytes: Uint8Array, phrases: Pick<Phrases, 'idOf' | 'slips'>): Context {
  const { alphabet, gates, alone, around, own } = readWeights(bytes)
  const width = gates.length / slotCount
  const characters = firstCharacter + alphabet.length
  const rowOf = rowTable(alphabet, phrases)
  const rows = new Int32Array(slotCount)
  const sum = new Float64Array(width)

  const add = (one: number, other: number, share = 1): void => {
    let r = (rows[one] as number) * width
    let g = one * width
    let s = (rows[other] as number) * width
    let h = other * width
    for (let i = 0; i < width; i++, r++, g++, s++, h++)
      sum[i] =
        (sum[i] as number) +
        (around[r] as number) * (gates[g] as number) +
        share * (around[s] as number) * (gates[h] as number)
  }
  const look = (ids: ArrayLike<number>, at: number): void => {
    readSlots(ids, at, rowOf, characters, rows)
    sum.fill(0)
    // Two slots at a time, which halves the steps of the sum.
    let before = none
    for (let k = 0; k < slotCount; k++) {
      if (rows[k] === none) continue
      if (before === none) before = k
      else {
        add(before, k)
        before = none
      }
    }
    if (before !== none) add(before, before, 0)
  }
  const fitOf = (id: number): number => {
    const row = rowOf[id] as number
    // Two sums at a time: each waits for its own last step only.
    let even = alone[row] as number
    let odd = 0
    let o = row * width
    let i = 0
    for (; i + 1 < width; i += 2, o += 2) {
      even += (own[o] as number) * (sum[i] as number)
      odd += (own[o + 1] as number) * (sum[i + 1] as number)
    }
    return i < width ? even + odd + (own[o] as number) * (sum[i] as number) : even + odd
  }
  return {
    share(ids, at, id, code) {
      look(ids, at)
      const written = phrases.idOf(code)
      const mine = fitOf(id)
      let all = id === written ? 1 : 1 + Math.exp(fitOf(written) - mine)
      for (const rival of phrases.slips(code)?.entries ?? noIds)
        if (idIn(rival) !== id) all += Math.exp(fitOf(idIn(rival)) - mine)
      return -Math.log(all)
    },
    fitsAt(ids, at) {
      look(ids, at)
      return fitOf
    },
  }
}

const noIds = new Uint16Array()
