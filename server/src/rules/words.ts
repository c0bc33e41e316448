import formulas from '../../lexicon/formulas.tsv'
import formulations from '../../lexicon/formulations.tsv'
import junk from '../../lexicon/junk.tsv'
import party from '../../lexicon/party.tsv'
import placeholders from '../../lexicon/placeholders.tsv'
import words from '../../lexicon/words.tsv'
import { type Entry, readEntries } from '../lexicon/entries.ts'
import { anchors, misused, readFormulations } from '../lexicon/formulation.ts'
import { apart, finder, type Match } from '../lexicon/match.ts'
import { type Check, checker } from '../lexicon/slips.ts'
import { type Found, quoted, replace } from '../lint/rule.ts'
import type { Severity } from '../lint/severity.ts'
import { Line } from '../plan/line.ts'

/** The lists of words that rules look for. All of them are matched in one pass. */
const lists = { formulas, words, junk, placeholders, party }
type List = keyof typeof lists

type Listed = Entry & { readonly list: List }

/** A word by which a line is seen to have something of a formulation. */
type Anchor = Pick<Listed, 'wrong' | 'conditions'> & { readonly check: Check }

const fixed = readFormulations(formulations)

const find = finder<Listed | Anchor>([
  ...Object.entries(lists).flatMap(([list, tsv]): readonly Listed[] =>
    readEntries(tsv).map((entry) => ({ ...entry, list: list as List })),
  ),
  ...fixed.flatMap(misused).map((entry): Listed => ({ ...entry, list: 'formulas' })),
  ...fixed.flatMap((formulation): readonly Anchor[] => {
    const check = checker(formulation)
    return anchors(formulation).map((wrong) => ({ wrong, conditions: [], check }))
  }),
])

type Held = { readonly words: readonly Match<Listed>[]; readonly checks: readonly Check[] }

/** All that a line has of all lists: one pass serves every rule that asks. */
const found = Line.once((line): Held => {
  const all = find(line.text)
  if (all.length === 0) return nothing
  const checks = new Set<Check>()
  const words: Match<Listed>[] = []
  for (const { entry, from, to } of all) {
    if ('check' in entry) checks.add(entry.check)
    else words.push({ entry, from, to })
  }
  return { words: apart(words), checks: [...checks] }
})

const nothing: Held = { words: [], checks: [] }

/** Whether a line has anything of any list: most have not. */
export const hasMatches = (line: Line): boolean => found(line).words.length > 0

/** What a line has of a list. */
export function matches(line: Line, list: List): readonly Match<Listed>[] {
  const all = found(line).words
  return all.length === 0 ? all : all.filter(({ entry }) => entry.list === list)
}

/** The checks of the formulations of which a line has something. */
export const formulationsIn = (line: Line): readonly Check[] => found(line).checks

/** How sure a list is of a word: always wrong, mostly, or worth a look. */
export const severity: Readonly<Record<string, Severity>> = {
  certain: 'error',
  likely: 'warning',
  hint: 'information',
}

/** What makes a rule of a list: every word of it is reported, with its fix. */
export const listed = (list: List) => ({
  applies: (line: Line): boolean => matches(line, list).length > 0,
  *check(line: Line): Generator<Found> {
    for (const one of matches(line, list)) yield finding(line, one)
  },
})

function finding(line: Line, { entry: { wrong, right, kind, note }, from, to }: Match): Found {
  const certain = kind === 'certain'
  return {
    line,
    from,
    to,
    severity: severity[kind] ?? 'information',
    message: {
      zh: `${quoted(wrong)}${certain ? '应为' : '疑为'}${quoted(right)}${note && `：${note}`}`,
      en: `${quoted(wrong)} ${certain ? 'should be' : 'may be meant as'} ${quoted(right)}`,
    },
    fixes: [replace({ line, from, to }, right, kind !== 'hint')],
  }
}
