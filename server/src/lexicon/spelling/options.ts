import { firstCharacter, lineEnd, rareCharacter } from './alphabet.ts'
import type { Phrases } from './phrases.ts'
import { idAt, isOddWord, isSuspicious, type Row } from './row.ts'
import type { Slips } from './slips.ts'
import { setLength } from './trie.ts'

/** What a place may be: numbers of characters and how unlikely each is; the first is what stands there. */
export type Options = { readonly ids: number[]; readonly costs: number[] }

/** How closely a place is looked at: the close look takes much longer. */
export type Closeness = 'quick' | 'close'

/** An option is dropped where the text is less likely with it than this, and a place where no option is better than that. */
const least = { quick: { option: -8, best: -1.5 }, close: { option: -9, best: -6 } } as const
/** How unlikely it is that a character is one that neither sounds nor looks like it. */
const anyCost = 13
/** Two characters so often side by side are a word, whatever stands around them. */
const usualPair = 20
/** Of two neighbours that are no more often side by side than this both may be wrong. */
const rarePair = 50
/** How unlikely it is that a word is another that sounds like it, and how often that other has to be said so. */
const wordCost = 5
const usualPhrase = 4
/** How unlikely it is that two neighbours have changed places, and how much more often they have to stand so. */
const swapCost = 8
const swappedPair = 10

/**
 * What the places of a row from one to another may have been meant as: characters of the same sound or shape that were
 * seen with their neighbours. Undefined where nothing may be meant but what stands there.
 */
