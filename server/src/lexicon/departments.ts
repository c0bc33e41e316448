import departments from '../../lexicon/departments.tsv'
import former from '../../lexicon/former.tsv'
import { rows } from './entries.ts'

/** A unit's name in parts: 市, 发改, 委. `kind` is the department's short form whatever form stands there. */
export type Department = {
  readonly region: string
  readonly form: string
  readonly kind: string
  readonly suffix: string
}

const kinds = new Map(
  rows(departments).flatMap(([short = '', others = '']) =>
    [short, ...others.split('|')].map((form) => [form, short] as const),
  ),
)

const parts =
  /^(?<region>.{0,8}?(?:省|市|县|区|州|旗|盟)|国家|自治区)?(?<form>.+?)(?<suffix>委员会|办公室|委|局|厅|部|办)$/

/** The department that a name means; undefined where it is none of those that have several names. */
export function departmentOf(name: string): Department | undefined {
  const groups = parts.exec(name)?.groups
  const kind = groups && kinds.get(groups['form'] as string)
  if (!groups || !kind) return undefined
  const suffix = groups['suffix'] as string
  return {
    region: groups['region'] ?? '',
    form: groups['form'] as string,
    kind,
    suffix: suffix === '委员会' ? '委' : suffix,
  }
}

/** The same for all names of one department; undefined where a name is none of a department with several. */
export function departmentKey(name: string): string | undefined {
  const found = departmentOf(name)
  return found && `${found.region}${found.kind}${found.suffix}`
}

/** A department that is no more, the last year of its name, and what does its work now. */
export type Former = { readonly name: string; readonly until: number; readonly now: string }

/** The former names by their last two characters, which are all that most names are asked for. */
const formers = new Map<string, Former[]>()
for (const [name = '', until = '', now = ''] of rows(former)) {
  const end = name.slice(-2)
  formers.set(end, [...(formers.get(end) ?? []), { name, until: Number(until), now }])
}

const regional = /^(?:.{0,8}(?:省|市|县|区|州|旗|盟))?$/

/** The former department that a name means, region before it or none. */
export const formerOf = (name: string): Former | undefined =>
  formers
    .get(name.slice(-2))
    ?.find((each) => name.endsWith(each.name) && regional.test(name.slice(0, -each.name.length)))
