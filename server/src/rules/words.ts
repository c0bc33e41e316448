import formulas from '../../lexicon/formulas.tsv'
import formulations from '../../lexicon/formulations.tsv'
import junk from '../../lexicon/junk.tsv'
import party from '../../lexicon/party.tsv'
import placeholders from '../../lexicon/placeholders.tsv'
import words from '../../lexicon/words.tsv'
import { type Entry, readEntries } from '../lexicon/entries.ts'
import { type Anchor, anchors, misused, readFormulations } from '../lexicon/formulation.ts'
import { apart, finder, type Match } from '../lexicon/match.ts'
import { type Check, checker } from '../lexicon/misquoted.ts'
import { type Found, quoted, replace } from '../lint/rule.ts'
import type { Severity } from '../lint/severity.ts'
import { has } from '../plan/characters.ts'
import { Line } from '../plan/line.ts'
import { watch, watched } from '../plan/signs.ts'

/** The lists of words that rules look for. All of them are matched in one pass. */
const lists = { formulas, words, junk, placeholders, party }
type List = keyof typeof lists

type Listed = Entry & { readonly list: List }

/** What shows that a line has something of a formulation, and what looks closer. */
type Sign = Anchor & { readonly list: 'formulations'; readonly check: Check }

const fixed = readFormulations(formulations)

const find = finder<Listed | Sign>([
  ...Object.entries(lists).flatMap(([list, tsv]): readonly Listed[] =>
    readEntries(tsv).map((entry) => ({ ...entry, list: list as List })),
  ),
  ...fixed.flatMap(misused).map((entry): Listed => ({ ...entry, list: 'formulas' })),
  ...fixed.flatMap((formulation): readonly Sign[] => {
    const check = checker(formulation)
    return anchors(formulation).map((anchor) => ({ ...anchor, list: 'formulations', check }))
  }),
])

for (const { wrong, offset } of find.anchors) watch(wrong, offset)

type Held = { readonly words: readonly Match<Listed>[]; readonly checks: readonly Check[] }

/** All that a line has of all lists: one pass serves every rule that asks. */
const found = Line.once((line): Held => {
  const all = find.at(line.text, line.shown.watched)
  if (all.length === 0) return nothing
  const signs: Match<Sign>[] = []
  const words: Match<Listed>[] = []
  for (const one of all) {
    if (isSign(one)) signs.push(one)
    else words.push(one as Match<Listed>)
  }
  const checks = signs.length === 0 ? nothing.checks : checksOf(signs)
  return words.length + checks.length === 0 ? nothing : { words: apart(words), checks }
})

const isSign = (match: Match<Listed | Sign>): match is Match<Sign> => match.entry.list === 'formulations'

/** The checks that two members nearby ask for: one alone is no run of them. */
function checksOf(signs: readonly Match<Sign>[]): readonly Check[] {
  const checks = new Set<Check>()
  for (const [i, { entry, from }] of signs.entries()) {
    const { check, bits } = entry
    if (checks.has(check)) continue
    let near = bits
    for (let k = i - 1; k >= 0 && near === bits; k--) {
      const other = signs[k] as Match<Sign>
      if (other.to + widest < from) break
      if (other.entry.check === check) near |= other.entry.bits
    }
    if ((near & (near - 1)) !== 0) checks.add(check)
  }
  return checks.size === 0 ? nothing.checks : [...checks]
}

/** More than stands between two members with a wrong one between them. */
const widest = 60

const none: readonly never[] = []
const nothing: Held = { words: none, checks: none }

/** Whether a line has anything of any list: most have not. */
export const hasMatches = (line: Line): boolean => has(line, watched) && found(line).words.length > 0

/** What a line has of a list. */
export function matches(line: Line, list: List): readonly Match<Listed>[] {
  const all = has(line, watched) ? found(line).words : none
  return all.length === 0 ? all : all.filter(({ entry }) => entry.list === list)
}

/** The checks of the formulations of which a line has something. */
export const formulationsIn = (line: Line): readonly Check[] =>
  has(line, watched) ? found(line).checks : nothing.checks

/** How sure a list is of a word: always wrong, mostly, or worth a look. */
export const severity: Readonly<Record<string, Severity>> = {
  certain: 'error',
  likely: 'warning',
  hint: 'information',
}

/** What makes a rule of a list: every word of it is reported, with its fix. */
export const listed = (list: List) => ({
  shows: [watched],
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
