import { firstCharacter } from './alphabet.ts'
import { type Each, lists } from './lists.ts'
import { hashOf } from './table.ts'
import { eachTriple, type Rows } from './trie.ts'

/** Puts what stands between two characters in official texts into `out`, and says how many there are. */
export type Fillers = (before: number, after: number, out: Uint16Array) => number

/** Lists what stands between two characters, whatever it sounds and looks like; `isListed` says of a row's value. */
export function readFillers(rows: Rows, isListed: (value: number) => boolean): Fillers {
  const { find } = lists(17, 1, gapsIn(rows, isListed))
  return (before, after, out) => find(hashOf(before, after, 0), out)
}

/** By itself, so that what is kept of the lists does not keep the rows. */
const gapsIn =
  (rows: Rows, isListed: (value: number) => boolean): Each =>
  (take) =>
    eachTriple(rows, (a, b, c, value) => {
      if (b >= firstCharacter && isListed(value)) take(hashOf(a, c, 0), b, 0, 0)
    })
