import type { Speller } from '../lexicon/spelling/speller.ts'
import type { UnitList } from '../lexicon/unit-list.ts'
import type { BannedWord, Leader } from './house-list.ts'
import type { Option, Options, OptionValue } from './option.ts'
import { type Profile, profiles } from './profile.ts'
import type { Severity } from './severity.ts'

/** How readily words are called likely wrong. */
export type Sensitivity = (typeof sensitivities)[number]
export const sensitivities = ['low', 'normal', 'high'] as const

/** Whether every item needs an owner; `auto` goes by the document's own habit. */
export type OwnerHabit = (typeof ownerHabits)[number]
export const ownerHabits = ['auto', 'required', 'optional'] as const

/** What holds for a document: what yaodian.json says, and the day on which it is checked. */
export type Config = {
  readonly owners: OwnerHabit
  readonly profile: Profile
  readonly sensitivity: Sensitivity
  /** Tells what is likely a wrong word; undefined until it is read. */
  readonly speller: Speller | undefined
  /** The team's units; undefined where it lists none. */
  readonly units: UnitList | undefined
  /** Words of the house, and of the user, that are right whatever rules of words say. */
  readonly words: readonly string[]
  /** Words that the house does not write. */
  readonly banned: readonly BannedWord[]
  /** People with their posts, in their order; empty where the house keeps no list. */
  readonly leaders: readonly Leader[]
  /** Severity by rule id (`typo/word`) or family (`typo`). */
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  /** What rules' options are set to, by rule id and name. */
  readonly options: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>
  /** The year that is planned for; undefined leaves it to the document. */
  readonly year: number | undefined
  /** Where the house is at home, as names of places from large to small: 浙江省、杭州市. Empty leaves it to the document. */
  readonly region: readonly string[]
  /** 2024-06-30; empty where nobody knows. */
  readonly today: string
}

export const defaults: Config = {
  owners: 'auto',
  profile: 'review',
  sensitivity: 'normal',
  speller: undefined,
  units: undefined,
  words: [],
  banned: [],
  leaders: [],
  rules: {},
  options: {},
  year: undefined,
  region: [],
  today: '',
}

/** What a configuration says, and nothing of what it leaves open. */
export type Said = Partial<Omit<Config, 'today' | 'speller'>>

/** A configuration with what another says on top: severities and options by rule, words to the others, the rest instead. */
export const extended = (config: Config, said: Said): Config => ({
  ...config,
  ...said,
  rules: { ...config.rules, ...said.rules },
  options: {
    ...config.options,
    ...Object.fromEntries(
      Object.entries(said.options ?? {}).map(([id, own]) => [id, { ...config.options[id], ...own }]),
    ),
  },
  words: [...config.words, ...(said.words ?? [])],
  banned: [...config.banned, ...(said.banned ?? [])],
})

/** A rule's severity under a configuration: by id, else by family, else its own. */
export function severityOf(id: string, config: Config): Severity | 'off' | undefined {
  return config.rules[id] ?? config.rules[familyOf(id)]
}

// A name that was cut anew is looked up slowly, and each linter asks for each rule.
const families = new Map<string, string>()

function familyOf(id: string): string {
  let family = families.get(id)
  if (family === undefined) {
    family = id.slice(0, id.indexOf('/'))
    families.set(id, family)
  }
  return family
}

/** Whether a rule is asked under a configuration: where that does not say so itself, from the rule's stage on. */
export function isAsked({ id, stage }: { readonly id: string; readonly stage?: Profile }, config: Config): boolean {
  const severity = severityOf(id, config)
  if (severity !== undefined) return severity !== 'off'
  return stage === undefined || profiles.indexOf(config.profile) >= profiles.indexOf(stage)
}

/** What a rule's options are set to under a configuration. */
export const optionsOf =
  ({ id }: { readonly id: string }, { options }: Config): Options =>
  <T extends OptionValue>({ name, default: usual }: Option<T>) =>
    (options[id]?.[name] ?? usual) as T
