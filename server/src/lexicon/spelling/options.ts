import { alphabetSize, firstCharacter, lineEnd, rareCharacter } from './alphabet.ts'
import { weighing } from './around.ts'
import type { Context } from './context.ts'
import { type Phrases, usualTriple } from './phrases.ts'
import { isSuspicious, type Row } from './row.ts'
import { costOf, idIn, isShape, kindIn, type Slips } from './slips.ts'

/** What a place may be: numbers of characters and how unlikely each is; the first is what stands there. */
export type Options = { readonly ids: number[]; readonly costs: number[] }

/** An option is dropped where the text is less likely with it than this, and a place where no option is better than that. */
const least = { option: -4, best: -0.5 }
/** How much likelier the text has to be with an option and how much better it fits what stands farther off, taken together. */
const leastTogether = 3
/** How unlikely it is that a character is one that neither sounds nor looks like it. */
const anyCost = 13
/** What each further character of a word costs that was taken for another of the same sound. */
const furtherCost = 3
/** How unlikely it is that two neighbours have changed places, and how much more often they have to stand so. */
const swapCost = 8
const swappedPair = 10

/**
 * What the places of a row from one to another may have been meant as: characters of the same sound or shape that official
 * texts have among their neighbours. Undefined where nothing may be meant but what stands there.
 */