export function optionFinder(phrases: Phrases) {
  const { likelihood, pair, triple, quadruple, mayHave, maySay, thirds, following, preceding } = phrases
  // The row that is being looked at: kept here, for making the functions below anew for every place costs more than they do.
  let row: Row
  let { text, ids, unseen, end } = emptyRow
  let closeness: Closeness = 'quick'
  let floor: { readonly option: number; readonly best: number } = least.quick
  let [from, to] = [0, 0]
  let all: Options[] | undefined
  let best = 0

  return (of: Row, first: number, last: number, how: Closeness): readonly Options[] | undefined => {
    row = of
    ;({ text, ids, unseen, end } = of)
    ;[from, to, closeness, floor] = [first, last, how, least[how]]
    all = undefined
    best = Number.NEGATIVE_INFINITY
    for (let i = from; i <= to; i++) {
      const isDoubtful = isSuspicious(row, i)
      if (isDoubtful || closeness === 'close') {
        const may = slipsAt(i)
        if (may) single(i, may)
        if (isDoubtful) any(i, may)
      }
      if (i === to) continue
      if (mayBothBeWrong(i)) neighbours(i)
      else if (isOddWord(row, i) || isOddWord(row, i + 1)) words(i)
      swapped(i)
    }
    return best >= floor.best ? all : undefined
  }

  function slipsAt(i: number): Slips | undefined {
    return (ids[i] as number) < rareCharacter ? undefined : phrases.slips(text.charCodeAt(i - 1))
  }

  function put(i: number, id: number, cost: number): void {
    all ??= Array.from(ids.subarray(from, to + 1), (own) => ({ ids: [own], costs: [0] }))
    const own = all[i - from] as Options
    const there = own.ids.indexOf(id)
    if (there < 0) {
      own.ids.push(id)
      own.costs.push(cost)
    } else if (there > 0 && cost < (own.costs[there] as number)) own.costs[there] = cost
  }

  function single(i: number, may: Slips): void {
    const a = idAt(ids, i - 2)
    const b = ids[i - 1] as number
    const c = ids[i + 1] as number
    const d = i + 2 <= end ? (ids[i + 2] as number) : lineEnd
    const known = a < 0 ? lineEnd : a
    let now = 1
    for (let word = 0, after = b * setLength, before = c * setLength; word < setLength; word++, after++, before++) {
      const lefts = following[after] as number
      const rights = preceding[before] as number
      let bits = (may.set[word] as number) & (lefts | rights)
      for (; bits !== 0; bits &= bits - 1) {
        const bit = bits & -bits
        const id = (word << 5) | (31 - Math.clz32(bit))
        const isVouched =
          ((lefts & bit) !== 0 && maySay(known, b, id)) ||
          ((rights & bit) !== 0 && (maySay(id, c, d) || ((lefts & bit) !== 0 && maySay(b, id, c))))
        if (!isVouched && !isKnown(known, b, id, c, d)) continue
        if (now > 0) now = likelihoodWith(i, ids[i] as number)
        const cost = may.costs[may.ids.indexOf(id)] as number
        const gain = likelihoodWith(i, id) - now - cost
        if (gain < floor.option) continue
        best = Math.max(best, gain)
        put(i, id, cost)
      }
    }
  }

  /** Whatever else makes usual phrases with both its neighbours: 局 for 户. */
  function any(i: number, may: Slips | undefined): void {
    const own = ids[i] as number
    const a = i >= 2 ? (ids[i - 2] as number) : lineEnd
    const b = ids[i - 1] as number
    const c = ids[i + 1] as number
    const d = i + 2 <= end ? (ids[i + 2] as number) : lineEnd
    let now = 1
    each(following.subarray(b * setLength, (b + 1) * setLength), preceding, c, (id) => {
      if (id === own || id < firstCharacter || (may && has(may.set, 0, id))) return
      if (Number(maySay(a, b, id)) + Number(maySay(b, id, c)) + Number(maySay(id, c, d)) < 2) return
      if (now > 0) now = likelihoodWith(i, own)
      const gain = likelihoodWith(i, id) - now - anyCost
      if (gain < 0) return
      best = Math.max(best, gain)
      put(i, id, anyCost)
    })
  }

  /** Two of the three rows of three that hold a character were seen. */
  function isKnown(a: number, b: number, id: number, c: number, d: number): boolean {
    return Number(mayHave(a, b, id)) + Number(mayHave(b, id, c)) + Number(mayHave(id, c, d)) > 1
  }

  function mayBothBeWrong(i: number): boolean {
    return (
      unseen[i + 1] === 1 &&
      unseen[i + 2] === 1 &&
      (closeness === 'close' || unseen[i] === 1 || unseen[i + 3] === 1) &&
      pair(ids[i] as number, ids[i + 1] as number) <= rarePair
    )
  }

  /** Two neighbours that are both wrong: 元泽 for 原则. */
  function neighbours(i: number): void {
    const left = slipsAt(i)
    const right = slipsAt(i + 1)
    if (!left || !right) return
    const a = i >= 2 ? (ids[i - 2] as number) : lineEnd
    const b = ids[i - 1] as number
    const d = ids[i + 2] as number
    const e = i + 3 <= end ? (ids[i + 3] as number) : lineEnd
    let now: number | undefined
    const take = (first: number, second: number) => {
      const isWord = pair(first, second) >= usualPair
      if (!isWord && quadruple(a, b, first, second) === 0 && quadruple(first, second, d, e) === 0) return
      const leftCost = left.costs[left.ids.indexOf(first)] as number
      const rightCost = right.costs[right.ids.indexOf(second)] as number
      now ??= likelihoodWithBoth(i, ids[i] as number, ids[i + 1] as number)
      const gain = likelihoodWithBoth(i, first, second) - now - leftCost - rightCost
      if (gain < floor.option) return
      best = Math.max(best, gain)
      put(i, first, leftCost)
      put(i + 1, second, rightCost)
    }
    each(left.set, following, b, (first) => {
      for (const second of thirds(b, first))
        if (
          has(right.set, 0, second) &&
          (closeness === 'close' || has(preceding, d, second) || pair(first, second) >= usualPair)
        )
          take(first, second)
    })
    each(right.set, preceding, d, (second) =>
      each(left.set, preceding, second, (first) => {
        if (mayHave(first, second, d) && triple(first, second, d) > 0) take(first, second)
      }),
    )
  }

  /** A word in the place of another that sounds like it: 政治记录 for 政治纪律. */
  function words(i: number): void {
    const first = ids[i] as number
    const second = ids[i + 1] as number
    if (first < firstCharacter || second < firstCharacter || pair(first, second) <= rarePair) return
    const b = ids[i - 1] as number
    const d = ids[i + 2] as number
    const a = i >= 2 ? (ids[i - 2] as number) : lineEnd
    const e = i + 3 <= end ? (ids[i + 3] as number) : lineEnd
    let now = 1
    for (const word of phrases.soundAlike(text.charCodeAt(i - 1), text.charCodeAt(i))) {
      if (word.first === first && word.second === second) continue
      const left = maySay(b, word.first, word.second) && quadruple(a, b, word.first, word.second) >= usualPhrase
      const right = maySay(word.first, word.second, d) && quadruple(word.first, word.second, d, e) >= usualPhrase
      if (!left && !right) continue
      if (now > 0) now = likelihoodWithBoth(i, first, second)
      const gain = likelihoodWithBoth(i, word.first, word.second) - now - wordCost
      if (gain < floor.option) continue
      best = Math.max(best, gain)
      const changed = Number(word.first !== first) + Number(word.second !== second)
      if (word.first !== first) put(i, word.first, wordCost / changed)
      if (word.second !== second) put(i + 1, word.second, wordCost / changed)
    }
  }

  function swapped(i: number): void {
    const first = ids[i] as number
    const second = ids[i + 1] as number
    if (unseen[i + 1] === 0 || unseen[i + 2] === 0) return
    if (first < firstCharacter || second < firstCharacter || first === second) return
    if (pair(second, first) < swappedPair * (1 + pair(first, second))) return
    const gain = likelihoodWithBoth(i, second, first) - likelihoodWithBoth(i, first, second) - swapCost
    if (gain < floor.option) return
    best = Math.max(best, gain)
    put(i, second, swapCost / 2)
    put(i + 1, first, swapCost / 2)
  }

  /** How likely the text is from a place on to where it no longer bears on it, with another character there. */
  function likelihoodWith(i: number, id: number): number {
    const x = idAt(ids, i - 3)
    const a = idAt(ids, i - 2)
    const b = ids[i - 1] as number
    const c = ids[i + 1] as number
    let sum = likelihood(x, a, b, id) + likelihood(a, b, id, c)
    if (i + 2 > end) return sum
    const d = ids[i + 2] as number
    sum += likelihood(b, id, c, d)
    return i + 3 > end ? sum : sum + likelihood(id, c, d, ids[i + 3] as number)
  }

  /** The same with two others. */
  function likelihoodWithBoth(i: number, first: number, second: number): number {
    const a = idAt(ids, i - 2)
    const b = ids[i - 1] as number
    const d = ids[i + 2] as number
    let sum =
      likelihood(idAt(ids, i - 3), a, b, first) + likelihood(a, b, first, second) + likelihood(b, first, second, d)
    if (i + 3 > end) return sum
    const e = ids[i + 3] as number
    sum += likelihood(first, second, d, e)
    return i + 4 > end ? sum : sum + likelihood(second, d, e, ids[i + 4] as number)
  }
}

const emptyRow: Row = { text: '', ids: new Uint16Array(), unseen: new Uint8Array(), end: 0 }

/** Whether a number is in one of the sets of characters. */
const has = (sets: Int32Array, of: number, id: number): boolean =>
  ((sets[of * setLength + (id >> 5)] as number) & (1 << (id & 31))) !== 0

/** Calls `take` for every number that is both in a set and in one of the sets of characters. */
function each(set: Int32Array, sets: Int32Array, of: number, take: (id: number) => void): void {
  for (let word = 0, at = of * setLength; word < setLength; word++, at++)
    for (let bits = (set[word] as number) & (sets[at] as number); bits !== 0; bits &= bits - 1)
      take((word << 5) | (31 - Math.clz32(bits & -bits)))
}
