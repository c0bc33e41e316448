import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import { unitList } from '../lexicon/unit-list.ts'
import { ownerHabits, type Said, sensitivities } from './config.ts'
import { readBanned, readLeaders, readWords } from './house-list.ts'
import { readUnits } from './house-units.ts'
import { isOneOf, isRecord, isText, listOf } from './json.ts'
import type { Message } from './message.ts'
import type { Option, OptionValue } from './option.ts'
import { type JsonPath, notOneOf, type Problem, unknownKey } from './problem.ts'
import { profiles } from './profile.ts'
import type { Rule } from './rule.ts'
import { type Severity, severities } from './severity.ts'

/** The lists that stand in a yaodian.json, or in a file that it names; phrases only in a file. */
export type ListName = (typeof listNames)[number]
export const listNames = ['units', 'words', 'banned', 'leaders', 'phrases'] as const
export type ListFiles = Readonly<Partial<Record<ListName, string>>>

/** What holds for some files only: globs from the configuration's own folder. */
export type Override = { readonly files: readonly string[]; readonly said: Said }

/** A problem at its place in the text: offset and length in UTF-16 units. */
export type Placed = { readonly message: Message; readonly offset: number; readonly length: number }

/** What a yaodian.json says. `files`: where its lists are, `bases`: what it extends, both as it names them. */
export type Written = {
  readonly said: Said
  readonly files: ListFiles
  readonly bases: readonly string[]
  readonly overrides: readonly Override[]
  readonly problems: readonly Placed[]
  /** Where a key of it stands, for what turns out to be wrong with the file that it names. */
  readonly placeOf: (path: JsonPath) => Omit<Placed, 'message'>
}

/** What must be known of the rules to read what is set for them. */
export type Known = Pick<Rule, 'id' | 'options'>

/** Reads a yaodian.json; it may have comments and commas at the end. What is wrong is named and left out; the rest still counts. */
export function readConfig(text: string, known: readonly Known[]): Written {
  const { root, json, errors } = parsed(text)
  const problems: Problem[] = []
  const placeOf = (path: JsonPath, atKey = false) => placeIn(root, path, atKey)
  const place = ({ path, message, atKey }: Problem): Placed => ({ message, ...placeOf(path, atKey) })
  const read = isRecord(json) ? readSettings(json, { known, problems }) : nothing
  if (!isRecord(json) && errors.length === 0) problems.push(notOneOf([], '{ … }'))
  return { ...read, problems: [...errors, ...problems.map(place)], placeOf }
}

function parsed(text: string): { root?: Node | undefined; json?: unknown; errors: readonly Placed[] } {
  // What was made and taken back again says nothing.
  if (text.trim() === '') return { json: {}, errors: [] }
  const errors: ParseError[] = []
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true })
    return { root, json: root && getNodeValue(root), errors: errors.map(syntaxProblem) }
  } catch {
    return { errors: [{ offset: 0, length: 1, message: { zh: '括号套得太深', en: 'Nested too deeply' } }] }
  }
}

const nothing: Pick<Written, 'said' | 'files' | 'bases' | 'overrides'> = {
  said: {},
  files: {},
  bases: [],
  overrides: [],
}

const syntaxProblem = ({ error, offset, length }: ParseError): Placed => ({
  offset,
  length,
  message: { zh: '这里的 JSON 写法有误', en: `Invalid JSON: ${printParseErrorCode(error)}` },
})

/** The place of a value, or of its key; of the nearest one around it that there is. */
function placeIn(root: Node | undefined, path: JsonPath, atKey: boolean): Omit<Placed, 'message'> {
  for (let length = path.length; root && length >= 0; length--) {
    const node = findNodeAtLocation(root, [...path.slice(0, length)])
    if (!node) continue
    const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined
    const { offset, length: long } = (atKey && key) || (length === 0 ? { offset: node.offset, length: 1 } : node)
    return { offset, length: long }
  }
  return { offset: 0, length: 0 }
}

type Around = { readonly known: readonly Known[]; readonly problems: Problem[] }

function readSettings(json: Record<string, unknown>, around: Around): Omit<Written, 'problems' | 'placeOf'> {
  let read = nothing
  for (const [key, value] of Object.entries(json)) {
    const at = [key]
    if (key === '$schema') continue
    if (key === 'extends') read = { ...read, bases: readStrings(value, around, at) }
    else if (key === 'overrides') read = { ...read, overrides: readOverrides(value, around) }
    else if (isOneOf(listNames, key) && isText(value)) read = { ...read, files: { ...read.files, [key]: value } }
    else read = { ...read, said: { ...read.said, ...readKey(key, value, around, at) } }
  }
  return read
}

function readOverrides(json: unknown, around: Around): readonly Override[] {
  if (!Array.isArray(json)) {
    around.problems.push(notOneOf(['overrides'], '[{ "files": ["…"], … }]'))
    return []
  }
  return json.flatMap((value: unknown, i): readonly Override[] => {
    const at = ['overrides', i]
    const { files, ...others } = isRecord(value) ? value : {}
    const globs = readGlobs(files, around, [...at, 'files'])
    if (globs.length === 0) return []
    const said = Object.entries(others).map(([key, each]) =>
      overridable.has(key) ? readKey(key, each, around, [...at, key]) : refuse(around, [...at, key]),
    )
    return [{ files: globs, said: Object.assign({}, ...said) }]
  })
}

