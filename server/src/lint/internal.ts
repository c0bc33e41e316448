import type { Line } from '../plan/line.ts'
import type { Finding } from './lint.ts'
import { type Rule, rule } from './rule.ts'

/** Stands for a rule that failed: it is in no table, since it looks for nothing. */
export const internalRule = rule({
  id: 'internal/rule',
  scope: 'line',
  severity: 'warning',
  title: { zh: '规则自身出错', en: 'A rule failed' },
  message: {
    zh: '规则 {0} 查到这里出错了（{1}），其余照常检查；请把这一行告诉要点的维护者',
    en: 'The rule {0} failed here ({1}); the others were checked all the same. Please tell us of this line',
  },
  why: {
    zh: '一条规则出错，别的规则不该跟着停下；但也不能当作没有问题。',
    en: 'One rule that fails must not stop the others, nor pass for silence.',
  },
  source: '要点自身',
  rank: 'practice',
  good: [],
  bad: [],
  *check() {},
})

/** What is said where a rule failed: the whole line, for nobody knows which words it was about. */
export const failure = (failed: Rule, line: Line, error: unknown): Finding => ({
  line,
  from: 0,
  to: line.text.length,
  rule: internalRule,
  severity: internalRule.severity,
  certain: false,
  args: [failed.id, error instanceof Error ? error.message : String(error)],
})
