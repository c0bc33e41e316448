import assert from 'node:assert/strict'
import { isoDay, lastDay, readDue } from '../server/src/plan/due.ts'

/** When words of a plan for 2024 are due at the latest, or how loosely they say so. */
function due(text: string): string {
  const found = readDue(text)
  if (!found) return 'none'
  const day = lastDay(found, 2024)
  return day ? `${isoDay(day)} ${found.precision}` : found.precision
}

const cases: readonly (readonly [string, string])[] = [
  ['2023年12月底前', '2023-12-31 month'],
  ['2025年6月30日前完成', '2025-06-30 day'],
  ['6月30日前', '2024-06-30 day'],
  ['2月底前', '2024-02-29 month'],
  ['２０２４年９月上旬', '2024-09-10 month'],
  ['九月中旬', '2024-09-20 month'],
  ['年底前', '2024-12-31 year'],
  ['2024年年底前', '2024-12-31 year'],
  ['今年年内', '2024-12-31 year'],
  ['明年3月底前', '2025-03-31 month'],
  ['2026年', '2026-12-31 year'],
  ['第三季度', '2024-09-30 quarter'],
  ['2021年四季度', '2021-12-31 quarter'],
  ['上半年', '2024-06-30 half'],
  ['每季度', 'recurring'],
  ['每月5日前', 'recurring'],
  ['持续推进', 'ongoing'],
  ['长期坚持', 'ongoing'],
  ['立行立改', 'now'],
  ['尽快', 'vague'],
  // No such day: that is for a rule to say.
  ['2月30日前', 'day'],
  ['13月底前', 'month'],
  ['完成后通报', 'none'],
  ['3年内', 'none'],
  ['2026年1月至6月', '2026-06-30 month'],
  ['3月启动，12月完成', '2024-12-31 month'],
  ['2024年6月底前，每季度调度一次', '2024-06-30 month'],
  ['2024年11月—2025年3月', '2025-03-31 month'],
]

describe('reading when something is due', () => {
  for (const [text, expected] of cases) it(`${text} → ${expected}`, () => assert.equal(due(text), expected))
})
