import { rareCharacter } from './alphabet.ts'
import { type Context, radius } from './context.ts'
import type { Phrases } from './phrases.ts'
import { idAt, isSuspicious, type Row, reach } from './row.ts'

/** A change that is weighed: what the text says without it and with it, everything else being right. */
type Change = {
  readonly row: Row
  /** The row's numbers without the change and with it. */
  readonly without: Uint16Array
  readonly then: Uint16Array
  readonly first: number
  readonly last: number
  /** How unlikely the slip is in itself. */
  readonly cost: number
  readonly changed: number
  /** How much better than the next reading. */
  readonly margin: number
  /** How many changes the place needs. */
  readonly groups: number
}

/** What is counted of the rows of characters that a change touches; once without and once with it. */
const rowNames = [
  'unseenTriples',
  'unseenQuadruples',
  'mostTriple',
  'mostQuadruple',
  'triples',
  'leastPair',
  'mostPair',
  'leastTriple',
] as const

/** The names of what a judge goes by, in the order in which a change's evidence stands. */
export const evidenceNames = [
  'gain',
  'margin',
  'changed',
  'cost',
  'length',
  'likelihood',
  'likelihoodBefore',
  ...rowNames.map((name) => `${name}Before`),
  ...rowNames,
  'wordBefore',
  'wordUsualBefore',
  'word',
  'wordUsual',
  'around',
  'rarestBefore',
  'rarest',
  'quoted',
  'foreign',
  'short',
  'start',
  'groups',
] as const
/** Names of further evidence, which is dearer and is reckoned where it matters: how well the change fits, and its neighbours with it. */
export const furtherNames = ['fitBefore', 'fit', 'fitGain', 'fitAround'] as const

/** How far around a change other suspicious places tell that its surroundings are unknown altogether. */
const surroundings = 8

/** How much likelier the text is with the change, its own unlikeliness taken off. */
export const gainOf = ({ evidence }: { readonly evidence: readonly number[] }): number => evidence[0] as number

/** How far around a change it is told how well the characters fit with it. */
const neighbours = 3
/** How far off characters bear on how well a change fits. */
export const fitReach = neighbours + radius + 1

/** What changes come to, in the order of the names. */
export type Weigher = {
  readonly weigh: (change: Change) => readonly number[]
  readonly fitOf: (change: Seen) => readonly number[]
  readonly fitAround: (change: Seen) => readonly number[]
}
type Seen = Pick<Change, 'row' | 'without' | 'then' | 'first' | 'last'>

