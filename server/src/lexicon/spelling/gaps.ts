import { firstCharacter } from './alphabet.ts'
import { type KeptLists, listed, listsOf } from './lists.ts'
import { hashOf } from './table.ts'

/** Puts what stands in a gap of a row of three characters into `out`, by the other two, and says how many there are. */
export type Gap = (one: number, other: number, out: Uint16Array) => number

/** Which of the three is the gap, and the others. */
const places = { first: [0, 1, 2], middle: [1, 0, 2], last: [2, 0, 1] } as const

/** Lists what stands in a gap of rows of three, whatever it sounds and looks like. `bits`: as lists.ts has them. */
export function gapsIn(triples: Uint16Array, place: keyof typeof places, bits: number): KeptLists {
  const [gap, one, other] = places[place]
  return listed(bits, 1, (take) => {
    for (let row = 0; row < triples.length; row += 3) {
      const id = triples[row + gap] as number
      if (id >= firstCharacter) take(hashOf(triples[row + one] as number, triples[row + other] as number, 0), id, 0, 0)
    }
  })
}

export function gapOf(kept: KeptLists): Gap {
  const { find } = listsOf(kept, 1)
  return (one, other, out) => find(hashOf(one, other, 0), out)
}
