import type { ListedUnit } from '../lexicon/unit-list.ts'
import { isRecord, isText, listOf } from './json.ts'
import { type JsonPath, notOneOf, type Problem, unknownKey } from './problem.ts'

/** Reads a list of units from JSON: names, or objects of the shape of ListedUnit. What is wrong is named and left out. */
export function readUnits(json: unknown, problems: Problem[], at: JsonPath = ['units']): readonly ListedUnit[] {
  if (!Array.isArray(json)) {
    problems.push(notOneOf(at, '["…", { "name": "…" }]'))
    return []
  }
  return json.flatMap((value: unknown, i): readonly ListedUnit[] => {
    if (isText(value)) return [{ name: value.trim() }]
    if (!isRecord(value) || !isText(value['name'])) {
      problems.push(notOneOf([...at, i], '"…" | { "name": "…" }'))
      return []
    }
    const { name, short, former, parent, collective, ...others } = value
    const wrong = (key: string, expected: string) => problems.push(notOneOf([...at, i, key], expected))
    for (const key of Object.keys(others)) problems.push(unknownKey([...at, i, key]))
    if (!listOf(short).every(isText)) wrong('short', '"…" | ["…"]')
    if (!listOf(former).every(readFormer)) wrong('former', '"…" | { "name": "…", "until": 2018 }')
    if (parent !== undefined && !isText(parent)) wrong('parent', '"…"')
    if (collective !== undefined && typeof collective !== 'boolean') wrong('collective', 'true | false')
    return [
      {
        name: name.trim(),
        short: listOf(short).filter(isText),
        former: listOf(former).flatMap((each) => readFormer(each) ?? []),
        ...(isText(parent) && { parent }),
        ...(collective === true && { collective }),
      },
    ]
  })
}

function readFormer(value: unknown): NonNullable<ListedUnit['former']>[number] | undefined {
  if (isText(value)) return { name: value }
  if (!isRecord(value) || !isText(value['name'])) return undefined
  const { name, until } = value
  return { name, ...(typeof until === 'number' && { until }) }
}
