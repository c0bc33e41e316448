import type { Speller } from '../lexicon/spelling/speller.ts'
import { type ListedUnit, type UnitList, unitList } from '../lexicon/unit-list.ts'
import { type BannedWord, readBanned, readWords } from './house-list.ts'
import { isOneOf, isRecord } from './json.ts'
import type { Option, Options, OptionValue, Rule } from './rule.ts'
import { type Severity, severities } from './severity.ts'

/** How far a document is: rules that matter only before it goes out are asked only then. */
export type Profile = (typeof profiles)[number]
export const profiles = ['draft', 'review', 'issue'] as const

/** How readily words are called likely wrong. */
export type Sensitivity = (typeof sensitivities)[number]
export const sensitivities = ['low', 'normal', 'high'] as const

/** What holds for a document: what yaodian.json says, and the day on which it is checked. */
export type Config = {
  /** Whether every item needs an owner; `auto` goes by the document's own habit. */
  readonly owners: 'auto' | 'required' | 'optional'
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
  rules: {},
  options: {},
  year: undefined,
  region: [],
  today: '',
}

/** The keys that name one of a few values. */
const choices = { owners: ['auto', 'required', 'optional'], profile: profiles, sensitivity: sensitivities } as const
const isChoice = (key: string): key is keyof typeof choices => Object.hasOwn(choices, key)
const levels = [...severities, 'off'] as const

/** The lists that stand in a yaodian.json, or in a file that it names; phrases only in a file. */
export type ListName = 'units' | 'words' | 'banned' | 'phrases'
export type ListFiles = Readonly<Partial<Record<ListName, string>>>

/** How each list is read from JSON. What is wrong is named and left out. */
const lists: Readonly<Record<ListName, (json: unknown, problems: string[]) => Partial<Config>>> = {
  units: (json, problems) => ({ units: unitList(readUnits(json, problems)) }),
  words: (json, problems) => ({ words: readWords(json, problems) }),
  banned: (json, problems) => ({ banned: readBanned(json, problems) }),
  phrases: (_, problems) => {
    problems.push('“phrases”: the path of a file that yaodian learn wrote')
    return {}
  },
}
const isList = (key: string): key is ListName => Object.hasOwn(lists, key)

/** What a yaodian.json says. `files`: where its lists are, as it names the files. */
export type Written = { readonly config: Config; readonly files: ListFiles; readonly problems: readonly string[] }

/** What must be known of the rules to read what is set for them. */
export type Known = Pick<Rule, 'id' | 'options'>

/** Reads a yaodian.json. What is wrong is named and left out; the rest still counts. */
export function readConfig(text: string, known: readonly Known[]): Written {
  const problems: string[] = []
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { config: defaults, files: {}, problems: [error instanceof Error ? error.message : String(error)] }
  }
  if (!isRecord(json)) return { config: defaults, files: {}, problems: ['an object { … } is expected'] }
  let config = defaults
  let files: ListFiles = {}
  for (const [key, value] of Object.entries(json)) {
    if (key === '$schema') continue
    if (isChoice(key)) {
      const allowed: readonly string[] = choices[key]
      if (isOneOf(allowed, value)) config = { ...config, [key]: value }
      else problems.push(`“${key}”: ${allowed.join(' | ')}`)
    } else if (key === 'rules' && isRecord(value)) config = { ...config, ...readRules(value, known, problems) }
    else if (key === 'rules') problems.push('“rules”: { … }')
    else if (key === 'year' && isYear(value)) config = { ...config, year: value }
    else if (key === 'year') problems.push('“year”: 2024')
    else if (key === 'region' && strings(value).length > 0) config = { ...config, region: strings(value) }
    else if (key === 'region') problems.push('“region”: "浙江省" | ["浙江省", "杭州市"]')
    else if (isList(key) && typeof value === 'string') files = { ...files, [key]: value }
    else if (isList(key)) config = { ...config, ...lists[key](value, problems) }
    else problems.push(`“${key}” is not known`)
  }
  return { config, files, problems }
}

const isYear = (value: unknown): value is number => Number.isInteger(value) && Math.abs((value as number) - 2050) <= 100

