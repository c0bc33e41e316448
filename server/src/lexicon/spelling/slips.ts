import { alphabetSize, firstCharacter, idTable } from './alphabet.ts'

/** What a character may have been meant as. */
export type Slips = {
  /** By ascending number: each 12 bits of a character's number and 4 of the kind of slip. */
  readonly entries: Uint16Array
  /** The numbers as bits, 32 a word: most that are looked for are not there. */
  readonly set: Int32Array
}

/** The number of the character of an entry. */
export const idIn = (entry: number): number => entry >> 4

/** How unlikely (natural logarithm): the same sound, a similar one, a similar look (and more for each step of unlikeness). */
const cost = { sound: 4, alikeSound: 6.5, shape: 6, shapeStep: 0.35 }
const kindMask = 15
/** The steps of unlikeness that there are, and those of them that are likelier than a similar sound. */
const steps = 10
const likelierSteps = 2
/** The kinds of slips, from 1: the same sound, a similar one; looks by how unlike they are; looks that sound similar, too. */
const kind = { sound: 1, alikeSound: 2, shape: 3, both: 3 + steps }
const shapeCosts = Array.from({ length: steps }, (_, step) => cost.shape + step * cost.shapeStep)
const costs = Float64Array.from([0, cost.sound, cost.alikeSound, ...shapeCosts, ...shapeCosts.slice(0, likelierSteps)])

/** How unlikely a slip is, by its entry or its kind, as a natural logarithm. */
export const costOf = (entry: number): number => costs[entry & kindMask] as number

/** Whether a slip, by its entry or its kind, is a character that looks like what was meant and sounds otherwise. */
export const isShape = (entry: number): boolean => (entry & kindMask) >= kind.shape && (entry & kindMask) < kind.both

/** The kind of slip by which a character stands for another, from 1; 0 where it does not. */
export function kindIn({ entries, set }: Slips, id: number): number {
  if (((set[id >> 5] as number) & (1 << (id & 31))) === 0) return 0
  let low = 0
  let high = entries.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle] as number) >> 4 < id) low = middle + 1
    else high = middle
  }
  return (entries[low] as number) & kindMask
}

/** Sounds that input methods and dialects take for one another: z/zh, c/ch, s/sh, n/ng, l/n, ü/u. */
export const alikeSound = (reading: string): string =>
  reading
    .replace(/^zh/, 'z')
    .replace(/^ch/, 'c')
    .replace(/^sh/, 's')
    .replace(/ng$/, 'n')
    .replace(/^l/, 'n')
    .replace('v', 'u')

/**
 * Sounds and looks as the file of counts keeps them. `readable`: units of all characters, in order. `readings`: for each
 * how many readings it has, then their numbers. `alike`: by reading, the number of its class of similar sounds. `likes`:
 * for each how many characters look like it, then 12 bits of number and 4 of unlikeness.
 */
type Kept = Readonly<Record<'alphabet' | 'readable' | 'readings' | 'alike' | 'likes', Uint16Array>>

/** Slips, one character's behind another's, in the order of `readable`: where each begins, and behind the last where it ends. */
export type KeptSlips = { readonly starts: Uint32Array; readonly entries: Uint16Array }

export function slipsIn({ alphabet, readable, readings, alike, likes }: Kept): KeptSlips {
  const ids = idTable(alphabet)
  const soundsOf = readingsBy({ readable, readings })
  const bySound: number[][] = []
  const byAlike: number[][] = []
  alphabet.forEach((code, i) => {
    for (const sound of soundsOf(code)) {
      add(bySound, sound, firstCharacter + i)
      add(byAlike, alike[sound] as number, firstCharacter + i)
    }
  })
  const starts = new Uint32Array(readable.length + 1)
  const entries: number[] = []
  const kinds = new Uint8Array(alphabetSize)
  const put = (ids: readonly number[], kind: number, found: number[]) => {
    for (const id of ids) {
      if (kinds[id] === 0) found.push(id)
      kinds[id] = kind
    }
  }
  let like = 0
  readable.forEach((code, i) => {
    const found: number[] = []
    for (const sound of soundsOf(code)) put(byAlike[alike[sound] as number] ?? [], kind.alikeSound, found)
    for (const entry of likes.subarray(like + 1, like + 1 + (likes[like] as number))) {
      const [id, step] = [entry >> 4, Math.min(entry & 15, steps - 1)]
      if (kinds[id] === 0) put([id], kind.shape + step, found)
      else if (kinds[id] === kind.alikeSound && step < likelierSteps) kinds[id] = kind.both + step
    }
    for (const sound of soundsOf(code)) put(bySound[sound] ?? [], kind.sound, found)
    like += 1 + (likes[like] as number)
    for (const id of found.sort((a, b) => a - b)) {
      if (id !== ids[code]) entries.push((id << 4) | (kinds[id] as number))
      kinds[id] = 0
    }
    starts[i + 1] = entries.length
  })
  return { starts, entries: Uint16Array.from(entries) }
}

/** The slips of a character, by its UTF-16 unit; none where it has none. */
export function slipsOf(readable: Uint16Array, { starts, entries }: KeptSlips): (code: number) => Slips | undefined {
  const places = placesOf(readable)
  return remembered((code) => {
    const place = places[code] as number
    const own = entries.subarray(starts[place - 1], place === 0 ? 0 : starts[place])
    const set = new Int32Array(alphabetSize >> 5)
    for (let k = 0; k < own.length; k++) {
      const id = idIn(own[k] as number)
      set[id >> 5] = (set[id >> 5] as number) | (1 << (id & 31))
    }
    return own.length === 0 ? undefined : { entries: own, set }
  })
}

/** The classes of similar sounds that a character has, by its UTF-16 unit. */
export function classesBy({
  readable,
  readings,
  alike,
}: Omit<Kept, 'alphabet' | 'likes'>): (code: number) => Uint16Array {
  const soundsOf = readingsBy({ readable, readings })
  return remembered((code) => Uint16Array.from(new Set(Array.from(soundsOf(code), (sound) => alike[sound] as number))))
}

function readingsBy({ readable, readings }: Pick<Kept, 'readable' | 'readings'>): (code: number) => Uint16Array {
  const places = placesOf(readable)
  const starts = new Uint16Array(readable.length)
  for (let i = 0, at = 0; i < readable.length; i++, at += 1 + (readings[at] as number)) starts[i] = at
  return (code) => {
    const place = places[code] as number
    if (place === 0) return none
    const at = starts[place - 1] as number
    return readings.subarray(at + 1, at + 1 + (readings[at] as number))
  }
}

/** By its UTF-16 unit, which of the readable characters one is, from 1; 0 where it is none. */
function placesOf(readable: Uint16Array): Uint16Array {
  const places = new Uint16Array(1 << 16)
  for (let i = 0; i < readable.length; i++) places[readable[i] as number] = i + 1
  return places
}

/** A function of a character (a UTF-16 unit) that is computed once for each. */
function remembered<T>(compute: (code: number) => T): (code: number) => T {
  const places = new Uint16Array(1 << 16)
  const known: T[] = []
  return (code) => {
    const place = places[code] as number
    if (place > 0) return known[place - 1] as T
    const made = compute(code)
    places[code] = known.push(made)
    return made
  }
}

const none = new Uint16Array()

function add(to: number[][], key: number, id: number): void {
  const there = to[key]
  if (!there) to[key] = [id]
  else if (there.at(-1) !== id) there.push(id)
}
