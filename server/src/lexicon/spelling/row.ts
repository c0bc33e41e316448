import { firstCharacter, isForeign, lineEnd, rareCharacter } from './alphabet.ts'
import { none, type Phrases } from './phrases.ts'

/**
 * A line as numbers of characters: `ids[1]` is the first one's, the line's ends stand at 0 and from `end` on. `unseen[i]`
 * is 1 where the numbers at i - 2, i - 1 and i were never seen side by side; what stands beside a figure or a letter tells nothing.
 */
export type Row = {
  readonly text: string
  readonly ids: Uint16Array
  readonly unseen: Uint8Array
  readonly end: number
}

/** How far a character bears on those behind it. */
export const reach = 3

/** Reads lines as rows. A row holds until the next line is read: they share their room. */
export function rowReader({ idOf, triple }: Phrases): (text: string) => Row {
  let ids = new Uint16Array(1 << 10)
  let unseen = new Uint8Array(1 << 10)
  return (text) => {
    const { length } = text
    const end = length + 1
    if (ids.length < end + 3) {
      ids = new Uint16Array(2 * length + 4)
      unseen = new Uint8Array(2 * length + 4)
    }
    ids[0] = lineEnd
    ids[end] = lineEnd
    ids[end + 1] = lineEnd
    unseen[0] = 1
    unseen[1] = 1
    unseen[end + 1] = 1
    let a = lineEnd
    let b = idOf(text.charCodeAt(0))
    ids[1] = b
    for (let i = 2; i <= end; i++) {
      const c = i === end ? lineEnd : idOf(text.charCodeAt(i - 1))
      ids[i] = c
      unseen[i] = isForeign(a) || isForeign(b) || isForeign(c) || triple(a, b, c) > 0 ? 0 : 1
      a = b
      b = c
    }
    return { text, ids, unseen, end }
  }
}

/** Whether two of the three rows of three that hold a character were never seen. */
export const isSuspicious = ({ ids, unseen }: Row, i: number): boolean =>
  (unseen[i] as number) + (unseen[i + 1] as number) + (unseen[i + 2] as number) >= 2 &&
  (ids[i] as number) >= rareCharacter

/** Whether a character and the next were never seen behind the one before: a word, maybe, that does not belong there. */
export const isOddWord = ({ ids, unseen }: Row, i: number): boolean =>
  unseen[i + 1] === 1 && (ids[i] as number) >= firstCharacter && (ids[i + 1] as number) >= firstCharacter

/** A row's number at a place; `none` before its beginning. */
export const idAt = (ids: ArrayLike<number>, i: number): number => (i < 0 ? none : (ids[i] as number))
