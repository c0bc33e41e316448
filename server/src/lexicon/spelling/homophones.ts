import { alphabetSize, firstCharacter } from './alphabet.ts'
import { codeOf } from './phrases-file.ts'
import type { Level } from './trie.ts'

/**
 * Puts the words of two characters that have such sounds into `out`, each as its first character's number times
 * `alphabetSize` and its second's, some twice, and says how many they are. What has no room is left out.
 */
export type Homophones = (first: Uint16Array, second: Uint16Array, out: Uint32Array) => number

/**
 * Finds words of two characters, those that stand side by side so often, by their sound: words of one sound stand together.
 * `soundsOf`: the classes of similar sounds that a character has, by its number; `classCount`: how many classes there are.
 */
export function homophones(
  { sizes, ids, values }: Level,
  least: number,
  soundsOf: readonly Uint16Array[],
  classCount: number,
): Homophones {
  const code = codeOf(least)
  const starts = new Uint32Array(classCount * classCount + 1)
  eachWord((sound) => {
    starts[sound] = (starts[sound] as number) + 1
  })
  // Where each sound's words end; filled from there, where they begin.
  for (let sound = 1; sound < starts.length; sound++)
    starts[sound] = (starts[sound] as number) + (starts[sound - 1] as number)
  const words = new Uint32Array(starts.at(-1) as number)
  eachWord((sound, word) => {
    const at = (starts[sound] as number) - 1
    starts[sound] = at
    words[at] = word
  })
  return (lefts, rights, out) => {
    let found = 0
    for (const left of lefts)
      for (const right of rights) {
        const sound = left * classCount + right
        const end = starts[sound + 1] as number
        for (let at = starts[sound] as number; at < end && found < out.length; at++) out[found++] = words[at] as number
      }
    return found
  }

  function eachWord(take: (sound: number, word: number) => void): void {
    for (let a = 0, i = 0; a < alphabetSize; a++) {
      const lefts = a < firstCharacter ? silent : (soundsOf[a] as Uint16Array)
      for (const last = i + (sizes[a] as number); i < last; i++) {
        if (((values[i] as number) & 31) < code) continue
        const b = ids[i] as number
        for (const left of lefts)
          for (const right of soundsOf[b] as Uint16Array) take(left * classCount + right, a * alphabetSize + b)
      }
    }
  }
}

const silent = new Uint16Array()
