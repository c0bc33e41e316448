import formulas from '../../lexicon/formulas.tsv'
import junk from '../../lexicon/junk.tsv'
import party from '../../lexicon/party.tsv'
import placeholders from '../../lexicon/placeholders.tsv'
import words from '../../lexicon/words.tsv'
import { type Entry, readEntries } from '../lexicon/entries.ts'
import { type Match, matcher } from '../lexicon/match.ts'
import { type Found, quoted, replace } from '../lint/rule.ts'
import type { Severity } from '../lint/severity.ts'
import { Line } from '../plan/line.ts'

/** The lists of words that rules look for. All of them are matched in one pass. */
const lists = { formulas, words, junk, placeholders, party }
type List = keyof typeof lists

type Listed = Entry & { readonly list: List }

const match = matcher(
  Object.entries(lists).flatMap(([list, tsv]): readonly Listed[] =>
    readEntries(tsv).map((entry) => ({ ...entry, list: list as List })),
  ),
)

/** All that a line has of all lists: one pass serves every rule that asks. */
const found = Line.once((line) => match(line.text))

/** Whether a line has anything of any list: most have not. */
export const hasMatches = (line: Line): boolean => found(line).length > 0

/** What a line has of a list. */
export function matches(line: Line, list: List): readonly Match<Listed>[] {
  const all = found(line)
  return all.length === 0 ? all : all.filter(({ entry }) => entry.list === list)
}

/** How sure a list is of a word: always wrong, mostly, or worth a look. */
const severity: Readonly<Record<string, Severity>> = {
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
