import { alphabetSize, firstCharacter, lineEnd, rareCharacter } from './alphabet.ts'
import { around, unbounded } from './around.ts'
import { everything, isIn, usual } from './companions.ts'
import type { Phrases } from './phrases.ts'
import { isOddWord, isSuspicious, type Row } from './row.ts'
import type { Slips } from './slips.ts'

/** What a place may be: numbers of characters and how unlikely each is; the first is what stands there. */
export type Options = { readonly ids: number[]; readonly costs: number[] }

/** How closely a place is looked at: the close look takes much longer. */
export type Closeness = 'quick' | 'close'

/** An option is dropped where the text is less likely with it than this, and a place where no option is better than that. */
const least = { quick: { option: -8, best: -1.5 }, close: { option: -9, best: -6 } } as const
/** How unlikely it is that a character is one that neither sounds nor looks like it. */
const anyCost = 13
/** Of two neighbours that are no more often side by side than this both may be wrong. */
const rarePair = 50
/** How unlikely it is that a word is another that sounds like it, how usual that other is, and how often it has to be said so. */
const wordCost = 5
const usualWord = 40
const usualPhrase = 4
/** How unlikely it is that two neighbours have changed places, and how much more often they have to stand so. */
const swapCost = 8
const swappedPair = 10

/**
 * What the places of a row from one to another may have been meant as: characters of the same sound or shape that were
 * seen with their neighbours. Undefined where nothing may be meant but what stands there.
 */
