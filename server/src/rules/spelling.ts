import type { Correction } from '../lexicon/spelling/correct.ts'
import { recurrence, trigramTally } from '../lexicon/spelling/recurrence.ts'
import type { Speller } from '../lexicon/spelling/speller.ts'
import type { Config, Sensitivity } from '../lint/config.ts'
import type { Fix, Found } from '../lint/rule.ts'
import type { Severity } from '../lint/severity.ts'
import type { Part } from '../plan/item.ts'
import { Line } from '../plan/line.ts'

/** A correction and the line that it is of. */
type Held = { readonly line: Line; readonly correction: Correction }

/** One that is likely right. */
export type Suspicion = Held & {
  /** How much likelier it is right than wrong, as a natural logarithm. */
  readonly odds: number
}

/** One that is told, and how. */
export type Told = Suspicion & { readonly severity: Severity }

/** From which odds on a correction is told, from which where its sentence has a plain mistake as well, and hinted at. */
type Bars = { readonly alone: number; readonly beside: number; readonly hint: number }
const bars: Readonly<Record<Sensitivity, Bars>> = {
  low: { alone: 5.2, beside: 3, hint: 4 },
  normal: { alone: 4, beside: 1, hint: 2 },
  high: { alone: 0.9, beside: 0.2, hint: 0.2 },
}
/** With such odds it is likely; with less it is worth a look. */
const likely = 5

/**
 * Who has made many slips has made more of them: the odds of every correction rise with how many plain ones a document
 * has for its length, and fall with a length that has none (Saerens et al. 2002, adjusting a classifier to new prior
 * probabilities). `usual` is how many a character has where nothing is known yet: a sentence by itself is a draft. They
 * count for more than themselves, by `weight`: measured on slips put into documents.
 */
const prior = { plain: 2.2, usual: 8.5e-4, weight: 1.2, least: -3.5 }

/** What of a part was likely meant otherwise, in the lines' order. */
export function suspicions(part: Part, { speller, sensitivity }: Config): readonly Told[] {
  if (!speller) return none
  const known = remembered.get(part)
  if (known && known.speller === speller && known.sensitivity === sensitivity) return known.found
  const found = suspicionsOf(part, speller, sensitivity)
  remembered.set(part, { speller, sensitivity, found })
  return found
}

type Remembered = {
  readonly speller: Speller
  readonly sensitivity: Sensitivity
  readonly found: readonly Told[]
}
const remembered = new WeakMap<Part, Remembered>()
const none: readonly never[] = []

function suspicionsOf(part: Part, speller: Speller, sensitivity: Sensitivity): readonly Told[] {
  const held: Held[] = []
  for (const line of part.lines) for (const each of correctionsOf(line, speller)) held.push(each)
  if (held.length === 0) return none
  const document = counted(part.lines)
  const recurs = held.map(({ line, correction }) => recurrence(document, line.text, correction))
  const weighed = (least: number) =>
    held.map(({ correction }, i) => speller.weigh(correction, recurs[i] as readonly number[], least))
  const shift = shiftOf(weighed(prior.plain), part)
  const { alone, beside, hint } = bars[sensitivity]
  const least = Math.min(alone, beside, hint)
  const shifted = weighed(least - shift).flatMap((odds, i): readonly Suspicion[] =>
    odds + shift < least ? none : [{ ...(held[i] as Held), odds: odds + shift }],
  )
  const plain = new Map<Line, Set<number>>()
  for (const each of shifted) {
    if (each.odds < alone) continue
    plain.set(each.line, (plain.get(each.line) ?? new Set()).add(sentenceOf(each)))
  }
  return shifted.flatMap((each): readonly Told[] => {
    const { odds } = each
    const isTold = odds >= alone || (odds >= beside && plain.get(each.line)?.has(sentenceOf(each)) === true)
    if (isTold) return [{ ...each, severity: odds >= likely ? 'warning' : 'information' }]
    return odds >= hint ? [{ ...each, severity: 'hint' }] : none
  })
}

const counted = trigramTally()

function shiftOf(odds: readonly number[], part: Part): number {
  const plain = odds.filter((each) => each >= prior.plain).length
  const length = part.lines.reduce((sum, { text }) => sum + text.length, 0)
  return Math.max(prior.least, prior.weight * Math.log((plain + 1) / (length * prior.usual + 1)))
}

/** Where a suspicion's sentence begins in its line. */
function sentenceOf({ line: { text }, correction: { from } }: Suspicion): number {
  let at = from
  while (at > 0 && !'。；！？'.includes(text.charAt(at - 1))) at--
  return at
}

/** A line's corrections, made once for each speller. */
const slot = Line.slot<{ readonly by: Speller; readonly found: readonly Held[] }>()

function correctionsOf(line: Line, speller: Speller): readonly Held[] {
  const known = slot.get(line)
  if (known?.by === speller) return known.found
  const corrections = line.role === 'blank' ? none : speller.correct(line.text)
  const found = corrections.length === 0 ? none : corrections.map((correction) => ({ line, correction }))
  slot.set(line, { by: speller, found })
  return found
}

/** The finding of a suspicion: its phrase as written, as it may have been meant, and a fix for each way. */
export function foundOf({ line, correction, severity }: Told): Found & { readonly args: readonly [string, string] } {
  const { from, to, text, others, phrase } = correction
  const before = line.text.slice(Math.min(phrase.from, from), from)
  const after = line.text.slice(to, Math.max(phrase.to + (to - from) - text.length, to))
  const fix = (words: string, i: number): Fix => {
    const whole = `“${before}${words}${after}”`
    return {
      title: { zh: `改为${whole}`, en: `Replace with ${whole}` },
      edits: [{ line, from, to, text: words }],
      ...(i === 0 && { preferred: true as const }),
    }
  }
  return {
    line,
    from,
    to,
    severity,
    args: [before + line.text.slice(from, to) + after, before + text + after],
    fixes: [text, ...others].map(fix),
  }
}
