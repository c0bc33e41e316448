import { alphabetSize, firstCharacter, lineEnd, rareCharacter } from './alphabet.ts'
import { around, unbounded } from './around.ts'
import { everything, isIn, usual } from './companions.ts'
import type { Context } from './context.ts'
import type { Phrases } from './phrases.ts'
import { isOddWord, isSuspicious, type Row } from './row.ts'
import type { Slips } from './slips.ts'

/** What a place may be: numbers of characters and how unlikely each is; the first is what stands there. */
export type Options = { readonly ids: number[]; readonly costs: number[] }

/** How closely a place is looked at: the close look takes much longer. */
export type Closeness = 'quick' | 'close'

/** An option is dropped where the text is less likely with it than this, and a place where no option is better than that. */
const least = { quick: { option: -4, best: -0.5 }, close: { option: -6, best: -4 } } as const
/** How much likelier the text has to be with an option and how much better it fits what stands farther off, taken together. */
const leastTogether = 3
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
export function optionFinder(phrases: Phrases, { fitsAt }: Context) {
  const { pair, triple, quadruple, mayHave, maySay, isBehind, behind, between, before, soundAlike } = phrases
  const { withOne, beyond, withTwo } = around(phrases)
  // Room for what is found, and the row that is being looked at: made anew for every place they would cost more than the look.
  const found = new Uint16Array(2 * alphabetSize)
  const next = new Uint16Array(2 * alphabetSize)
  const words = new Uint32Array(alphabetSize)
  let row: Row
  let { text, ids, unseen, end } = emptyRow
  let closeness: Closeness = 'quick'
  let [from, to] = [0, 0]
  let all: Options[] | undefined
  // First it is asked whether any option is good enough, and most often none is; then all are collected.
  let isAsking = true
  let bound = 0

  return (of: Row, first: number, last: number, how: Closeness): readonly Options[] | undefined => {
    row = of
    ;({ text, ids, unseen, end } = of)
    from = first
    to = last
    closeness = how
    bound = least[how].best
    isAsking = true
    if (!visit()) return undefined
    bound = least[how].option
    isAsking = false
    all = Array.from(ids.subarray(from, to + 1), (own) => ({ ids: [own], costs: [0] }))
    visit()
    return all
  }

  /** Goes through the places; says, where that is asked, whether there is an option that is good enough. */
  function visit(): boolean {
    for (let i = from; i <= to; i++) {
      const isDoubtful = isSuspicious(row, i)
      if ((isDoubtful || closeness === 'close') && others(i, isDoubtful)) return true
      if (i === to) continue
      if (mayBothBeWrong(i)) {
        if (neighbours(i)) return true
      } else if ((isOddWord(row, i) || isOddWord(row, i + 1)) && otherWords(i)) return true
      if (swapped(i)) return true
    }
    return false
  }

  function slipsAt(i: number): Slips | undefined {
    return (ids[i] as number) < rareCharacter ? undefined : phrases.slips(text.charCodeAt(i - 1))
  }

  /** The number at a place near the one that is looked at; beyond the row there are ends of lines. */
  function near(i: number): number {
    return i < 0 || i > end ? lineEnd : (ids[i] as number)
  }

  function put(i: number, id: number, cost: number): void {
    const { ids, costs } = (all as Options[])[i - from] as Options
    const there = ids.indexOf(id)
    if (there < 0) {
      ids.push(id)
      costs.push(cost)
    } else if (there > 0 && cost < (costs[there] as number)) costs[there] = cost
  }

  /** Other characters in one place. */
  function others(i: number, isDoubtful: boolean): boolean {
    const a = near(i - 2)
    const b = near(i - 1)
    const c = near(i + 1)
    const d = near(i + 2)
    const may = slipsAt(i)
    // How likely what stands there is and how well it fits, once that is needed.
    let now = 1
    let far = 0
    let fits: ((id: number) => number) | undefined
    let ownFit = 0
    /** Whether it is what was asked for. */
    const weigh = (id: number, cost: number, least: number): boolean => {
      if (now > 0) {
        far = beyond(row, i)
        now = withOne(row, i, ids[i] as number, far, unbounded)
      }
      const gain = withOne(row, i, id, far, now + cost + least) - now - cost
      if (gain < least) return false
      if (!isAsking) {
        put(i, id, cost)
        return false
      }
      if (closeness === 'close') return true
      if (!fits) {
        fits = fitsAt(ids, i)
        ownFit = fits(ids[i] as number)
      }
      return gain + fits(id) - ownFit >= leastTogether
    }
    const set = may ? may.set : nobody
    if (may) {
      // Whatever was usual with one of the neighbours and the next but one.
      const right = behind(a, b, set, found)
      for (let k = 0; k < right; k++) {
        const id = (found[k] as number) & ~usual
        if ((found[k] as number) < usual && !mayHave(b, id, c) && !mayHave(id, c, d)) continue
        if (weigh(id, may.costs[may.ids.indexOf(id)] as number, bound)) return true
      }
      const left = before(c, d, set, found)
      for (let k = 0; k < left; k++) {
        const id = (found[k] as number) & ~usual
        if ((found[k] as number) >= usual && weigh(id, may.costs[may.ids.indexOf(id)] as number, bound)) return true
      }
    }
    const middle = between(b, c, isDoubtful ? everything : set, found)
    for (let k = 0; k < middle; k++) {
      const id = (found[k] as number) & ~usual
      const isUsual = (found[k] as number) >= usual
      if (may && isIn(set, id)) {
        // Or was seen with both neighbours.
        if (!mayHave(b, id, c) || !(isUsual || mayHave(a, b, id) || mayHave(id, c, d))) continue
        if (weigh(id, may.costs[may.ids.indexOf(id)] as number, bound)) return true
      } else if (isUsual && id >= firstCharacter && id !== ids[i] && (maySay(a, b, id) || maySay(id, c, d))) {
        // Or whatever else is usual with both, and with the next but one: 局 for 户.
        if (weigh(id, anyCost, 0)) return true
      }
    }
    return false
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
  function neighbours(i: number): boolean {
    const left = slipsAt(i)
    const right = slipsAt(i + 1)
    if (!left || !right) return false
    const a = near(i - 2)
    const b = near(i - 1)
    const d = near(i + 2)
    const e = near(i + 3)
    let now = 1
    const weigh = (first: number, second: number): boolean => {
      const leftCost = left.costs[left.ids.indexOf(first)] as number
      const rightCost = right.costs[right.ids.indexOf(second)] as number
      if (now > 0) now = withTwo(row, i, ids[i] as number, ids[i + 1] as number, unbounded)
      const cost = leftCost + rightCost
      if (withTwo(row, i, first, second, now + cost + bound) - now - cost < bound) return false
      if (isAsking) return true
      put(i, first, leftCost)
      put(i + 1, second, rightCost)
      return false
    }
    const firsts = behind(a, b, left.set, found)
    for (let k = 0; k < firsts; k++) {
      const first = (found[k] as number) & ~usual
      const seconds = behind(b, first, right.set, next)
      for (let m = 0; m < seconds; m++) {
        const second = (next[m] as number) & ~usual
        if (closeness !== 'close' && !isBehind(second, d)) continue
        if (quadruple(a, b, first, second) > 0 && weigh(first, second)) return true
      }
    }
    const seconds = before(d, e, right.set, found)
    for (let k = 0; k < seconds; k++) {
      const second = (found[k] as number) & ~usual
      for (const first of left.ids)
        if (isBehind(first, second) && quadruple(first, second, d, e) > 0 && weigh(first, second)) return true
    }
    const count = soundAlike(text.charCodeAt(i - 1), text.charCodeAt(i), words)
    for (let k = 0; k < count; k++) {
      const first = (words[k] as number) >> 12
      const second = (words[k] as number) & (alphabetSize - 1)
      if (!isIn(left.set, first) || !isIn(right.set, second)) continue
      if (triple(b, first, second) === 0 && triple(first, second, d) === 0) continue
      if (weigh(first, second)) return true
    }
    return false
  }

  /** A word in the place of another that sounds like it: 政治记录 for 政治纪律. */
  function otherWords(i: number): boolean {
    const first = ids[i] as number
    const second = ids[i + 1] as number
    if (first < firstCharacter || second < firstCharacter || pair(first, second) <= rarePair) return false
    const a = near(i - 2)
    const b = near(i - 1)
    const d = near(i + 2)
    const e = near(i + 3)
    let now = 1
    const count = soundAlike(text.charCodeAt(i - 1), text.charCodeAt(i), words)
    for (let k = 0; k < count; k++) {
      const left = (words[k] as number) >> 12
      const right = (words[k] as number) & (alphabetSize - 1)
      if (left === first && right === second) continue
      const isSaid =
        (maySay(b, left, right) && quadruple(a, b, left, right) >= usualPhrase) ||
        (maySay(left, right, d) && quadruple(left, right, d, e) >= usualPhrase)
      if (!isSaid || pair(left, right) < usualWord) continue
      if (now > 0) now = withTwo(row, i, first, second, unbounded)
      if (withTwo(row, i, left, right, now + wordCost + bound) - now - wordCost < bound) continue
      if (isAsking) return true
      const changed = Number(left !== first) + Number(right !== second)
      if (left !== first) put(i, left, wordCost / changed)
      if (right !== second) put(i + 1, right, wordCost / changed)
    }
    return false
  }

  function swapped(i: number): boolean {
    const first = ids[i] as number
    const second = ids[i + 1] as number
    if (unseen[i + 1] === 0 || unseen[i + 2] === 0) return false
    if (first < firstCharacter || second < firstCharacter || first === second || !isBehind(second, first)) return false
    if (pair(second, first) < swappedPair * (1 + pair(first, second))) return false
    const now = withTwo(row, i, first, second, unbounded)
    if (withTwo(row, i, second, first, now + swapCost + bound) - now - swapCost < bound) return false
    if (isAsking) return true
    put(i, second, swapCost / 2)
    put(i + 1, first, swapCost / 2)
    return false
  }
}

const nobody = new Int32Array(alphabetSize >> 5)
const emptyRow: Row = { text: '', ids: new Uint16Array(), unseen: new Uint8Array(), end: 0 }