export function optionFinder(phrases: Phrases) {
  const { pair, triple, quadruple, mayHave, maySay, isBehind, behind, between, before, soundAlike } = phrases
  const { withOne, withTwo } = around(phrases)
  // Room for what is found, and the row that is being looked at: made anew for every place they would cost more than the look.
  const found = new Uint16Array(2 * alphabetSize)
  const others = new Uint16Array(2 * alphabetSize)
  const words = new Uint32Array(alphabetSize)
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
      else if (isOddWord(row, i) || isOddWord(row, i + 1)) otherWords(i)
      swapped(i)
    }
    return best >= floor.best ? all : undefined
  }

  function slipsAt(i: number): Slips | undefined {
    return (ids[i] as number) < rareCharacter ? undefined : phrases.slips(text.charCodeAt(i - 1))
  }

  /** The number at a place near the one that is looked at; beyond the row there are ends of lines. */
  function near(i: number): number {
    return i < 0 || i > end ? lineEnd : (ids[i] as number)
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

  /** Whatever was usual with one of the neighbours or the next but one, or seen with both. */
  function single(i: number, may: Slips): void {
    const [a, b, c, d] = [near(i - 2), near(i - 1), near(i + 1), near(i + 2)]
    let now = 1
    const weigh = (id: number) => {
      if (now > 0) now = withOne(row, i, ids[i] as number, unbounded)
      const cost = may.costs[may.ids.indexOf(id)] as number
      const gain = withOne(row, i, id, now + cost + floor.option) - now - cost
      if (gain < floor.option) return
      best = Math.max(best, gain)
      put(i, id, cost)
    }
    const right = behind(a, b, may.set, found)
    for (let k = 0; k < right; k++) {
      const id = (found[k] as number) & ~usual
      if ((found[k] as number) >= usual || mayHave(b, id, c) || mayHave(id, c, d)) weigh(id)
    }
    const middle = between(b, c, may.set, found)
    for (let k = 0; k < middle; k++) {
      const id = (found[k] as number) & ~usual
      if (!mayHave(b, id, c)) continue
      if ((found[k] as number) >= usual || mayHave(a, b, id) || mayHave(id, c, d)) weigh(id)
    }
    const left = before(c, d, may.set, found)
    for (let k = 0; k < left; k++) if ((found[k] as number) >= usual) weigh((found[k] as number) & ~usual)
  }

  /** Whatever else makes usual phrases with both its neighbours: 局 for 户. */
  function any(i: number, may: Slips | undefined): void {
    const own = ids[i] as number
    const [a, b, c, d] = [near(i - 2), near(i - 1), near(i + 1), near(i + 2)]
    let now = 1
    const weigh = (id: number) => {
      if (id === own || id < firstCharacter || (may && isIn(may.set, id))) return
      if (now > 0) now = withOne(row, i, own, unbounded)
      const gain = withOne(row, i, id, now + anyCost) - now - anyCost
      if (gain < 0) return
      best = Math.max(best, gain)
      put(i, id, anyCost)
    }
    const middle = between(b, c, everything, found)
    for (let k = 0; k < middle; k++) {
      const id = (found[k] as number) & ~usual
      if ((found[k] as number) >= usual && (maySay(a, b, id) || maySay(id, c, d))) weigh(id)
    }
    const left = before(c, d, everything, found)
    for (let k = 0; k < left; k++) {
      const id = (found[k] as number) & ~usual
      if ((found[k] as number) >= usual && maySay(a, b, id)) weigh(id)
    }
  }

  function mayBothBeWrong(i: number): boolean {
    return (
      unseen[i + 1] === 1 &&
      unseen[i + 2] === 1 &&
      (closeness === 'close' || unseen[i] === 1 || unseen[i + 3] === 1) &&
      pair(ids[i] as number, ids[i + 1] as number) <= rarePair
    )
  }

  /** Two neighbours that are both wrong: 元泽 for 原则. They are said so with two more, or are a word. */
  function neighbours(i: number): void {
    const left = slipsAt(i)
    const right = slipsAt(i + 1)
    if (!left || !right) return
    const [a, b, d, e] = [near(i - 2), near(i - 1), near(i + 2), near(i + 3)]
    let now = 1
    const weigh = (first: number, second: number) => {
      const leftCost = left.costs[left.ids.indexOf(first)] as number
      const rightCost = right.costs[right.ids.indexOf(second)] as number
      if (now > 0) now = withTwo(row, i, ids[i] as number, ids[i + 1] as number, unbounded)
      const cost = leftCost + rightCost
      const gain = withTwo(row, i, first, second, now + cost + floor.option) - now - cost
      if (gain < floor.option) return
      best = Math.max(best, gain)
      put(i, first, leftCost)
      put(i + 1, second, rightCost)
    }
    const firsts = behind(a, b, left.set, found)
    for (let k = 0; k < firsts; k++) {
      const first = (found[k] as number) & ~usual
      const seconds = behind(b, first, right.set, others)
      for (let m = 0; m < seconds; m++) {
        const second = (others[m] as number) & ~usual
        if ((closeness === 'close' || isBehind(second, d)) && quadruple(a, b, first, second) > 0) weigh(first, second)
      }
    }
    const seconds = before(d, e, right.set, found)
    for (let k = 0; k < seconds; k++) {
      const second = (found[k] as number) & ~usual
      const firsts = before(second, d, left.set, others)
      for (let m = 0; m < firsts; m++) {
        const first = (others[m] as number) & ~usual
        if (quadruple(first, second, d, e) > 0) weigh(first, second)
      }
    }
    const count = soundAlike(text.charCodeAt(i - 1), text.charCodeAt(i), words)
    for (let k = 0; k < count; k++) {
      const first = (words[k] as number) >> 12
      const second = (words[k] as number) & (alphabetSize - 1)
      if (!isIn(left.set, first) || !isIn(right.set, second)) continue
      if (mayHave(b, first, second) ? triple(b, first, second) > 0 : triple(first, second, d) > 0) weigh(first, second)
    }
  }

  /** A word in the place of another that sounds like it: 政治记录 for 政治纪律. */
  function otherWords(i: number): void {
    const first = ids[i] as number
    const second = ids[i + 1] as number
    if (first < firstCharacter || second < firstCharacter || pair(first, second) <= rarePair) return
    const [a, b, d, e] = [near(i - 2), near(i - 1), near(i + 2), near(i + 3)]
    let now = 1
    const count = soundAlike(text.charCodeAt(i - 1), text.charCodeAt(i), words)
    for (let k = 0; k < count; k++) {
      const left = (words[k] as number) >> 12
      const right = (words[k] as number) & (alphabetSize - 1)
      if ((left === first && right === second) || pair(left, right) < usualWord) continue
      const isSaid =
        (maySay(b, left, right) && quadruple(a, b, left, right) >= usualPhrase) ||
        (maySay(left, right, d) && quadruple(left, right, d, e) >= usualPhrase)
      if (!isSaid) continue
      if (now > 0) now = withTwo(row, i, first, second, unbounded)
      const gain = withTwo(row, i, left, right, now + wordCost + floor.option) - now - wordCost
      if (gain < floor.option) continue
      best = Math.max(best, gain)
      const changed = Number(left !== first) + Number(right !== second)
      if (left !== first) put(i, left, wordCost / changed)
      if (right !== second) put(i + 1, right, wordCost / changed)
    }
  }

  function swapped(i: number): void {
    const first = ids[i] as number
    const second = ids[i + 1] as number
    if (unseen[i + 1] === 0 || unseen[i + 2] === 0) return
    if (first < firstCharacter || second < firstCharacter || first === second) return
    if (!isBehind(second, first) || pair(second, first) < swappedPair * (1 + pair(first, second))) return
    const now = withTwo(row, i, first, second, unbounded)
    const gain = withTwo(row, i, second, first, now + swapCost + floor.option) - now - swapCost
    if (gain < floor.option) return
    best = Math.max(best, gain)
    put(i, second, swapCost / 2)
    put(i + 1, first, swapCost / 2)
  }
}

const emptyRow: Row = { text: '', ids: new Uint16Array(), unseen: new Uint8Array(), end: 0 }
