/** What a value of JSON is, for who reads one that anybody may have written. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isOneOf = <T extends string>(allowed: readonly T[], value: unknown): value is T =>
  allowed.includes(value as T)

export const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** A value as a list, of none where there is no value. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]
