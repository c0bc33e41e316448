import { alphabetSize, firstCharacter, idTable, lineEnd, rareCharacter } from './alphabet.ts'
import { type Counts, countIn, readCounts, rowValue, usualnessIn, usualnessOf, writeCounts } from './counts-file.ts'
import { alikeSound } from './slips.ts'

/** What phrases are counted with: words and their frequencies, the readings of characters, and what looks like them. */
export type Sources = {
  readonly dictionary: readonly (readonly [string, number])[]
  readonly sounds: ReadonlyMap<string, readonly string[]>
  /** By character those that look like it, each followed by a digit of unlikeness. */
  readonly shapes: ReadonlyMap<string, string>
}

/** Rarer than this, a character is not known by itself; four characters side by side that stand once tell little. */
const least = { character: 2, quadruple: 2 }

/** Counts what texts say. The bytes are what readPhrases reads. */
export function countPhrases(texts: readonly string[], { dictionary, sounds, shapes }: Sources): Uint8Array {
  const alphabet = charactersOf(texts).slice(0, alphabetSize - firstCharacter)
  const ids = idTable(alphabet)
  const counts = new Counting(ids)
  for (const text of texts) counts.addText(text)
  for (const [word, frequency] of dictionary) counts.addWord(word, frequency)

  const readable = [...sounds.keys()]
  const soundNames = [...new Set([...sounds.values()].flat())]
  const soundIds = new Map(soundNames.map((name, i) => [name, i]))
  const alikeNames = [...new Set(soundNames.map(alikeSound))]
  const listed = (own: readonly number[]) => [own.length, ...own]
  return writeCounts({
    alphabet: Uint16Array.from(alphabet),
    ...counts.parts(),
    readable: Uint16Array.from(readable, (char) => char.charCodeAt(0)),
    readings: Uint16Array.from(
      readable.flatMap((char) => listed((sounds.get(char) ?? []).map((name) => soundIds.get(name) as number))),
    ),
    alike: Uint16Array.from(soundNames, (name) => alikeNames.indexOf(alikeSound(name))),
    likes: Uint16Array.from(
      readable.flatMap((char) =>
        listed(
          [...(shapes.get(char) ?? '').matchAll(/(.)(\d)/gu)]
            .map(([, like = '', digit]) => [ids[like.charCodeAt(0)] as number, Number(digit)] as const)
            .filter(([id]) => id >= firstCharacter)
            .map(([id, digit]) => (id << 4) | digit),
        ),
      ),
    ),
  })
}

/** Adds what more texts say to phrases that were counted before. Throws where those bytes are no such file. */
export function learnPhrases(before: Uint8Array, texts: Iterable<string>): Uint8Array {
  const known = readCounts(before)
  const all = [...texts]
  const old = idTable(known.alphabet)
  const fresh = charactersOf(all).filter((code) => old[code] === rareCharacter)
  const alphabet = [...known.alphabet, ...fresh].slice(0, alphabetSize - firstCharacter)
  const counts = new Counting(idTable(alphabet))
  counts.addParts(known)
  for (const text of all) counts.addText(text)
  return writeCounts({ ...known, alphabet: Uint16Array.from(alphabet), ...counts.parts() })
}

/** The characters of texts as UTF-16 units, the more frequent first. */
function charactersOf(texts: readonly string[]): readonly number[] {
  const found = new Map<string, number>()
  for (const text of texts)
    for (const char of text) if (char >= '\u4e00' && char <= '\u9fff') found.set(char, (found.get(char) ?? 0) + 1)
  return [...found]
    .filter(([, count]) => count >= least.character)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([char]) => char.charCodeAt(0))
}

/** A row of up to four numbers of 12 bits as one number; rows of one length sort as their numbers do. */
const keyOf = (row: readonly number[]): number => row.reduce((key, id) => key * alphabetSize + id, 0)

/** How often rows of one to four characters stand in texts. */
class Counting {
  readonly #ids: Uint16Array
  readonly #single = new Float64Array(alphabetSize)
  readonly #rows = [new Rows(), new Rows(), new Rows()] as const
  readonly #words = new Map<number, number>()

  constructor(ids: Uint16Array) {
    this.#ids = ids
  }

  /** A line that a text says twice counts once: headings and forms would count for more than they say. */
  addText(text: string): void {
    for (const line of new Set(text.split(/\r\n|\n|\r/)))
      if (line.length >= 4) this.#add([lineEnd, ...this.#idsOf(line.trim()), lineEnd], 1)
  }

  /** What no text happens to say is no mistake where a dictionary has it. */
  addWord(word: string, frequency: number): void {
    const row = this.#idsOf(word)
    if (!row.every((id) => id >= firstCharacter)) return
    this.#add(row, 1 + Math.floor(Math.log10(frequency) / 2))
    if (row.length <= 4) this.#words.set(keyOf(row), usualnessOf(frequency))
  }

