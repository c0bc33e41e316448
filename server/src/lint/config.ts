import { type Severity, severities } from './severity.ts'

/** What yaodian.json says. Data only: nothing in it is ever run. */
export type Config = {
  /** Whether every item needs an owner; `auto` goes by the document's own habit. */
  readonly owners: 'auto' | 'required' | 'optional'
  /** Severity by rule id (`typo/word`) or family (`typo`). */
  readonly rules: Readonly<Record<string, Severity | 'off'>>
}

export const defaults: Config = { owners: 'auto', rules: {} }

const owners = ['auto', 'required', 'optional'] as const
const levels = [...severities, 'off'] as const

/** Reads a yaodian.json. What is wrong is named and left out; the rest still counts. `known`: the ids of the rules. */
export function readConfig(
  text: string,
  known: readonly string[],
): { readonly config: Config; readonly problems: readonly string[] } {
  const problems: string[] = []
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { config: defaults, problems: [error instanceof Error ? error.message : String(error)] }
  }
  if (!isRecord(json)) return { config: defaults, problems: ['an object { … } is expected'] }
  const expected = (key: string, allowed: readonly string[]) => problems.push(`“${key}”: ${allowed.join(' | ')}`)
  const rules: Record<string, Severity | 'off'> = {}
  let owner: Config['owners'] = defaults.owners
  for (const [key, value] of Object.entries(json)) {
    if (key === '$schema') continue
    if (key === 'owners') {
      if (isOneOf(owners, value)) owner = value
      else expected(key, owners)
    } else if (key === 'rules' && isRecord(value)) {
      for (const [id, severity] of Object.entries(value)) {
        if (!known.some((rule) => rule === id || rule.startsWith(`${id}/`))) problems.push(`“rules.${id}” is no rule`)
        else if (isOneOf(levels, severity)) rules[id] = severity
        else expected(`rules.${id}`, levels)
      }
    } else problems.push(`“${key}” is not known`)
  }
  return { config: { owners: owner, rules }, problems }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isOneOf = <T extends string>(allowed: readonly T[], value: unknown): value is T => allowed.includes(value as T)

/** A rule's severity under a configuration: by id, else by family, else its own. */
export function severityOf(id: string, config: Config): Severity | 'off' | undefined {
  return config.rules[id] ?? config.rules[id.slice(0, id.indexOf('/'))]
}
