import { firstCharacter, idTable } from './alphabet.ts'
import { type IdSet, idSet } from './pairs.ts'

/** What a character may have been meant as: numbers of characters, and how unlikely each slip is (natural logarithm). */
export type Slips = {
  readonly ids: Uint16Array
  readonly costs: Float64Array
  readonly set: IdSet
  /** Those of them that look like it and sound otherwise. */
  readonly shapes: IdSet
}

/** How unlikely: the same sound, a similar one, a similar look (and more for each step of unlikeness). */
const cost = { sound: 4, alikeSound: 6.5, shape: 6, shapeStep: 0.35 }

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
  const bySound = new Map<number, number[]>()
  const byAlike = new Map<number, number[]>()
  alphabet.forEach((code, i) => {
    for (const sound of readingsOf(code)) {
      add(bySound, sound, firstCharacter + i)
      add(byAlike, alike[sound] as number, firstCharacter + i)
    }
  })

  const classesOf = (code: number) =>
    Uint16Array.from(new Set(Array.from(readingsOf(code), (sound) => alike[sound] as number)))

  const ids = idTable(alphabet)
  const make = (code: number): Slips | undefined => {
    const own = ids[code] as number
    const found = new Map<number, number>()
    const put = (id: number, price: number) => {
      if (id !== own && price < (found.get(id) ?? Number.POSITIVE_INFINITY)) found.set(id, price)
    }
    for (const sound of readingsOf(code)) {
      for (const id of bySound.get(sound) ?? []) put(id, cost.sound)
      for (const id of byAlike.get(alike[sound] as number) ?? []) put(id, cost.alikeSound)
    }
    const at = places.get(code)?.like
    if (at !== undefined)
      for (const each of likes.subarray(at + 1, at + 1 + (likes[at] as number)))
        put(each >> 4, cost.shape + (each & 15) * cost.shapeStep)
    if (found.size === 0) return undefined
    const sounding = new Set(Array.from(readingsOf(code)).flatMap((sound) => byAlike.get(alike[sound] as number) ?? []))
    return {
      ids: Uint16Array.from(found.keys()),
      costs: Float64Array.from(found.values()),
      set: idSet(found.keys()),
      shapes: idSet([...found.keys()].filter((id) => !sounding.has(id))),
    }
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

function add(to: Map<number, number[]>, key: number, id: number): void {
  const there = to.get(key)
  if (!there) to.set(key, [id])
  else if (there.at(-1) !== id) there.push(id)
}
