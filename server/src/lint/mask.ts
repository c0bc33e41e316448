/** The first and the last characters of a number, the rest hidden: reports are passed on, and so must not repeat it. */
export function masked(text: string, first: number, last: number): string {
  const bare = text.replace(/[\s-－—]/g, '')
  return `${bare.slice(0, first)}${'*'.repeat(Math.max(bare.length - first - last, 1))}${last > 0 ? bare.slice(-last) : ''}`
}