/** Globs; one that could be tried in very many ways against a name is named and left out: it might never be through. */
function readGlobs(json: unknown, around: Around, at: JsonPath): readonly string[] {
  return readStrings(json, around, at).filter((glob) => {
    const isCheap =
      glob.length <= longestGlob &&
      glob.split('**').length <= 1 + mostDeep &&
      glob.split('{').length <= 1 + mostBraces &&
      glob.replaceAll('**', '').split('*').length <= 1 + mostStars
    if (!isCheap) {
      const zh = `“${glob.slice(0, 40)}”太复杂：最多 ${longestGlob} 字、${mostDeep} 处“**”、${mostBraces} 处“{”、${mostStars} 个“*”`
      const en = `“${glob.slice(0, 40)}” is too much: ${longestGlob} characters, ${mostDeep} “**”, ${mostBraces} “{” and ${mostStars} “*” at most`
      around.problems.push({ path: Array.isArray(json) ? [...at, json.indexOf(glob)] : at, message: { zh, en } })
    }
    return isCheap
  })
}

const longestGlob = 200
const mostDeep = 2
const mostBraces = 3
const mostStars = 3

/** What may be another for some files: not the lists in files, which are read once. */
export const overridable: ReadonlySet<string> = new Set([
  'owners',
  'profile',
  'sensitivity',
  'year',
  'region',
  'rules',
  'words',
  'banned',
])

function refuse({ problems }: Around, path: JsonPath): Said {
  problems.push(unknownKey(path))
  return {}
}

/** A text or a list of texts. */
function readStrings(json: unknown, { problems }: Around, at: JsonPath): readonly string[] {
  const list = listOf(json)
  const found = list.filter(isText)
  if (found.length === 0 || found.length < list.length) problems.push(notOneOf(at, '"…" | ["…"]'))
  return found
}

type Reader = (value: unknown, around: Around, at: JsonPath) => Said

/** A key that names one of a few values. */
const choice =
  (key: keyof Said, values: readonly string[]): Reader =>
  (value, { problems }, at) => {
    if (isOneOf(values, value)) return { [key]: value }
    problems.push(notOneOf(at, values.join(' | ')))
    return {}
  }

/** How each key is read. */
const readers: Readonly<Record<string, Reader>> = {
  owners: choice('owners', ownerHabits),
  profile: choice('profile', profiles),
  sensitivity: choice('sensitivity', sensitivities),
  year: (value, { problems }, at) => {
    if (Number.isInteger(value) && (value as number) >= firstYear && (value as number) <= lastYear)
      return { year: value as number }
    problems.push(notOneOf(at, `${firstYear}–${lastYear}`))
    return {}
  },
  region: (value, around, at) => ({ region: readStrings(value, around, at) }),
  rules: (value, around, at) => readRules(value, around, at),
  units: (value, { problems }, at) => ({ units: unitList(readUnits(value, problems, at)) }),
  words: (value, { problems }, at) => ({ words: readWords(value, problems, at) }),
  banned: (value, { problems }, at) => ({ banned: readBanned(value, problems, at) }),
  leaders: (value, { problems }, at) => ({ leaders: readLeaders(value, problems, at) }),
  phrases: (_, { problems }, at) => {
    problems.push({
      path: at,
      message: {
        zh: '“phrases”应写 yaodian learn 写出的文件的路径',
        en: '“phrases” should be the path of what yaodian learn wrote',
      },
    })
    return {}
  },
}

const firstYear = 1950
const lastYear = 2150

const readKey: (key: string, value: unknown, around: Around, at: JsonPath) => Said = (key, value, around, at) => {
  const reader = Object.hasOwn(readers, key) ? readers[key] : undefined
  return reader ? reader(value, around, at) : refuse(around, at)
}

const levels = [...severities, 'off'] as const

function readRules(json: unknown, { known, problems }: Around, at: JsonPath): Said {
  if (!isRecord(json)) {
    problems.push(notOneOf(at, '{ "…": "off" }'))
    return {}
  }
  const rules: Record<string, Severity | 'off'> = {}
  const options: Record<string, Record<string, OptionValue>> = {}
  for (const [id, value] of Object.entries(json)) {
    const here = [...at, id]
    const rule = known.find((each) => each.id === id)
    if (!rule && !known.some((each) => each.id.startsWith(`${id}/`)))
      problems.push({
        path: here,
        atKey: true,
        message: { zh: `没有“${id}”这条规则，也没有这一族`, en: `“${id}” is no rule and no family of rules` },
      })
    else if (isOneOf(levels, value)) rules[id] = value
    else if (!rule || !isRecord(value)) problems.push(notOneOf(here, levels.join(' | ')))
    else {
      for (const [name, set] of Object.entries(value)) {
        const option = rule.options?.find((each) => each.name === name)
        if (name === 'severity' && isOneOf(levels, set)) rules[id] = set
        else if (name === 'severity') problems.push(notOneOf([...here, name], levels.join(' | ')))
        else if (!option) problems.push(unknownKey([...here, name]))
        else if (fits(option, set)) options[id] = { ...options[id], [name]: set }
        else problems.push(notOneOf([...here, name], expected(option)))
      }
    }
  }
  return { rules, options }
}

function fits({ default: usual, least, most, values }: Option, value: unknown): value is OptionValue {
  if (Array.isArray(usual)) return Array.isArray(value) && value.every((each) => typeof each === 'string')
  if (typeof value !== typeof usual) return false
  if (typeof value === 'number') return value >= (least ?? -Infinity) && value <= (most ?? Infinity)
  return values === undefined || isOneOf(values, value)
}

/** What an option may be, said shortly. */
function expected({ default: usual, least, most, values }: Option): string {
  if (values) return values.join(' | ')
  if (Array.isArray(usual)) return '["…"]'
  if (typeof usual === 'boolean') return 'true | false'
  return typeof usual === 'number' ? `${least ?? ''}–${most ?? ''}` : '"…"'
}
