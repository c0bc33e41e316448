// Counts what texts say and writes it as the bytes that lexicon/phrases.ts reads.
import {
  alphabetSize,
  firstCharacter,
  idTable,
  lineEnd,
  magic,
  partNames,
  parts,
  rowValue,
  usualnessOf,
} from '../../server/src/lexicon/phrases.ts'
import { alikeSound } from '../../server/src/lexicon/slips.ts'

/** Rarer than this, a character is not counted by itself; four characters side by side that stand once tell little. */
const least = { character: 2, quadruple: 2 }

/**
 * `texts`: issued documents. `dictionary`: words with their frequencies. `sounds`: readings by character. `shapes`: by
 * character, those that look like it, each followed by a digit of unlikeness.
 */
export function count(texts, { dictionary, sounds, shapes }) {
  const alphabet = characters(texts)
  const ids = idTable(alphabet)
  const idsOf = (text) => Array.from({ length: text.length }, (_, i) => ids[text.charCodeAt(i)])
  const rows = [new Rows(20), new Rows(22), new Rows(23)]
  const single = new Float64Array(alphabetSize)
  const add = (row, weight) => {
    row.forEach((id, i) => {
      single[id] += weight
      for (let n = 2; n <= 4 && n <= i + 1; n++) rows[n - 2].add(keyOf(row.slice(i - n + 1, i + 1)), weight)
    })
  }
  for (const text of texts)
    for (const line of new Set(text.split(/\r\n|\n|\r/)))
      if (line.length >= 4) add([lineEnd, ...idsOf(line.trim()), lineEnd], 1)
  const words = new Map()
  for (const [word, frequency] of dictionary) {
    const row = idsOf(word)
    if (!row.every((id) => id >= firstCharacter)) continue
    // What no text happens to say is no mistake where a dictionary has it.
    add(row, 1 + Math.floor(Math.log10(frequency) / 2))
    if (row.length <= 4) words.set(keyOf(row), usualnessOf(frequency))
  }
  const readable = [...sounds.keys()]
  const soundNames = [...new Set([...sounds.values()].flat())]
  const alikeNames = [...new Set(soundNames.map(alikeSound))]
  const values = {
    alphabet: Uint16Array.from(alphabet),
    single: Uint32Array.from(single),
    ...trie(rows, words),
    readable: Uint16Array.from(readable, (char) => char.charCodeAt(0)),
    readings: Uint16Array.from(
      readable.flatMap((char) => {
        const own = sounds.get(char)
        return [own.length, ...own.map((name) => soundNames.indexOf(name))]
      }),
    ),
    alike: Uint16Array.from(soundNames, (name) => alikeNames.indexOf(alikeSound(name))),
    likes: Uint16Array.from(
      readable.flatMap((char) => {
        const own = [...(shapes.get(char) ?? '').matchAll(/(.)(\d)/gu)]
          .map(([, like, digit]) => [ids[like.charCodeAt(0)], Number(digit)])
          .filter(([id]) => id >= firstCharacter)
        return [own.length, ...own.map(([id, digit]) => (id << 4) | digit)]
      }),
    ),
  }
  const said = `${texts.length} documents, ${single.reduce((a, b) => a + b, 0)} characters counted; ${alphabet.length} of them known, ${values.second.length} pairs, ${values.third.length} triples, ${values.fourth.length} quadruples, ${words.size} words`
  return { bytes: bytesOf(values), said }
}

function characters(texts) {
  const found = new Map()
  for (const text of texts)
    for (const char of text) if (char >= '\u4e00' && char <= '\u9fff') found.set(char, (found.get(char) ?? 0) + 1)
  return [...found]
    .filter(([, count]) => count >= least.character)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, alphabetSize - firstCharacter)
    .map(([char]) => char.charCodeAt(0))
}

/** A row of up to four numbers of 12 bits as one number; rows of one length sort as their numbers do. */
const keyOf = (row) => row.reduce((key, id) => key * alphabetSize + id, 0)

/** Rows of one length, counted by key: open addressing. */
class Rows {
  size = 0
  constructor(bits) {
    this.mask = (1 << bits) - 1
    this.keys = new Float64Array(1 << bits).fill(-1)
    this.counts = new Uint32Array(1 << bits)
  }
  placeOf(key) {
    const h = Math.imul(key % 0x1000000, 0x9e3779b1) ^ Math.imul(Math.floor(key / 0x1000000), 0x85ebca6b)
    const mixed = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
    let at = (mixed ^ (mixed >>> 13)) & this.mask
    while (this.keys[at] !== key && this.keys[at] !== -1) at = (at + 1) & this.mask
    return at
  }
  add(key, weight) {
    const at = this.placeOf(key)
    if (this.keys[at] === -1) {
      this.keys[at] = key
      if (++this.size > this.mask * 0.95) throw new Error('more rows than the table has room for')
    }
    this.counts[at] += weight
  }
  get(key) {
    return this.counts[this.placeOf(key)]
  }
  /** The keys in ascending order. */
  sorted() {
    return this.keys.filter((key) => key !== -1).sort()
  }
}

/** The levels as phrases.ts keeps them. Of the longest rows only those seen more than once, and words. */
function trie([pairs, triples, quadruples], words) {
  const level = (rows, above, isKept) => {
    const sizes = new Uint16Array(above.length)
    const keys = rows.sorted().filter((key) => isKept(rows.get(key), words.has(key)))
    let parent = 0
    for (const key of keys) {
      const prefix = Math.floor(key / alphabetSize)
      while (above[parent] !== prefix) parent++
      sizes[parent]++
    }
    return {
      keys,
      sizes,
      ids: Uint16Array.from(keys, (key) => key % alphabetSize),
      values: Uint8Array.from(keys, (key) => rowValue(rows.get(key), words.get(key) ?? 0)),
    }
  }
  const first = Float64Array.from({ length: alphabetSize }, (_, id) => id)
  const second = level(pairs, first, () => true)
  const third = level(triples, second.keys, () => true)
  const fourth = level(quadruples, third.keys, (count, isWord) => count >= least.quadruple || isWord)
  return {
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

function bytesOf(values) {
  const head = Uint32Array.from([magic, ...partNames.map((name) => values[name].length)])
  const all = [head, ...partNames.map((name) => values[name])]
  partNames.forEach((name) => {
    if (values[name].BYTES_PER_ELEMENT !== parts[name]) throw new Error(`${name} has another width`)
  })
  return Buffer.concat(
    all.map((part) => {
      const own = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
      return Buffer.concat([own, Buffer.alloc((4 - (own.length % 4)) % 4)])
    }),
  )
}
