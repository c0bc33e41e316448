/** Values that are sent over and over. Who makes one does not change it any more, so that its JSON is made once. */
const values = new WeakSet<object>()

export function lasting<T extends object>(value: T): T {
  values.add(value)
  return value
}

export const isLasting = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && values.has(value)
