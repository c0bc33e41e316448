import numbered from '../../lexicon/claims.tsv'
import formulas from '../../lexicon/formulas.tsv'
import junk from '../../lexicon/junk.tsv'
import party from '../../lexicon/party.tsv'
import placeholders from '../../lexicon/placeholders.tsv'
import words from '../../lexicon/words.tsv'
import { type Entry, readConditions, readEntries, rows } from '../lexicon/entries.ts'
import { type Match, matcher } from '../lexicon/match.ts'
import { type Found, quoted, replace } from '../lint/rule.ts'
import type { Severity } from '../lint/severity.ts'
import { type Claim, claimAt } from '../plan/claim.ts'
import { Line } from '../plan/line.ts'

/** The lists of words that rules look for. All of them are matched in one pass. */
const lists = { formulas, words, junk, placeholders, party }
type List = keyof typeof lists

type Listed = Entry & { readonly list: List | 'numbers'; readonly neutral: boolean }

const match = matcher([
  ...Object.entries(lists).flatMap(([list, tsv]): readonly Listed[] =>
    readEntries(tsv).map((entry) => ({ ...entry, list: list as List, neutral: false })),
  ),
  ...numbers(),
])

/** The last digit of a number with the first character of its unit, 三大 or 5项: where something may be claimed. */
function numbers(): readonly Listed[] {
  const kinds = new Map(rows(numbered).map(([kind = '', words = '']) => [kind, words.split('|')]))
  const entry = { right: '', kind: '', note: '', list: 'numbers', neutral: true } as const
  // 一项 claims nothing, 十一项 does.
  const eleven = readConditions('+before:十')
  return (kinds.get('digit') ?? []).flatMap((digit) =>
    (kinds.get('unit') ?? []).map((unit) => ({
      ...entry,
      wrong: digit + unit.charAt(0),
      conditions: digit === '一' ? eleven : [],
    })),
  )
}

type All = { readonly words: readonly Match<Listed>[]; readonly claims: readonly Claim[] }

const nothing: All = { words: [], claims: [] }

/** All that a line has of all lists: one pass serves every rule that asks. */
const found = Line.once((line): All => {
  const all = match(line.text)
  if (all.length === 0) return nothing
  const claims: Claim[] = []
  let others = 0
  for (const { entry, from } of all) {
    const claim = entry.neutral ? claimAt(line, from + 1) : undefined
    if (claim) claims.push(claim)
    if (!entry.neutral) others++
  }
  if (others + claims.length === 0) return nothing
  return { words: others === 0 ? nothing.words : all.filter(({ entry }) => !entry.neutral), claims }
})

/** Whether a line has anything of any list: most have not. */
export const hasMatches = (line: Line): boolean => found(line).words.length > 0

/** What a line has of a list. */
export function matches(line: Line, list: List): readonly Match<Listed>[] {
  const all = found(line).words
  return all.length === 0 ? all : all.filter(({ entry }) => entry.list === list)
}

/** What a line claims that there is, from left to right. */
export const claims = (line: Line): readonly Claim[] => found(line).claims

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
