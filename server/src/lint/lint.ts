import type { Part } from '../plan/item.ts'
import { Line } from '../plan/line.ts'
import { type Plan, partsOf } from '../plan/plan.ts'
import { carrying } from './carry.ts'
import { type Config, isAsked, optionsOf, severityOf } from './config.ts'
import { insideWords, judgesWords } from './house-words.ts'
import { failure, internalRule } from './internal.ts'
import type { Options } from './option.ts'
import type { Found, Rule } from './rule.ts'
import type { Severity } from './severity.ts'
import { isShown, shownBy, waking } from './woken.ts'

/** A place in the text, what is wrong there and how to mend it. Points at a line; the plan knows its row. */
export type Finding = Found & {
  readonly rule: Rule
  readonly severity: Severity
  /** The rule is sure of it, whatever severity the configuration gives: its preferred fix may be applied in bulk. */
  readonly certain: boolean
}

type Active<T> = {
  readonly rule: Rule & {
    readonly applies?: (target: T) => boolean
    readonly check: (target: T, config: Config, options: Options) => Iterable<Found>
  }
  /** What the configuration says; undefined leaves it to the rule. */
  readonly severity: Severity | undefined
  readonly options: Options
}

/** A part as it was checked, with what each of its rules found. */
type Checked = { readonly part: Part; readonly found: readonly (readonly Finding[])[] }

/** What is found in a plan. */
export type Lint = (plan: Plan) => readonly Finding[]

export type Linter = Lint & {
  /**
   * The same work in small steps, for who has other things to do in between: what it yields is nothing, and when it is
   * through, the findings are remembered.
   */
  readonly steps: (plan: Plan) => Iterable<void>
}

/**
 * A linter for one configuration. It remembers what it found by line and by part, so that after an edit only what
 * changed is checked again. The order of the rules is their priority: of two findings on the same words the first stays.
 * A rule that throws is one finding of its own (internal/rule), and the others go on.
 */
