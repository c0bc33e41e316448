import type { Entry } from '../lexicon/entries.ts'
import { type Match, matcher } from '../lexicon/match.ts'
import { type Found, quoted, replace, type Severity } from '../lint/rule.ts'
import type { Line } from '../plan/line.ts'

const severity: Readonly<Record<Entry['certainty'], Severity>> = { certain: 'error', likely: 'warning', hint: 'information' }

/** The check of a word list: every word of it, with its fix. Shared by the rules that are lists. */
export function listed(entries: readonly Entry[]): (line: Line) => Generator<Found> {
  const match = matcher(entries)
  return function* check(line) {
    for (const found of match(line.text)) yield finding(line, found)
  }
}

function finding(line: Line, { entry: { wrong, right, certainty, note }, from, to }: Match): Found {
  const certain = certainty === 'certain'
  return {
    line,
    from,
    to,
    severity: severity[certainty],
    message: {
      zh: `${quoted(wrong)}${certain ? '应为' : '疑为'}${quoted(right)}${note && `：${note}`}`,
      en: `${quoted(wrong)} ${certain ? 'should be' : 'may be meant as'} ${quoted(right)}`,
    },
    fixes: [replace({ line, from, to }, right, certainty !== 'hint')],
  }
}
