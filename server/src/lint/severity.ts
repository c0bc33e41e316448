/** error: certain. warning: likely. information: house style, or look again. */
export const severities = ['error', 'warning', 'information', 'hint'] as const
export type Severity = (typeof severities)[number]
