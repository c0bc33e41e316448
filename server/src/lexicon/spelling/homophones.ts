/** Two numbers of characters. */
export type Pair = { readonly first: number; readonly second: number }

/**
 * Finds words of two characters by their sound. `words`: the words, as numbers of characters; `soundsOf`: the classes of
 * similar sounds of a character, by number.
 */
export function homophones(
  words: Iterable<Pair>,
  soundsOf: (id: number) => readonly number[],
): (first: readonly number[], second: readonly number[]) => readonly Pair[] {
  const bySound = new Map<number, Pair[]>()
  for (const word of words)
    for (const left of soundsOf(word.first))
      for (const right of soundsOf(word.second)) {
        const there = bySound.get(keyOf(left, right))
        if (there) there.push(word)
        else bySound.set(keyOf(left, right), [word])
      }
  return (first, second) => {
    const [left] = first
    const [right] = second
    if (left === undefined || right === undefined) return none
    // Most characters have one sound.
    if (first.length === 1 && second.length === 1) return bySound.get(keyOf(left, right)) ?? none
    return [...new Set(first.flatMap((a) => second.flatMap((b) => bySound.get(keyOf(a, b)) ?? none)))]
  }
}

const none: readonly Pair[] = []
const keyOf = (left: number, right: number): number => left * 1024 + right
