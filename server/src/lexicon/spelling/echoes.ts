import { alphabetSize, firstCharacter } from './alphabet.ts'
import { type KeptLists, listed, listsOf } from './lists.ts'
import { classesBy } from './slips.ts'
import { hashOf } from './table.ts'

/**
 * What sounds like three characters: a slip of the input method leaves the sound as it is, whether it took one character
 * for another or a whole word. Sounds are classes of similar ones; marks and ends of lines sound like themselves.
 */
export type Echoes = {
  /** The sounds of a character, by its UTF-16 unit and its number. */
  readonly soundsOf: SoundsOf
  /**
   * Puts the usual rows of three characters that have such sounds into `out`, three numbers each, some twice, and says how
   * many numbers they are. What has no room is left out.
   */
  readonly find: (first: number, second: number, third: number, out: Uint16Array) => number
}

export type SoundsOf = (code: number, id: number) => ArrayLike<number>

/** The sounds of characters by their classes (see slips.ts), and of marks and ends of lines by what comes behind these. */
export function soundsBy(kept: Parameters<typeof classesBy>[0]): SoundsOf {
  const classesOf = classesBy(kept)
  const classes = Math.max(-1, ...kept.alike) + 1
  const own = Array.from({ length: firstCharacter }, (_, id) => Uint16Array.of(classes + id))
  return (code, id) => (classesOf(code).length > 0 ? classesOf(code) : (own[id] ?? silent))
}

/** Lists rows of three by their sounds. `units`: those of the alphabet. */
export function echoesIn(triples: Uint16Array, soundsOf: SoundsOf, units: Uint16Array): KeptLists {
  const sounds = Array.from({ length: alphabetSize }, (_, id) => soundsOf(units[id - firstCharacter] ?? 0, id))
  return listed(19, 3, (take) => {
    for (let row = 0; row < triples.length; row += 3) {
      const [a, b, c] = [triples[row] as number, triples[row + 1] as number, triples[row + 2] as number]
      const [firsts, seconds, thirds] = [sounds[a], sounds[b], sounds[c]] as [Sounds, Sounds, Sounds]
      for (let i = 0; i < firsts.length; i++)
        for (let j = 0; j < seconds.length; j++)
          for (let k = 0; k < thirds.length; k++)
            take(hashOf(firsts[i] as number, seconds[j] as number, thirds[k] as number), a, b, c)
    }
  })
}

export function echoesOf(kept: KeptLists, soundsOf: SoundsOf): Echoes {
  const { find } = listsOf(kept, 3)
  return { soundsOf, find: (first, second, third, out) => find(hashOf(first, second, third), out) }
}

const silent = new Uint16Array()
type Sounds = ArrayLike<number>
