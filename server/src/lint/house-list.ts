import { isOneOf, isRecord } from './json.ts'
import { type Severity, severities } from './severity.ts'

/** A word that the house does not write, what it writes instead (empty: nothing), and why. */
export type BannedWord = {
  readonly word: string
  readonly use: string
  readonly note: string
  /** Where the house is surer or less sure of this one than of the others. */
  readonly severity?: Severity
}

/** A single character is in too many words to be a word of a list. */
const isWord = (value: unknown): value is string => typeof value === 'string' && value.trim().length > 1

/** Reads a list of words from JSON. What is wrong is named and left out. */
export function readWords(json: unknown, problems: string[]): readonly string[] {
  if (!Array.isArray(json)) {
    problems.push('“words”: a list […], or the path of a file')
    return []
  }
  return json.flatMap((value: unknown, i): readonly string[] => {
    if (isWord(value)) return [value.trim()]
    problems.push(`${named('words', value, i)}: a word of two characters or more`)
    return []
  })
}

/** Reads banned words from JSON: { wrong: right } or a list of them. What is wrong is named and left out. */
export function readBanned(json: unknown, problems: string[]): readonly BannedWord[] {
  const list = isRecord(json) ? Object.entries(json).map(([word, use]) => ({ word, use })) : json
  if (Array.isArray(list)) return list.flatMap((value: unknown, i) => readBan(value, i, problems))
  problems.push('“banned”: { "…": "…" }, a list […], or the path of a file')
  return []
}

/** A value of a list as problems name it. */
const named = (list: string, value: unknown, i: number): string =>
  typeof value === 'string' ? `“${list}”: “${value}”` : `“${list}[${i}]”`

function readBan(json: unknown, i: number, problems: string[]): readonly BannedWord[] {
  const value = typeof json === 'string' ? { word: json } : json
  const at = named('banned', isRecord(value) ? value['word'] : value, i)
  if (!isRecord(value) || !isWord(value['word'])) {
    problems.push(`${at}: a word of two characters or more, or { "word": …, "use": … }`)
    return []
  }
  const { word, use = '', note = '', severity, ...others } = value
  for (const key of Object.keys(others)) problems.push(`${at}: “${key}” is not known`)
  if (typeof use !== 'string') problems.push(`${at}: what to write instead is a text`)
  if (typeof note !== 'string') problems.push(`${at}: the note is a text`)
  const known = isOneOf(severities, severity)
  if (severity !== undefined && !known) problems.push(`${at}: ${severities.join(' | ')}`)
  return [
    {
      word: (word as string).trim(),
      use: typeof use === 'string' ? use.trim() : '',
      note: typeof note === 'string' ? note.trim() : '',
      ...(known && { severity }),
    },
  ]
}
