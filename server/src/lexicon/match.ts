import { type Entry, holds } from './entries.ts'

export type Match = { readonly entry: Entry; readonly from: number; readonly to: number }

/**
 * A matcher of many words in one pass over a text, whatever their number: two characters look up the few words that
 * begin with them. Of words that begin at one place the longest wins; matches do not overlap.
 */
export function matcher(entries: readonly Entry[]): (text: string) => readonly Match[] {
  const buckets = new Map<number, Entry[]>()
  const begins = new Uint8Array(1 << 16)
  for (const entry of entries) {
    const key = pair(entry.wrong, 0)
    begins[hash(key)] = 1
    buckets.set(key, [...(buckets.get(key) ?? []), entry])
  }
  for (const bucket of buckets.values()) bucket.sort((a, b) => b.wrong.length - a.wrong.length)
  return (text) => {
    let found: Match[] | undefined
    for (let i = 0; i < text.length - 1; i++) {
      const key = pair(text, i)
      if (begins[hash(key)] === 0) continue
      const entry = buckets.get(key)?.find((e) => text.startsWith(e.wrong, i) && holds(e, text, i, i + e.wrong.length))
      if (!entry) continue
      found ??= []
      found.push({ entry, from: i, to: i + entry.wrong.length })
      i += entry.wrong.length - 1
    }
    return found ?? none
  }
}

const none: readonly Match[] = []
const pair = (text: string, i: number): number => text.charCodeAt(i) * 65536 + text.charCodeAt(i + 1)
const hash = (key: number): number => (key ^ (key >>> 13)) & 0xffff
