import judge from '../../../lexicon/judge.tsv'
import { readContext } from './context.ts'
import { type Correction, corrector } from './correct.ts'
import { evidenceNames, furtherNames } from './evidence.ts'
import { readJudge } from './judge.ts'
import { readPhrases } from './phrases.ts'
import { recurrenceNames } from './recurrence.ts'

/** Finds words that may have been meant otherwise, and says how likely that is. */
export type Speller = {
  /** What a line may have been meant to say. */
  readonly correct: (text: string) => readonly Correction[]
  /** Whether a character stands in a line as it stands in no text that was counted. */
  readonly isStrange: (text: string, at: number) => boolean
  /**
   * How much likelier a correction is right than wrong, as a natural logarithm, by how its document says it elsewhere
   * (`recurrence`). Where it cannot come to `least`, any number below that.
   */
  readonly weigh: (correction: Correction, recurs: readonly number[], least: number) => number
}

/** A speller of tables (see tables-file.ts) and of a context. Throws where the bytes are none. */
export function speller(tables: Uint8Array, contextBytes: Uint8Array): Speller {
  const phrases = readPhrases(tables)
  const judgement = readJudge(judge, [...evidenceNames, ...recurrenceNames, ...furtherNames])
  // An edit elsewhere changes little of what a document says again, and nothing of the rest.
  const known = new WeakMap<Correction, Odds>()
  return {
    ...corrector(phrases, readContext(contextBytes, phrases)),
    weigh(correction, recurs, least) {
      const there = known.get(correction)
      const same = there?.recurs.every((value, i) => value === recurs[i]) ? there : undefined
      if (same && (same.isExact || same.odds < least)) return same.odds
      let values = [...correction.evidence, ...recurs]
      let odds = judgement(values)
      let next = 0
      for (; next < correction.further.length && odds >= least; next++) {
        values = [...values, ...(correction.further[next] as () => readonly number[])()]
        odds = judgement(values)
      }
      const isExact = next === correction.further.length
      known.set(correction, { recurs, odds, isExact })
      return odds
    },
  }
}

/** `odds`: how likely a correction is, or the most that it can come to. */
type Odds = { readonly recurs: readonly number[]; readonly odds: number; readonly isExact: boolean }