export function optionFinder(phrases: Phrases, { fitsAt }: Context) {
  const { pair, triple, isBehind, firsts, middles, lasts, echoes } = phrases
  const { begin, gain } = weighing(phrases)
  // Room for what is found, and the row that is being looked at: made anew for every place they would cost more than the look.
  const found = new Uint16Array(alphabetSize)
  let row: Row
  let { text, ids, unseen, end } = emptyRow
  let [from, to] = [0, 0]
  let all: Options[] | undefined
  // First it is asked whether any option is good enough, and most often none is; then all are collected.
  let isAsking = true
  let bound = 0

  return (of: Row, first: number, last: number): readonly Options[] | undefined => {
    row = of
    ;({ text, ids, unseen, end } = of)
    from = first
    to = last
    begin(of, first, last)
    bound = least.best
    isAsking = true
    if (!visit()) return undefined
    bound = least.option
    isAsking = false
    all = Array.from(ids.subarray(from, to + 1), (own) => ({ ids: [own], costs: [0] }))
    visit()
    return all
  }

  /** Goes through the places; says, where that is asked, whether there is an option that is good enough. */
  function visit(): boolean {
    for (let i = from; i <= to + 2; i++) if (unseen[i] === 1 && soundsLike(i)) return true
    for (let i = from; i <= to; i++) {
      if (isSuspicious(row, i) && others(i)) return true
      if (i < to && swapped(i)) return true
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

  function add(i: number, id: number, cost: number): void {
    const { ids, costs } = (all as Options[])[i - from] as Options
    const there = ids.indexOf(id)
    if (there < 0) {
      ids.push(id)
      costs.push(cost)
    } else if (there > 0 && cost < (costs[there] as number)) costs[there] = cost
  }

  function soundsAt(i: number): ArrayLike<number> {
    return echoes.soundsOf(i < 1 || i > text.length ? 0 : text.charCodeAt(i - 1), near(i))
  }

  /** Usual rows of three that sound like those up to a place: 则 of 元泽, 纪律 for 记录. */
  function soundsLike(last: number): boolean {
    const [firsts, seconds, thirds] = [soundsAt(last - 2), soundsAt(last - 1), soundsAt(last)]
    const [first, second, third] = [firsts[0], seconds[0], thirds[0]]
    if (first === undefined || second === undefined || third === undefined) return false
    if (echoing(last, first, second, third)) return true
    for (let k = 1; k < firsts.length; k++) if (echoing(last, firsts[k] as number, second, third)) return true
    for (let k = 1; k < seconds.length; k++) if (echoing(last, first, seconds[k] as number, third)) return true
    for (let k = 1; k < thirds.length; k++) if (echoing(last, first, second, thirds[k] as number)) return true
    return false
  }

  function echoing(last: number, first: number, second: number, third: number): boolean {
    const count = echoes.find(first, second, third, found)
    for (let k = 0; k < count; k += 3) if (replaced(last - 2, k)) return true
    return false
  }

  /** Three characters from a place on, as `found` has them from another on, in the place of those that stand there. */
  function replaced(at: number, k: number): boolean {
    let low = 0
    while (low < 3 && found[k + low] === near(at + low)) low++
    if (low === 3) return false
    let high = 2
    while (found[k + high] === near(at + high)) high--
    if (at + low < from || at + high > to) return false
    let most = 0
    let changed = 0
    for (let i = low; i <= high; i++) {
      const id = found[k + i] as number
      if (id === near(at + i)) continue
      const slips = slipsAt(at + i)
      const kind = slips ? kindIn(slips, id) : 0
      if (kind === 0) return false
      most = Math.max(most, costOf(kind))
      changed++
    }
    const cost = most + furtherCost * (changed - 1)
    const gained = gain(at + low, found, k + low, high - low + 1, cost + bound) - cost
    if (gained < bound) return false
    if (isAsking) return changed > 1 || isFitting(at + low, found[k + low] as number, gained)
    for (let i = low; i <= high; i++)
      if (found[k + i] !== near(at + i)) add(at + i, found[k + i] as number, cost / changed)
    return false
  }

  function isFitting(i: number, id: number, gained: number): boolean {
    const fits = fitsAt(ids, i)
    return gained + fits(id) - fits(ids[i] as number) >= leastTogether
  }

  /**
   * Characters of the same shape: two of the three rows of three that hold one were seen, or one of them often. And whatever
   * else is usual between the neighbours and with the next but one: 局 for 户.
   */
  function others(i: number): boolean {
    const a = near(i - 2)
    const b = near(i - 1)
    const c = near(i + 1)
    const d = near(i + 2)
    const may = slipsAt(i)
    if (may) {
      const { entries } = may
      for (let k = 0; k < entries.length; k++) {
        const id = idIn(entries[k] as number)
        if (!isShape(entries[k] as number) || !isBehind(b, id) || !isBehind(id, c)) continue
        found[0] = id
        if (isHeld(a, b, id, c, d) && put(i, 0, costOf(entries[k] as number), bound)) return true
      }
      for (let k = lasts(a, b, found) - 1; k >= 0; k--) if (putShape(may, i, k)) return true
      for (let k = firsts(c, d, found) - 1; k >= 0; k--) if (putShape(may, i, k)) return true
    }
    for (let k = middles(b, c, found) - 1; k >= 0; k--) {
      const id = found[k] as number
      if (id === ids[i]) continue
      const kind = may ? kindIn(may, id) : 0
      if (kind !== 0) {
        if (put(i, k, costOf(kind), bound)) return true
      } else if (triple(a, b, id) >= usualTriple || triple(id, c, d) >= usualTriple) {
        if (put(i, k, anyCost, 0)) return true
      }
    }
    return false
  }

  /** Whether of the rows of three that hold a character two were seen, or the one around it now and then. */
  function isHeld(a: number, b: number, id: number, c: number, d: number): boolean {
    const middle = triple(b, id, c)
    if (middle >= usualTriple) return true
    const left = triple(a, b, id) > 0
    return left ? middle > 0 || triple(id, c, d) > 0 : middle > 0 && triple(id, c, d) > 0
  }

  /** One, as `found` has it, where it is of the same shape. */
  function putShape(may: Slips, i: number, k: number): boolean {
    const kind = kindIn(may, found[k] as number)
    return isShape(kind) && put(i, k, costOf(kind), bound)
  }

  /** One character, as `found` has it, as an option where it gains enough; says, where that is asked, whether it fits as well. */
  function put(i: number, k: number, cost: number, atLeast: number): boolean {
    const gained = gain(i, found, k, 1, cost + atLeast) - cost
    if (gained < atLeast) return false
    if (isAsking) return isFitting(i, found[k] as number, gained)
    add(i, found[k] as number, cost)
    return false
  }

  function swapped(i: number): boolean {
    const first = ids[i] as number
    const second = ids[i + 1] as number
    if (unseen[i + 1] === 0 || unseen[i + 2] === 0) return false
    if (first < firstCharacter || second < firstCharacter || first === second || !isBehind(second, first)) return false
    if (pair(second, first) < swappedPair * (1 + pair(first, second))) return false
    exchanged[0] = second
    exchanged[1] = first
    if (gain(i, exchanged, 0, 2, swapCost + bound) - swapCost < bound) return false
    if (isAsking) return true
    add(i, second, swapCost / 2)
    add(i + 1, first, swapCost / 2)
    return false
  }
}

/** Room for two neighbours that have changed places. */
const exchanged = new Uint16Array(2)

const emptyRow: Row = { text: '', ids: new Uint16Array(), unseen: new Uint8Array(), end: 0 }
