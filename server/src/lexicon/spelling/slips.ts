import { alphabetSize, firstCharacter, idTable } from './alphabet.ts'
import { type IdSet, idSet } from './pairs.ts'

/** What a character may have been meant as: numbers of characters, and the kind of slip that each is. */
export type Slips = {
  readonly ids: Uint16Array
  readonly kinds: Uint8Array
  readonly set: IdSet
  /** Those of them that look like it and sound otherwise. */
  readonly shapes: IdSet
}

/** How unlikely (natural logarithm): the same sound, a similar one, a similar look (and more for each step of unlikeness). */
const cost = { sound: 4, alikeSound: 6.5, shape: 6, shapeStep: 0.35 }
/** The kinds of slips, from 1: a sound, a similar one, looks by how unlike they are. */
const kind = { sound: 1, alikeSound: 2, shape: 3 }
const costs = Float64Array.from([
  0,
  cost.sound,
  cost.alikeSound,
  ...Array.from({ length: 16 }, (_, step) => cost.shape + step * cost.shapeStep),
])

/** How unlikely it is that a character was meant as one that it may have been meant as, as a natural logarithm. */
export const costIn = ({ ids, kinds }: Slips, id: number): number => costs[kinds[ids.indexOf(id)] as number] as number

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
 * As the file keeps them. `alphabet`: units of the characters that have numbers. `readable`: units of all characters, in order. `readings`: for each how many readings it has,
 * then their numbers. `alike`: by reading, the number of its class of similar sounds. `likes`: for each how many
 * characters look like it, then 12 bits of number and 4 of unlikeness.
 */
export type KeptSlips = Readonly<Record<'alphabet' | 'readable' | 'readings' | 'alike' | 'likes', Uint16Array>>

/** The slips of a character (a UTF-16 unit), made when they are first asked for: a document asks for a few hundred. */
export function readSlips({ alphabet, readable, readings, alike, likes }: KeptSlips): {
  readonly slips: (code: number) => Slips | undefined
  /** The classes of similar sounds that a character has. */
  readonly readingsOf: (code: number) => Uint16Array
} {
  const places = new Map<number, { readonly reading: number; readonly like: number }>()
  let reading = 0
  let like = 0
  for (const code of readable) {
    places.set(code, { reading, like })
    reading += 1 + (readings[reading] as number)
    like += 1 + (likes[like] as number)
  }
  const readingsOf = (code: number): Uint16Array => {
    const at = places.get(code)?.reading
    return at === undefined ? none : readings.subarray(at + 1, at + 1 + (readings[at] as number))
  }
  const bySound: number[][] = []
  const byAlike: number[][] = []
  for (let i = 0; i < alphabet.length; i++) {
    for (const sound of readingsOf(alphabet[i] as number)) {
      add(bySound, sound, firstCharacter + i)
      add(byAlike, alike[sound] as number, firstCharacter + i)
    }
  }

  const classesOf = (code: number) =>
    Uint16Array.from(new Set(Array.from(readingsOf(code), (sound) => alike[sound] as number)))

  const ids = idTable(alphabet)
  // What is found of one character: a document asks for a thousand of them at its beginning.
  const kinds = new Uint8Array(alphabetSize)
  const isSounding = new Uint8Array(alphabetSize)
  const found = new Uint16Array(alphabetSize)
  const make = (code: number): Slips | undefined => {
    const own = ids[code] as number
    const readings = readingsOf(code)
    let count = 0
    const put = (id: number, kind: number) => {
      if (id === own) return
      const before = kinds[id] as number
      if (before === 0) found[count++] = id
      if (before === 0 || (costs[kind] as number) < (costs[before] as number)) kinds[id] = kind
    }
    for (let k = 0; k < readings.length; k++) {
      const sound = readings[k] as number
      for (const id of bySound[sound] ?? nobody) put(id, kind.sound)
      for (const id of byAlike[alike[sound] as number] ?? nobody) {
        put(id, kind.alikeSound)
        isSounding[id] = 1
      }
    }
    const at = places.get(code)?.like
    if (at !== undefined)
      for (let k = at + 1; k <= at + (likes[at] as number); k++) {
        const like = likes[k] as number
        put(like >> 4, kind.shape + (like & 15))
      }
    if (count === 0) return undefined
    const all = found.slice(0, count)
    const made = { ids: all, kinds: Uint8Array.from(all, (id) => kinds[id] as number), set: idSet(all) }
    const shapes = all.filter((id) => isSounding[id] === 0)
    kinds.fill(0)
    isSounding.fill(0)
    return { ...made, shapes: idSet(shapes) }
  }

  return { slips: remembered(make), readingsOf: remembered(classesOf) }
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
const nobody: readonly number[] = []

function add(to: number[][], key: number, id: number): void {
  const there = to[key]
  if (!there) to[key] = [id]
  else if (there.at(-1) !== id) there.push(id)
}
