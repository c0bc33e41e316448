/** Where it is counted: numbers that wrap around, so that what is added and taken away again leaves nothing. */
type Counts = Uint16Array | Uint32Array

/** Counts what stands in a text: `by` is 1 for one that came and -1 for one that went. */
type Count<T, C> = (text: T, counts: C, by: 1 | -1) => void

/**
 * A tally of a document's texts that follows its edits: of a document much like the last one only what came and went is
 * counted. What it gives holds until it is asked again.
 */
export function tally<T, C extends Counts>(
  make: (length: number) => C,
  lengthFor: (texts: readonly T[]) => number,
  count: Count<T, C>,
): (texts: readonly T[]) => C {
  let last: readonly T[] = []
  let counts = make(0)
  return (texts) => {
    const length = lengthFor(texts)
    const [head, tail] = shared(last, texts)
    if (counts.length === length && 2 * (head + tail) >= texts.length) {
      for (let i = head; i < last.length - tail; i++) count(last[i] as T, counts, -1)
      for (let i = head; i < texts.length - tail; i++) count(texts[i] as T, counts, 1)
    } else {
      if (counts.length === length) counts.fill(0)
      else counts = make(length)
      for (const text of texts) count(text, counts, 1)
    }
    last = texts
    return counts
  }
}

/** How many texts two documents have in common at the beginning and at the end. */
function shared<T>(a: readonly T[], b: readonly T[]): readonly [head: number, tail: number] {
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && a[head] === b[head]) head++
  let tail = 0
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return [head, tail]
}