  /** Takes over what was counted before. */
  addParts(known: Counts): void {
    known.single.forEach((count, id) => {
      this.#single[id] = (this.#single[id] as number) + count
    })
    const levels = [
      [known.seconds, known.second, known.secondValues],
      [known.thirds, known.third, known.thirdValues],
      [known.fourths, known.fourth, known.fourthValues],
    ] as const
    let above: ArrayLike<number> = Float64Array.from({ length: alphabetSize }, (_, id) => id)
    levels.forEach(([sizes, ids, values], level) => {
      const keys = new Float64Array(ids.length)
      let at = 0
      sizes.forEach((size, row) => {
        for (const end = at + size; at < end; at++) {
          const key = (above[row] as number) * alphabetSize + (ids[at] as number)
          const value = values[at] as number
          keys[at] = key
          this.#rows[level]?.add(key, Math.round(countIn(value)))
          if (usualnessIn(value) > 0) this.#words.set(key, usualnessIn(value))
        }
      })
      above = keys
    })
  }

  /** The levels as the file keeps them. Of the longest rows only those seen more than once, and words. */
  parts(): Omit<Counts, 'alphabet' | 'readable' | 'readings' | 'alike' | 'likes'> {
    const [pairs, triples, quadruples] = this.#rows
    const isWord = (key: number) => this.#words.has(key)
    const first = Float64Array.from({ length: alphabetSize }, (_, id) => id)
    const second = this.#level(pairs, first, () => true)
    const third = this.#level(triples, second.keys, () => true)
    const fourth = this.#level(quadruples, third.keys, (key, count) => count >= least.quadruple || isWord(key))
    return {
      single: Uint32Array.from(this.#single),
      seconds: second.sizes,
      second: second.ids,
      secondValues: second.values,
      thirds: third.sizes,
      third: third.ids,
      thirdValues: third.values,
      fourths: fourth.sizes,
      fourth: fourth.ids,
      fourthValues: fourth.values,
    }
  }

  #level(rows: Rows, above: Float64Array, isKept: (key: number, count: number) => boolean) {
    const sizes = new Uint16Array(above.length)
    const keys = rows.sorted().filter((key) => isKept(key, rows.get(key)))
    let parent = 0
    for (const key of keys) {
      const prefix = Math.floor(key / alphabetSize)
      while (above[parent] !== prefix) parent++
      sizes[parent] = (sizes[parent] as number) + 1
    }
    return {
      keys,
      sizes,
      ids: Uint16Array.from(keys, (key) => key % alphabetSize),
      values: Uint8Array.from(keys, (key) => rowValue(rows.get(key), this.#words.get(key) ?? 0)),
    }
  }

  #idsOf(text: string): number[] {
    return Array.from({ length: text.length }, (_, i) => this.#ids[text.charCodeAt(i)] as number)
  }

  #add(row: readonly number[], weight: number): void {
    row.forEach((id, i) => {
      this.#single[id] = (this.#single[id] as number) + weight
      for (let n = 2; n <= 4 && n <= i + 1; n++) this.#rows[n - 2]?.add(keyOf(row.slice(i - n + 1, i + 1)), weight)
    })
  }
}

/** Rows of one length, counted by key: a hash table with open addressing, for a Map of millions takes too much room. */
class Rows {
  #size = 0
  #mask = (1 << 16) - 1
  #keys = new Float64Array(1 << 16).fill(-1)
  #counts = new Uint32Array(1 << 16)

  add(key: number, weight: number): void {
    const at = this.#placeOf(key)
    if (this.#keys[at] === -1) {
      this.#keys[at] = key
      this.#size++
    }
    this.#counts[at] = (this.#counts[at] as number) + weight
    if (this.#size > this.#mask * 0.8) this.#grow()
  }

  get(key: number): number {
    return this.#counts[this.#placeOf(key)] as number
  }

  sorted(): Float64Array {
    return this.#keys.filter((key) => key !== -1).sort()
  }

  #placeOf(key: number): number {
    const h = Math.imul(key % 0x1000000, 0x9e3779b1) ^ Math.imul(Math.floor(key / 0x1000000), 0x85ebca6b)
    const mixed = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
    let at = (mixed ^ (mixed >>> 13)) & this.#mask
    while (this.#keys[at] !== key && this.#keys[at] !== -1) at = (at + 1) & this.#mask
    return at
  }

  #grow(): void {
    const keys = this.#keys
    const counts = this.#counts
    this.#mask = this.#mask * 2 + 1
    this.#keys = new Float64Array(this.#mask + 1).fill(-1)
    this.#counts = new Uint32Array(this.#mask + 1)
    keys.forEach((key, i) => {
      if (key === -1) return
      const at = this.#placeOf(key)
      this.#keys[at] = key
      this.#counts[at] = counts[i] as number
    })
  }
}
