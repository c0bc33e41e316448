import { type Entry, readConditions, rows } from './entries.ts'
import { unquoted } from './unquoted.ts'

/**
 * A fixed formulation: what it is called and its members in order, each with the ways to write it, the usual one first.
 * One member alone is a phrase that is written in one way.
 */
export type Formulation = {
  readonly name: string
  readonly members: readonly (readonly string[])[]
  /** From so many different members on a run of them is meant as this formulation. */
  readonly least: number
  /** To say some of the members only is usual: none is missing unless the name stands beside them. */
  readonly open: boolean
  /** Its members are said together for themselves, too: their order counts beside the name only. */
  readonly named: boolean
  /** How sure a slip is at most. */
  readonly sure: Sureness
  /** Other orders that are as official, as digits from 1. */
  readonly also: ReadonlySet<string>
  /** How the name is used and misused: 增强~, ~总体布局. */
  readonly use: string
  readonly misuses: readonly string[]
}

export type Sureness = 'certain' | 'likely' | 'hint'

/** Reads formulations: name, members parted by | and their wordings by /, options, use, misuses parted by |. */
export const readFormulations = (tsv: string): readonly Formulation[] =>
  rows(tsv).map(([name = '', list = '', options = '', use = '', misuses = '']) => {
    const members = (list || name).split('|').map((member) => member.split('/'))
    const given = new Map(
      options.split(' ').map((option) => [option.replace(/=.*/, ''), option.replace(/^[^=]*=?/, '')]),
    )
    return {
      name,
      members,
      least: Number(given.get('least') ?? (members.length < 4 ? members.length : members.length - 1)),
      open: given.has('open'),
      named: given.has('named'),
      sure: given.has('hint') ? 'hint' : given.has('likely') ? 'likely' : 'certain',
      also: new Set(given.get('also')?.split(',')),
      use,
      misuses: misuses.split('|').filter(Boolean),
    }
  })

/** The wrong verbs and carriers of names, as entries of a word list, whichever quotation marks the name has or lacks. */
export const misused = ({ name, use, misuses }: Formulation): readonly Entry[] =>
  misuses.flatMap((wrong) =>
    ['“”', '‘’', '""', ''].map((marks) => ({
      wrong: used(wrong, name, marks),
      right: used(use, name, marks),
      kind: 'certain',
      note: '',
      // 增强“两个维护”的自觉 says something else.
      conditions: wrong.endsWith('~') ? readConditions('-after:的') : [],
    })),
  )

/** A name in its use, in quotation marks or without. */
function used(pattern: string, name: string, marks: string): string {
  return pattern.replace('~', marks.charAt(0) + unquoted(name) + marks.charAt(1))
}

/**
 * The words by which a text is seen to have something of a formulation, written as it stands there: the members, or of
 * everyday words two with a mark between them, or of a phrase its halves, one of which is left whole by a wrong character.
 */
export function anchors({ members }: Formulation): readonly string[] {
  const [phrase = ''] = members[0] ?? []
  if (members.length === 1) return halves(phrase).map(longest)
  if (members.flat().every(isLong)) return members.flat().map(longest)
  return members.flatMap((one, i) =>
    members.flatMap((other, j) =>
      i === j || Math.abs(i - j) > reach ? [] : one.flatMap((a) => other.map((b) => `${a}、${b}`)),
    ),
  )
}

/** A member that is no everyday word: it may follow another without a mark between them. */
export const isLong = (member: string): boolean => member.length > 2

export const halves = (phrase: string): readonly [string, string] => [
  phrase.slice(0, phrase.length >> 1),
  phrase.slice(phrase.length >> 1),
]

/** Of everyday words, how far apart in the formulation two can be that one slip brings together. */
const reach = 2

/** The longest part of a word between quotation marks. */
const longest = (word: string): string =>
  word.split(/[“”]/).reduce((best, part) => (part.length > best.length ? part : best))
