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
  /** Where a phrase is parted in two by which it is looked up. */
  readonly split: number
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
      split: Number(given.get('split') ?? name.length >> 1),
      sure: given.has('hint') ? 'hint' : given.has('likely') ? 'likely' : 'certain',
      also: new Set(given.get('also')?.split(',')),
      use,
      misuses: misuses.split('|').filter(Boolean),
    }
  })

/**
 * The wrong verbs and carriers of names, as entries of a word list, whichever quotation marks the name has.
 * Where it has none it gets some: issued documents write all of these names with them.
 */
export const misused = ({ name, use, misuses }: Formulation): readonly Entry[] =>
  misuses.flatMap((wrong) =>
    ['“”', '‘’', '""', ''].map((marks) => ({
      wrong: used(wrong, name, marks),
      right: used(use, name, marks || '“”'),
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

/** A word by which a text is seen to have something of a formulation, and the members that it stands for, a bit each. */
export type Anchor = {
  readonly wrong: string
  /** The same: it is as usual in texts as it is in what is right. */
  readonly right: string
  readonly conditions: Entry['conditions']
  readonly bits: number
}

/**
 * A formulation's anchors, as they stand in a text: its members, or of everyday words two with a mark between them, or of
 * a phrase its halves, each where it is without the other: one is left whole by a wrong character.
 */
export function anchors(formulation: Formulation): readonly Anchor[] {
  const { members } = formulation
  if (members.length === 1) return anchorsOf(formulation)
  const pair = members.length === 2 ? 3 : 0
  if (members.flat().every(isLong))
    return members.flatMap((wordings, i) => wordings.map((wording) => anchor(longest(wording), (1 << i) | pair)))
  // One slip leaves the long ones as they are, or the first two of the others.
  const long = members.flat().filter(isLong)
  if (long.length > 0) return [...long, `${members[0]?.[0]}、${members[1]?.[0]}`].map((word) => anchor(word, 3))
  return members.flatMap((one, i) =>
    members.flatMap((other, j) =>
      i === j || Math.abs(i - j) > reach
        ? []
        : one.flatMap((a) => other.map((b) => anchor(`${a}、${b}`, (1 << i) | (1 << j)))),
    ),
  )
}

const anchor = (word: string, bits: number, conditions = ''): Anchor => ({
  wrong: word,
  right: word,
  conditions: readConditions(conditions),
  bits,
})

function anchorsOf(phrase: Formulation): readonly Anchor[] {
  const { name } = phrase
  const [head, tail] = halves(phrase).map(longest) as [string, string]
  const behind = name.slice(name.indexOf(head) + head.length)
  const before = name.slice(0, name.lastIndexOf(tail))
  return [anchor(head, 3, `-after:${behind}`), anchor(tail, 3, `-before:${before}`)]
}

/** A member that is no everyday word: it may follow another without a mark between them. */
export const isLong = (member: string): boolean => member.length > 2

export const halves = ({ name, split }: Pick<Formulation, 'name' | 'split'>): readonly [string, string] => [
  name.slice(0, split),
  name.slice(split),
]

/** Of everyday words, how far apart in the formulation two can be that one slip brings together. */
const reach = 2

/** The longest part of a word between quotation marks. */
const longest = (word: string): string =>
  word.split(/[“”]/).reduce((best, part) => (part.length > best.length ? part : best))
