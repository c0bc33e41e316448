import type { Finding } from '../lint/lint.ts'
import { severities } from '../lint/severity.ts'

/**
 * What is shown of one document at most. VS Code takes no more, and to send thousands at every key costs more than to
 * find them.
 */
const most = 1000

/** The gravest findings, still in their order, and how many are left out; one place is left to say so. */
export function foremost(findings: readonly Finding[]): { readonly shown: readonly Finding[]; readonly left: number } {
  if (findings.length <= most) return { shown: findings, left: 0 }
  const room = new Map<Finding['severity'], number>()
  let rest = most - 1
  for (const severity of severities) {
    const there = findings.reduce((sum, finding) => sum + Number(finding.severity === severity), 0)
    room.set(severity, Math.min(there, rest))
    rest -= Math.min(there, rest)
  }
  const shown = findings.filter(({ severity }) => {
    const left = room.get(severity) as number
    room.set(severity, left - 1)
    return left > 0
  })
  return { shown, left: findings.length - shown.length }
}
