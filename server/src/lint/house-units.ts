import type { ListedUnit } from '../lexicon/unit-list.ts'
import { isRecord, strings } from './json.ts'
import { type JsonPath, notOneOf, type Problem, unknownKey } from './problem.ts'

/** Reads a list of units from JSON: names, or objects of the shape of ListedUnit. What is wrong is named and left out. */
export function readUnits(json: unknown, problems: Problem[], at: JsonPath = ['units']): readonly ListedUnit[] {
  if (!Array.isArray(json)) {
    problems.push(notOneOf(at, '["…", { "name": "…" }]'))
    return []
  }
  return json.flatMap((value: unknown, i): readonly ListedUnit[] => {
    if (typeof value === 'string' && value.trim() !== '') return [{ name: value.trim() }]
    if (!isRecord(value) || typeof value['name'] !== 'string' || value['name'].trim() === '') {
      problems.push(notOneOf([...at, i], '"…" | { "name": "…" }'))
      return []
    }
    for (const key of Object.keys(value)) if (!unitKeys.has(key)) problems.push(unknownKey([...at, i, key]))
    const { name, short, former, parent, collective } = value
    return [
      {
        name: name.trim(),
        short: strings(short),
        former: listOf(former).flatMap((each) => readFormer(each) ?? []),
        ...(typeof parent === 'string' && { parent }),
        ...(collective === true && { collective }),
      },
    ]
  })
}

const unitKeys = new Set(['name', 'short', 'former', 'parent', 'collective'])

function readFormer(value: unknown): NonNullable<ListedUnit['former']>[number] | undefined {
  if (typeof value === 'string') return { name: value }
  if (!isRecord(value) || typeof value['name'] !== 'string') return undefined
  const { name, until } = value
  return { name, ...(typeof until === 'number' && { until }) }
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]
