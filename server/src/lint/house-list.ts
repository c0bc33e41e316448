import { isOneOf, isRecord, isText, listOf } from './json.ts'
import { type JsonPath, notOneOf, type Problem, unknownKey } from './problem.ts'
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
export function readWords(json: unknown, problems: Problem[], at: JsonPath = ['words']): readonly string[] {
  if (!Array.isArray(json)) {
    problems.push(notOneOf(at, '["…", "…"]'))
    return []
  }
  return json.flatMap((value: unknown, i): readonly string[] => {
    if (isWord(value)) return [value.trim()]
    problems.push(tooShort([...at, i], value))
    return []
  })
}

const tooShort = (path: JsonPath, value: unknown): Problem => {
  const said = typeof value === 'string' ? `“${value}”` : `“${path.join('.')}”`
  return {
    path,
    message: { zh: `${said}：词要有两个字以上`, en: `${said}: a word of two characters or more` },
  }
}

/** Reads banned words from JSON: { wrong: right } or a list of them. What is wrong is named and left out. */
export function readBanned(json: unknown, problems: Problem[], at: JsonPath = ['banned']): readonly BannedWord[] {
  if (isRecord(json))
    return Object.entries(json).flatMap(([word, use]) => readBan({ word, use }, problems, [...at, word]))
  if (Array.isArray(json)) return json.flatMap((value: unknown, i) => readBan(value, problems, [...at, i]))
  problems.push(notOneOf(at, '{ "…": "…" }'))
  return []
}

function readBan(json: unknown, problems: Problem[], at: JsonPath): readonly BannedWord[] {
  const value = typeof json === 'string' ? { word: json } : json
  if (!isRecord(value) || !isWord(value['word'])) {
    problems.push(tooShort(at, isRecord(value) ? value['word'] : value))
    return []
  }
  const { word, use = '', note = '', severity, ...others } = value
  for (const key of Object.keys(others)) problems.push(unknownKey([...at, key]))
  if (typeof use !== 'string') problems.push(notOneOf([...at, 'use'], '"…"'))
  if (typeof note !== 'string') problems.push(notOneOf([...at, 'note'], '"…"'))
  const known = isOneOf(severities, severity)
  if (severity !== undefined && !known) problems.push(notOneOf([...at, 'severity'], severities.join(' | ')))
  return [
    {
      word: (word as string).trim(),
      use: typeof use === 'string' ? use.trim() : '',
      note: typeof note === 'string' ? note.trim() : '',
      ...(known && { severity }),
    },
  ]
}

/** Somebody with the posts that are his. A list of them is in their order. */
export type Leader = { readonly name: string; readonly posts: readonly string[] }

/** Reads people from JSON: { "name": …, "post": … } in their order. What is wrong is named and left out. */
export function readLeaders(json: unknown, problems: Problem[], at: JsonPath = ['leaders']): readonly Leader[] {
  if (!Array.isArray(json)) {
    problems.push(notOneOf(at, '[{ "name": "…", "post": "…" }]'))
    return []
  }
  return json.flatMap((value: unknown, i): readonly Leader[] => {
    if (!isRecord(value) || !isWord(value['name'])) {
      problems.push(tooShort([...at, i], isRecord(value) ? value['name'] : value))
      return []
    }
    const { name, post, ...others } = value
    for (const key of Object.keys(others)) problems.push(unknownKey([...at, i, key]))
    if (!listOf(post).every(isText)) problems.push(notOneOf([...at, i, 'post'], '"…" | ["…"]'))
    const posts = listOf(post)
      .filter(isText)
      .flatMap((each) => each.split(/[、，,；;]/))
    return [{ name: (name as string).replace(/\s/g, ''), posts: posts.map((each) => each.trim()).filter(Boolean) }]
  })
}
