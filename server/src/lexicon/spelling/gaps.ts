import { firstCharacter } from './alphabet.ts'
import { type KeptLists, listed, listsOf } from './lists.ts'
import { hashOf } from './table.ts'
import { eachTriple, type Rows } from './trie.ts'

/** Puts what stands in a gap of a row of three characters into `out`, by the other two, and says how many there are. */
export type Gap = (one: number, other: number, out: Uint16Array) => number

/** Which of the three is the gap. */
const places = { first: 0, middle: 1, last: 2 } as const
type Place = keyof typeof places

/** Lists what stands in a gap, whatever it sounds and looks like; `isListed` says of a row's value. */
export function gapsIn(rows: Rows, place: Place, bits: number, isListed: (value: number) => boolean): KeptLists {
  const gap = places[place]
  return listed(bits, 1, (take) =>
    eachTriple(rows, (a, b, c, value) => {
      if (!isListed(value)) return
      const id = gap === 0 ? a : gap === 1 ? b : c
      if (id >= firstCharacter) take(hashOf(gap === 0 ? b : a, gap === 2 ? b : c, 0), id, 0, 0)
    }),
  )
}

export function gapOf(kept: KeptLists): Gap {
  const { find } = listsOf(kept, 1)
  return (one, other, out) => find(hashOf(one, other, 0), out)
}