export function linter(rules: readonly Rule[], config: Config): Linter {
  const active = rules.flatMap((rule, priority) => {
    const severity = severityOf(rule.id, config)
    const isOff = severity === 'off' || !isAsked(rule, config) || rule.wants?.(config) === false
    return isOff ? [] : [{ rule, priority, severity, options: optionsOf(rule, config), shows: rule.shows }]
  })
  const lineRules = active.flatMap((a) => (a.rule.scope === 'line' ? [{ ...a, rule: a.rule }] : []))
  const partRules = active.flatMap((a) => (a.rule.scope === 'part' ? [{ ...a, rule: a.rule }] : []))
  const woken = waking(lineRules)
  const isRight = insideWords(config.words)
  const priority = new Map(active.map((a) => [a.rule, a.priority]))
  const byPart = new WeakMap<Part, readonly Finding[]>()

  const ask = <T>({ rule, severity, options }: Active<T>, target: T, found: readonly Finding[]): readonly Finding[] => {
    if (rule.applies && !rule.applies(target)) return found
    let more = found
    const right = judgesWords(rule) ? isRight : undefined
    for (const finding of rule.check(target, config, options)) {
      if (right?.(finding)) continue
      const own = finding.severity ?? rule.severity
      if (more === none) more = []
      const usual = config.profile === 'issue' && finding.severity === undefined ? (rule.atIssue ?? own) : own
      ;(more as Finding[]).push({ ...finding, rule, severity: severity ?? usual, certain: own === 'error' })
    }
    return more
  }

  let failed = false
  const run = <T>(of: readonly Active<T>[], target: T, first: Line | undefined): readonly Finding[] => {
    let found = none
    for (const each of of) {
      try {
        found = ask(each, target, found)
      } catch (error) {
        if (first) found = [...found, failure(each.rule, first, error)]
        failed = true
      }
    }
    return found
  }

  const ofLine = (line: Line): readonly Finding[] => {
    const memo = checked.get(line)
    if (memo === active) return none
    if (memo && 'by' in memo && memo.by === active) return memo.found
    const found = run(woken(line), line, line)
    checked.set(line, found.length === 0 ? active : { by: active, found })
    return found
  }

  /** What each rule found in a part, by the part's first and last line: one of the two outlives most edits. */
  const partsBefore = new WeakMap<Line, Checked>()
  // A line that is no longer first or last would hold a version of the part for as long as it stands.
  const forget = ({ lines }: Part) => {
    partsBefore.delete(lines[0] as Line)
    partsBefore.delete(lines.at(-1) as Line)
  }

  const ofPart = (part: Part): readonly Finding[] => {
    const known = byPart.get(part)
    if (known) return known
    const { lines } = part
    const [first, last] = [lines[0] as Line, lines.at(-1) as Line]
    const before = partsBefore.get(first) ?? partsBefore.get(last)
    const carry = before && carrying(before.part, part)
    const shown = shownBy(lines)
    const found = partRules.map((each, i) =>
      isShown(shown, each.shows)
        ? (carry?.(before?.found[i] ?? none, each.rule.sees) ?? run([each], part, first))
        : none,
    )
    const now = { part, found }
    if (before) forget(before.part)
    partsBefore.set(first, now)
    partsBefore.set(last, now)
    const all = found.flat()
    byPart.set(part, all)
    return all
  }

  const byDocument = new WeakMap<Part, readonly Finding[]>()

  const ofDocument = (document: Part): readonly Finding[] => {
    const known = byDocument.get(document)
    if (known) return known
    const own = partsOf(document)
    const ofParts = new Map<Line, Finding[]>()
    for (const finding of own.flatMap(ofPart)) {
      const there = ofParts.get(finding.line)
      if (there) there.push(finding)
      else ofParts.set(finding.line, [finding])
    }
    const found: Finding[] = []
    for (const { lines } of own) {
      for (const line of lines) {
        const byLine = ofLine(line)
        const byPart = ofParts.get(line)
        if (byPart) for (const each of settle([...byLine, ...byPart], priority)) found.push(each)
        else if (byLine.length > 0) for (const each of settle(byLine, priority)) found.push(each)
      }
    }
    byDocument.set(document, found)
    return found
  }

  function* steps(plan: Plan) {
    for (const document of plan.documents) {
      if (byDocument.has(document)) continue
      for (const part of partsOf(document)) {
        for (const line of part.lines) {
          if (checked.get(line) === active) continue
          ofLine(line)
          yield
        }
        ofPart(part)
        yield
      }
      ofDocument(document)
    }
  }

  const all = (plan: Plan) => {
    const found = plan.documents.flatMap(ofDocument)
    return failed ? onceFailed(found) : found
  }
  return Object.assign(all, { steps })
}

/** A rule that fails, fails on many lines: once is enough to know. */
function onceFailed(findings: readonly Finding[]): readonly Finding[] {
  const failed = new Set<unknown>()
  return findings.filter(({ rule, args }) => {
    const isNew = rule !== internalRule || !failed.has(args?.[0])
    if (rule === internalRule) failed.add(args?.[0])
    return isNew
  })
}

const none: readonly Finding[] = []

/** By which rules a line was checked, and what they found where they found anything. A line is in one document only. */
const checked = Line.slot<object | { readonly by: object; readonly found: readonly Finding[] }>()

/** One mistake gives one finding: where two line findings meet on the same words, the rule that comes first stays. */
function settle(findings: readonly Finding[], priority: ReadonlyMap<Rule, number>): readonly Finding[] {
  if (findings.length === 1) return findings
  const rank = (finding: Finding) => priority.get(finding.rule) ?? Number.POSITIVE_INFINITY
  // By column, what stands there: so that a line of many findings costs no more than its length.
  const taken = new Uint8Array((findings[0] as Finding).line.text.length + 1)
  const kept = [...findings]
    .sort((a, b) => rank(a) - rank(b))
    .filter(({ rule, from, to }) => {
      // That a rule failed is about no words.
      if (rule === internalRule) return true
      const own = rule.scope === 'line' ? byLineRule : byPartRule
      const meets = taken.subarray(from, to).some((other) => other !== 0 && (own | other) !== byPartRule)
      if (!meets) taken.fill(own, from, to)
      return !meets
    })
  return kept.sort((a, b) => a.from - b.from || a.to - b.to)
}

const byLineRule = 1
const byPartRule = 2
