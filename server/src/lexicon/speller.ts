import judge from '../../lexicon/judge.tsv'
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
export function speller(bytes: Uint8Array): Speller {
  const phrases = readPhrases(bytes)
  const weigh = readJudge(judge, [...evidenceNames, ...recurrenceNames])
  return {
    ...corrector(phrases),
    weigh: (correction, text, document) => weigh([...correction.evidence, ...recurrence(document, text, correction)]),
  }
}
