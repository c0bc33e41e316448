import type { Message } from '../lint/message.ts'
import type { Severity } from '../lint/severity.ts'

/** What a severity is called. */
export const severityNames: Readonly<Record<Severity, Message>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  information: { zh: '提示', en: 'info' },
  hint: { zh: '参考', en: 'hint' },
}