function readRules(
  json: Record<string, unknown>,
  known: readonly Known[],
  problems: string[],
): Pick<Config, 'rules' | 'options'> {
  const rules: Record<string, Severity | 'off'> = {}
  const options: Record<string, Record<string, OptionValue>> = {}
  for (const [id, value] of Object.entries(json)) {
    const own = known.find((rule) => rule.id === id)?.options ?? []
    if (!known.some((rule) => rule.id === id || rule.id.startsWith(`${id}/`))) problems.push(`“rules.${id}” is no rule`)
    else if (isOneOf(levels, value)) rules[id] = value
    else if (!isRecord(value)) problems.push(`“rules.${id}”: ${levels.join(' | ')}`)
    else {
      for (const [name, set] of Object.entries(value)) {
        const option = own.find((each) => each.name === name)
        if (name === 'severity' && isOneOf(levels, set)) rules[id] = set
        else if (name === 'severity') problems.push(`“rules.${id}.severity”: ${levels.join(' | ')}`)
        else if (!option) problems.push(`“rules.${id}.${name}” is not known`)
        else if (fits(option, set)) options[id] = { ...options[id], [name]: set }
        else problems.push(`“rules.${id}.${name}”: ${expected(option)}`)
      }
    }
  }
  return { rules, options }
}

function fits({ default: usual, least, most, values }: Option, value: unknown): value is OptionValue {
  if (Array.isArray(usual)) return Array.isArray(value) && value.every((each) => typeof each === 'string')
  if (typeof value !== typeof usual) return false
  if (typeof value === 'number') return value >= (least ?? -Infinity) && value <= (most ?? Infinity)
  return values === undefined || isOneOf(values, value)
}

/** What an option may be, said shortly. */
function expected({ default: usual, least, most, values }: Option): string {
  if (values) return values.join(' | ')
  if (Array.isArray(usual)) return '["…"]'
  if (typeof usual === 'boolean') return 'true | false'
  return typeof usual === 'number' ? `${least ?? ''}–${most ?? ''}` : '"…"'
}

/** Reads a list of units from JSON: names, or objects of the shape of ListedUnit. What is wrong is named and left out. */
export function readUnits(json: unknown, problems: string[]): readonly ListedUnit[] {
  if (!Array.isArray(json)) {
    problems.push('“units”: a list […], or the path of a file')
    return []
  }
  return json.flatMap((value: unknown, i): readonly ListedUnit[] => {
    if (typeof value === 'string' && value.trim() !== '') return [{ name: value.trim() }]
    if (!isRecord(value) || typeof value['name'] !== 'string' || value['name'].trim() === '') {
      problems.push(`“units[${i}]”: a name, or { "name": … }`)
      return []
    }
    for (const key of Object.keys(value)) if (!unitKeys.has(key)) problems.push(`“units[${i}].${key}” is not known`)
    const { name, short, former, parent, collective } = value
    return [
      {
        name: name.trim(),
        short: strings(short),
        former: listOf(former).flatMap((each) => readFormer(each) ?? []),
        ...(typeof parent === 'string' && { parent }),
        ...(collective === true && { collective }),
      },
    ]
  })
}

const unitKeys = new Set(['name', 'short', 'former', 'parent', 'collective'])

function readFormer(value: unknown): NonNullable<ListedUnit['former']>[number] | undefined {
  if (typeof value === 'string') return { name: value }
  if (!isRecord(value) || typeof value['name'] !== 'string') return undefined
  const { name, until } = value
  return { name, ...(typeof until === 'number' && { until }) }
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

const strings = (value: unknown): readonly string[] => listOf(value).filter((each) => typeof each === 'string')

/** A rule's severity under a configuration: by id, else by family, else its own. */
export function severityOf(id: string, config: Config): Severity | 'off' | undefined {
  return config.rules[id] ?? config.rules[id.slice(0, id.indexOf('/'))]
}

/** Whether a rule is asked at the stage of a configuration, where that does not say so itself. */
export const isAsked = ({ stage }: Pick<Rule, 'stage'>, { profile }: Config): boolean =>
  stage === undefined || profiles.indexOf(profile) >= profiles.indexOf(stage)

/** What a rule's options are set to under a configuration. */
export const optionsOf =
  ({ id }: Pick<Rule, 'id'>, { options }: Config): Options =>
  <T extends OptionValue>({ name, default: usual }: Option<T>) =>
    (options[id]?.[name] ?? usual) as T