export function evidence({ likelihood, pair, triple, quadruple, single, word }: Phrases, { share }: Context): Weigher {
  const sum = (ids: Uint16Array, first: number, last: number): number => {
    let out = 0
    for (let i = first; i <= last; i++)
      out += likelihood(idAt(ids, i - 3), idAt(ids, i - 2), idAt(ids, i - 1), ids[i] as number)
    return out
  }

  const rows = (row: Uint16Array, first: number, last: number): readonly number[] => {
    const end = row.length - 1
    let [unseenTriples, unseenQuadruples, mostTriple, mostQuadruple, triples, mostPair] = [0, 0, 0, 0, 0, 0]
    let leastPair = Number.POSITIVE_INFINITY
    let leastTriple = Number.POSITIVE_INFINITY
    for (let i = first; i <= last + 1; i++) {
      const count = pair(row[i - 1] as number, row[i] as number)
      leastPair = Math.min(leastPair, count)
      mostPair = Math.max(mostPair, count)
    }
    for (let i = Math.max(2, first); i <= Math.min(end, last + 2); i++) {
      const count = triple(row[i - 2] as number, row[i - 1] as number, row[i] as number)
      if (count === 0) unseenTriples++
      mostTriple = Math.max(mostTriple, count)
      leastTriple = Math.min(leastTriple, count)
      triples += Math.log1p(count)
    }
    for (let i = Math.max(3, first); i <= Math.min(end, last + 3); i++) {
      const count = quadruple(row[i - 3] as number, row[i - 2] as number, row[i - 1] as number, row[i] as number)
      if (count === 0) unseenQuadruples++
      mostQuadruple = Math.max(mostQuadruple, count)
    }
    return [
      unseenTriples,
      unseenQuadruples,
      Math.log1p(mostTriple),
      Math.log1p(mostQuadruple),
      triples,
      Math.log1p(leastPair),
      Math.log1p(mostPair),
      Math.log1p(Math.min(leastTriple, 1e6)),
    ]
  }

  /** The longest word of the dictionary that holds the whole of the change: its length, and how usual it is. */
  const wordAround = (row: Uint16Array, first: number, last: number): readonly [number, number] => {
    const end = row.length - 1
    for (let length = 4; length >= 2; length--) {
      let most = 0
      for (let from = Math.max(1, last - length + 1); from <= first && from + length <= end; from++) {
        const [a, b, c, d] = row.subarray(from, from + length)
        most = Math.max(most, word(a as number, b as number, c, d))
      }
      if (most > 0) return [length, most]
    }
    return [0, 0]
  }

  const rarest = (row: Uint16Array, first: number, last: number): number => {
    let least = Number.POSITIVE_INFINITY
    for (let i = first; i <= last; i++) least = Math.min(least, single[row[i] as number] as number)
    return Math.log1p(least)
  }

  /** How well the characters from one place to another fit what stands around them, some left out. */
  const fits = (
    text: string,
    ids: Uint16Array,
    from: number,
    to: number,
    isLeftOut: (i: number) => boolean,
  ): number => {
    let out = 0
    for (let i = Math.max(1, from); i <= Math.min(text.length, to); i++) {
      const id = ids[i] as number
      if (id >= rareCharacter && !isLeftOut(i)) out += share(ids, i, id, text.charCodeAt(i - 1))
    }
    return out
  }

  const fitOf: Weigher['fitOf'] = ({ row: { text }, without, then, first, last }) => {
    const isKept = (i: number) => then[i] === without[i]
    const before = fits(text, without, first, last, isKept)
    const after = fits(text, then, first, last, isKept)
    return [before, after, after - before]
  }

  const fitAround: Weigher['fitAround'] = ({ row: { text }, without, then, first, last }) => {
    const of = (ids: Uint16Array) =>
      fits(text, ids, first - neighbours, last + neighbours, (i) => then[i] !== without[i])
    return [of(then) - of(without)]
  }

  const weigh: Weigher['weigh'] = ({ row, without, then, first, last, cost, changed, margin, groups }) => {
    const { text } = row
    const to = Math.min(without.length - 1, last + reach)
    const after = sum(then, first, to)
    const before = sum(without, first, to)
    let around = 0
    for (let i = Math.max(1, first - surroundings); i <= Math.min(text.length, last + surroundings); i++)
      if ((i < first - 1 || i > last + 1) && isSuspicious(row, i)) around++
    const left = text.slice(Math.max(0, first - 9), first - 1)
    const right = text.slice(last, last + surroundings)
    const width = to - first + 1
    return [
      after - before - cost,
      Math.min(margin, 20),
      changed,
      cost,
      last - first + 1,
      after / width,
      before / width,
      ...rows(without, first, last),
      ...rows(then, first, last),
      ...wordAround(without, first, last),
      ...wordAround(then, first, last),
      around,
      rarest(without, first, last),
      rarest(then, first, last),
      quoteOpen.test(left) && quoteClose.test(right) ? 1 : 0,
      foreign.test(text.slice(Math.max(0, first - 3), last + 2)) ? 1 : 0,
      text.length < 12 ? 1 : 0,
      first === 1 ? 1 : 0,
      groups,
    ]
  }
  return { weigh, fitOf, fitAround }
}

const quoteOpen = /[“‘《][^”’》“‘《]*$/
const quoteClose = /^[^“‘《]*[”’》]/
const foreign = /[A-Za-z0-9·]/
