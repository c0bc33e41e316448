// Makes the mistakes that people make: another word or character of the same sound, one that looks alike, any other, two
// swapped.
import { alikeSound } from '../../server/src/lexicon/spelling/slips.ts'

/** How often each kind of mistake is made. */
const shares = { word: 0.25, sound: 0.3, alikeSound: 0.12, shape: 0.24, swap: 0.04, any: 0.05 }
/** Frequent characters come to hand more easily, words even more. */
const byFrequency = { character: 0.4, word: 0.7 }
const leastWord = 20

/** `frequency`: how often a character stands in the texts. Returns a function text → text with a slip, or undefined. */
export function slipper({ dictionary, sounds, shapes }, frequency, random) {
  const soundOf = (text) => [...text].map((char) => sounds.get(char)?.[0] ?? char).join(' ')
  const words = new Map()
  for (const [word, count] of dictionary) {
    if (word.length !== 2 || count < leastWord) continue
    const sound = soundOf(word)
    words.set(sound, [...(words.get(sound) ?? []), { text: word, weight: count ** byFrequency.word }])
  }
  const known = new Set(dictionary.filter(([, count]) => count >= leastWord).map(([word]) => word))
  const bySound = new Map()
  const byAlike = new Map()
  for (const [char, readings] of sounds) {
    const weight = frequency(char) ** byFrequency.character
    if (!(weight > 0)) continue
    for (const reading of readings) {
      bySound.set(reading, [...(bySound.get(reading) ?? []), { text: char, weight }])
      const alike = alikeSound(reading)
      byAlike.set(alike, [...(byAlike.get(alike) ?? []), { text: char, weight }])
    }
  }
  const pick = (choices) => {
    let left = random() * choices.reduce((sum, { weight }) => sum + weight, 0)
    for (const { text, weight } of choices) {
      left -= weight
      if (left <= 0) return text
    }
    return undefined
  }
  const all = [...bySound.values()].flat()
  const kinds = Object.entries(shares).map(([text, weight]) => ({ text, weight }))
  return (text) => {
    const places = [...text.matchAll(/[\u4e00-\u9fff]/g)].map(({ index }) => index)
    if (places.length < 5) return undefined
    const at = places[Math.floor(random() * places.length)]
    const char = text[at]
    const put = (words) => words && text.slice(0, at) + words + text.slice(at + words.length)
    const others = (choices) => put(pick((choices ?? []).filter((other) => other.text !== char)))
    const [sound] = sounds.get(char) ?? []
    const next = text[at + 1]
    switch (pick(kinds)) {
      case 'word': {
        const word = text.slice(at, at + 2)
        if (!known.has(word)) return undefined
        return put(pick((words.get(soundOf(word)) ?? []).filter((other) => other.text !== word)))
      }
      case 'sound':
        return others(bySound.get(sound))
      case 'alikeSound':
        return sound && others(byAlike.get(alikeSound(sound)))
      case 'shape': {
        const alike = [...(shapes.get(char) ?? '').matchAll(/(.)\d/gu)].slice(0, 15)
        return others(alike.map(([, text]) => ({ text, weight: frequency(text) ** byFrequency.character || 0 })))
      }
      case 'any':
        return others(all)
      default:
        return /[\u4e00-\u9fff]/.test(next ?? '') && next !== char ? put(next + char) : undefined
    }
  }
}

/** Numbers from 0 to 1, the same each time (mulberry32). */
export function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
