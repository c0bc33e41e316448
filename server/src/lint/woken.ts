import type { Line } from '../plan/line.ts'
import { meet, type Shown, type Signs } from '../plan/signs.ts'

/** Whether a sign of each set is shown. */
export const isShown = (shown: Signs, sets: readonly Signs[] = []): boolean => {
  for (const each of sets) if (!meet(shown, each)) return false
  return true
}

/** What lines show together. */
export function shownBy(lines: readonly Line[]): Signs {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (const { shown } of lines) {
    a |= shown.a
    b |= shown.b
    c |= shown.c
    d |= shown.d
    e |= shown.e
    f |= shown.f
    g |= shown.g
    h |= shown.h
  }
  return { a, b, c, d, e, f, g, h }
}

/** The lowest bit that is set. */
const lowest = (set: number): number => 31 - Math.clz32(set & -set)

const words = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const

/**
 * Of some rules those that a line wakes by what it shows, in their order: by each sign the rules are known that look for
 * it, so that a line costs what it shows, and not what there are of rules.
 */
export function waking<T extends { readonly shows: readonly Signs[] | undefined }>(
  rules: readonly T[],
): (line: Line) => readonly T[] {
  // By word and bit of a sign, which rules it wakes, a bit each.
  const chunks = Math.ceil(rules.length / 30)
  const wanted = new Int32Array(words.length)
  const wakes = new Int32Array(words.length * 32 * chunks)
  const always = new Int32Array(chunks)
  for (const [i, { shows = [] }] of rules.entries()) {
    const chunk = Math.floor(i / 30)
    const own = 1 << (i % 30)
    const [first] = shows
    if (!first) always[chunk] = (always[chunk] as number) | own
    else
      for (const [w, word] of words.entries()) {
        wanted[w] = (wanted[w] as number) | first[word]
        for (let left = first[word]; left !== 0; left &= left - 1) {
          const at = (w * 32 + lowest(left)) * chunks + chunk
          wakes[at] = (wakes[at] as number) | own
        }
      }
  }
  const woken = new Int32Array(chunks)
  const wake = (w: number, shown: number) => {
    for (let left = shown & (wanted[w] as number); left !== 0; left &= left - 1) {
      const at = (w * 32 + lowest(left)) * chunks
      for (let chunk = 0; chunk < chunks; chunk++)
        woken[chunk] = (woken[chunk] as number) | (wakes[at + chunk] as number)
    }
  }
  return ({ shown }) => {
    woken.set(always)
    wake(0, shown.a)
    wake(1, shown.b)
    wake(2, shown.c)
    wake(3, shown.d)
    wake(4, shown.e)
    wake(5, shown.f)
    wake(6, shown.g)
    wake(7, shown.h)
    return read(woken, rules, shown)
  }
}

function read<T extends { readonly shows: readonly Signs[] | undefined }>(
  woken: Int32Array,
  rules: readonly T[],
  shown: Shown,
): readonly T[] {
  const found: T[] = []
  for (let chunk = 0; chunk < woken.length; chunk++) {
    for (let left = woken[chunk] as number; left !== 0; left &= left - 1) {
      const each = rules[chunk * 30 + lowest(left)] as T
      if (isShown(shown, each.shows)) found.push(each)
    }
  }
  return found
}
