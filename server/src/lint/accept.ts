import type { Line } from '../plan/line.ts'
import { isRecord } from './json.ts'
import type { Finding } from './lint.ts'
import { notOneOf, type Problem } from './problem.ts'

/**
 * A finding that somebody looked at and let stand: of which rule, on which words, in which sentence. It holds wherever
 * that sentence stands, moves with it, and no longer holds when a character of the sentence changes.
 */
export type Acceptance = {
  readonly rule: string
  readonly words: string
  /** The fingerprint of the sentence. */
  readonly sentence: string
  /** The beginning of the sentence, for who reads the file. */
  readonly excerpt: string
  /** Why, and when (2026-11-23), where somebody said so. */
  readonly note: string
  readonly date: string
}

/** Findings that are open, those that were accepted, and what was accepted and is found no more. */
export type Settled = {
  readonly open: readonly Finding[]
  readonly accepted: readonly { readonly finding: Finding; readonly entry: Acceptance }[]
}

/** Parts what was found by what was accepted. */
export function settleAccepted(findings: readonly Finding[], entries: readonly Acceptance[]): Settled {
  if (entries.length === 0) return { open: findings, accepted: [] }
  const known = new Map(entries.map((entry) => [keyOf(entry), entry]))
  // Most findings are on words that nobody accepted anywhere: their sentences need not be looked at.
  const words = new Set(entries.map(wordsKey))
  const sentenceOf = sentences()
  const open: Finding[] = []
  const accepted: { finding: Finding; entry: Acceptance }[] = []
  for (const finding of findings) {
    const own = { rule: finding.rule.id, words: wordsOf(finding) }
    const entry = words.has(wordsKey(own))
      ? known.get(keyOf({ ...own, sentence: sentenceOf(finding).print }))
      : undefined
    if (entry) accepted.push({ finding, entry })
    else open.push(finding)
  }
  return { open, accepted }
}

type Identity = Pick<Acceptance, 'rule' | 'words' | 'sentence'>

const wordsKey = ({ rule, words }: Pick<Identity, 'rule' | 'words'>): string => `${rule}\t${words}`

export const keyOf = (identity: Identity): string => `${wordsKey(identity)}\t${identity.sentence}`

/**
 * The words that a finding marks. A mark on the ordinal means the item, whose number changes with what stands before
 * it, and so has no words; but for the rules of ordinals, to which the number is all.
 */
function wordsOf({ rule, line, from, to }: Finding): string {
  const { text, ordinal } = line
  const isItem = ordinal && to <= ordinal.to && !rule.id.startsWith('ordinal/') && /\S/.test(text.slice(ordinal.to))
  return isItem ? '' : text.slice(from, to)
}

/** What accepts a finding. */
export function acceptanceOf(finding: Finding, date: string): Acceptance {
  const { text, print } = sentences()(finding)
  const characters = [...text.trim()]
  const excerpt = characters.slice(0, excerptLength).join('') + (characters.length > excerptLength ? '…' : '')
  return { rule: finding.rule.id, words: wordsOf(finding), sentence: print, excerpt, note: '', date }
}

const excerptLength = 40

/** The sentences of findings that come in their order: a long one is read once for all that begin in it. */
function sentences(): (finding: Finding) => { readonly text: string; readonly print: string } {
  let last: (ReturnType<typeof sentenceAt> & { readonly line: Line; readonly print: string }) | undefined
  return ({ line, from }) => {
    if (last?.line === line && from >= last.start && from < last.end) return last
    const sentence = sentenceAt(line, from)
    last = { ...sentence, line, print: fingerprint(sentence.text) }
    return last
  }
}

/** The sentence in which a column is, without the ordinal of its line. */
function sentenceAt({ text, ordinal }: Line, column: number) {
  const first = ordinal?.to ?? 0
  const at = Math.max(Math.min(column, text.length - 1), first)
  let start = at
  while (start > first && !ends.includes(text.charAt(start - 1))) start--
  let end = at
  while (end < text.length && !ends.includes(text.charAt(end))) end++
  end = Math.min(end + 1, text.length)
  return { start, end, text: text.slice(start, end) }
}

const ends = '。；！？'

/** 53 bits of a text without its blanks (cyrb53, public domain), in base 36: no secret, only short and stable. */
export function fingerprint(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (const character of text) {
    if (/\s/.test(character)) continue
    const code = character.codePointAt(0) as number
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0')
}

/** Reads what was accepted. What is wrong is named and left out. */
export function readAccepted(json: unknown, problems: Problem[]): readonly Acceptance[] {
  const list = isRecord(json) ? json['accepted'] : undefined
  if (!Array.isArray(list)) {
    problems.push(notOneOf(['accepted'], '[…]'))
    return []
  }
  return list.flatMap((value: unknown, i): readonly Acceptance[] => {
    const { rule, words, sentence, excerpt = '', note = '', date = '' } = isRecord(value) ? value : {}
    if ([rule, words, sentence, excerpt, note, date].every((each) => typeof each === 'string'))
      return [{ rule, words, sentence, excerpt, note, date } as Acceptance]
    problems.push(notOneOf(['accepted', i], '{ "rule", "words", "sentence" }'))
    return []
  })
}

/** What was accepted as a file: an entry a line, in an order that does not depend on when, so that changes are read and merged with ease. */
export function writeAccepted(entries: readonly Acceptance[]): string {
  const sorted = [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()].sort((a, b) =>
    keyOf(a) < keyOf(b) ? -1 : 1,
  )
  const lines = sorted.map(({ rule, words, sentence, excerpt, note, date }) =>
    JSON.stringify({ rule, words, sentence, excerpt, ...(note && { note }), ...(date && { date }) }),
  )
  return lines.length === 0 ? '{ "accepted": [] }\n' : `{ "accepted": [\n  ${lines.join(',\n  ')}\n] }\n`
}
