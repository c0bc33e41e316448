import judge from '../../../lexicon/judge.tsv'
import { readContext } from './context.ts'
import { type Correction, corrector } from './correct.ts'
import { evidenceNames } from './evidence.ts'
import { readJudge } from './judge.ts'
import { readPhrases } from './phrases.ts'
import { recurrence, recurrenceNames, type Trigrams } from './recurrence.ts'

/** Finds words that may have been meant otherwise, and says how likely that is. */
export type Speller = {
  /** What a line may have been meant to say. */
  readonly correct: (text: string) => readonly Correction[]
  /** Whether a character stands in a line as it stands in no text that was counted. */
  readonly isStrange: (text: string, at: number) => boolean
  /** How much likelier a correction is right than wrong, as a natural logarithm, by what its document says elsewhere. */
  readonly weigh: (correction: Correction, text: string, document: Trigrams) => number
}

/** A speller of the bytes that `npm run lexicon` or `yaodian learn` wrote. Throws where they are no such file. */
export function speller(bytes: Uint8Array, contextBytes: Uint8Array): Speller {
  const phrases = readPhrases(bytes)
  const judgement = readJudge(judge, [...evidenceNames, ...recurrenceNames])
  // An edit elsewhere changes little of what a document says again, and nothing of the rest.
  const known = new WeakMap<Correction, { readonly recurs: readonly number[]; readonly odds: number }>()
  return {
    ...corrector(phrases, readContext(contextBytes, phrases)),
    weigh(correction, text, document) {
      const recurs = recurrence(document, text, correction)
      const there = known.get(correction)
      if (there?.recurs.every((value, i) => value === recurs[i])) return there.odds
      const odds = judgement([...correction.evidence, ...recurs])
      known.set(correction, { recurs, odds })
      return odds
    },
  }
}
