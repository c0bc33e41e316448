import type { Settled } from '../lint/accept.ts'
import { type Config, isAsked, severityOf } from '../lint/config.ts'
import type { Finding } from '../lint/lint.ts'
import type { Profile } from '../lint/profile.ts'
import type { Rule } from '../lint/rule.ts'
import type { Severity } from '../lint/severity.ts'
import { titleOf } from '../plan/item.ts'
import { pathTo } from '../plan/locate.ts'
import type { Plan } from '../plan/plan.ts'
import { checklist, familyOf } from './checklist.ts'
import { type Diagnostic, diagnostic, type Locale } from './diagnostic.ts'
import { type Excerpt, excerptOf } from './excerpt.ts'
import { type Facts, facts } from './facts.ts'

/** Ready, ready but for what somebody should look at again, or not ready. */
export type Verdict = 'ready' | 'look' | 'not'

/** A point of the checklist: `off` where no rule of it is asked at this stage. */
export type PointState = 'pass' | 'look' | 'fail' | 'off'

export type CheckedPoint = {
  readonly title: string
  readonly state: PointState
  readonly counts: Counts
  /** How many rules of it are asked, of how many there are. */
  readonly asked: number
  readonly rules: number
}

export type Counts = Readonly<Record<Severity, number>>

/** A finding as the page shows it. */
export type Checked = {
  readonly found: Diagnostic
  /** What the rule is called. */
  readonly title: string
  /** The number of its point in the checklist. */
  readonly point: number
  /** 一、（二）3., or nothing where no item is around it. */
  readonly place: string
  readonly excerpt: Excerpt
}

/** What the check of one document says: the contract of `yaodian check --format json`. */
export type Check = {
  readonly name: string
  readonly title: string
  readonly profile: Profile
  /** 2024-06-30 */
  readonly day: string
  readonly verdict: Verdict
  readonly counts: Counts
  readonly points: readonly CheckedPoint[]
  readonly findings: readonly Checked[]
  readonly accepted: readonly (Checked & { readonly note: string; readonly date: string })[]
  readonly facts: Facts
}

export type ToCheck = {
  /** What the document is called where it is stored. */
  readonly name: string
  readonly plan: Plan
  readonly config: Config
  readonly rules: readonly Rule[]
} & Settled

/** Everything that a reviewer wants to know of a document before it goes out. */
export function check({ name, plan, config, rules, open, accepted }: ToCheck, locale: Locale): Check {
  const checked = open.map((finding) => checkedOf(plan, finding, locale))
  const counts = countsOf(checked)
  return {
    name,
    title: plan.documents.map(titleOf).find(Boolean) ?? '',
    profile: config.profile,
    day: config.today,
    verdict: counts.error + counts.warning > 0 ? 'not' : counts.information > 0 ? 'look' : 'ready',
    counts,
    points: checklist.map(({ title, families }, i) => {
      const own = rules.filter(({ id }) => families.includes(familyOf(id)))
      const asked = own.filter((rule) => isOn(rule, config)).length
      const ownCounts = countsOf(checked.filter(({ point }) => point === i))
      return { title: title[locale], state: stateOf(ownCounts, asked), counts: ownCounts, asked, rules: own.length }
    }),
    findings: checked,
    accepted: accepted.map(({ finding, entry: { note, date } }) => ({
      ...checkedOf(plan, finding, locale),
      note,
      date,
    })),
    facts: facts(plan, config),
  }
}

const isOn = (rule: Rule, config: Config): boolean => {
  const severity = severityOf(rule.id, config)
  return severity === undefined ? isAsked(rule, config) : severity !== 'off'
}

function checkedOf(plan: Plan, finding: Finding, locale: Locale): Checked {
  const found = diagnostic(plan, finding, locale)
  const row = found.range.start.line
  return {
    found,
    title: finding.rule.title[locale],
    point: checklist.findIndex(({ families }) => families.includes(familyOf(finding.rule.id))),
    place: pathTo(plan, row)
      .map(({ head, kind }) => (kind === 'item' ? (head?.ordinal?.text.trim() ?? '') : ''))
      .join(''),
    excerpt: excerptOf(finding.line.text, found),
  }
}

function countsOf(checked: readonly Checked[]): Counts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 }
  for (const { found } of checked) counts[found.severity]++
  return counts
}

const stateOf = ({ error, warning, information }: Counts, asked: number): PointState =>
  error + warning > 0 ? 'fail' : information > 0 ? 'look' : asked === 0 ? 'off' : 'pass'

/** So many findings of one rule are shown where they stand; what is more of it stands together, or it hides the rest. */
const most = 10

/** Findings in order, and those of rules that found many apart from them. */
export function apart<T extends Checked>(
  findings: readonly T[],
): {
  readonly shown: readonly T[]
  readonly more: readonly { readonly title: string; readonly rule: string; readonly findings: readonly T[] }[]
} {
  const shown: T[] = []
  const byRule = new Map<string, T[]>()
  for (const each of findings) {
    const own = byRule.get(each.found.rule) ?? []
    own.push(each)
    byRule.set(each.found.rule, own)
    if (own.length <= most) shown.push(each)
  }
  const more = [...byRule]
    .filter(([, own]) => own.length > most)
    .map(([rule, own]) => ({ rule, title: own[0]?.title ?? '', findings: own.slice(most) }))
  return { shown, more }
}
