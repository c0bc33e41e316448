import type { Position } from 'vscode-languageserver'
import { identityOf, type UnitList } from '../lexicon/unit-list.ts'
import type { Line } from '../plan/line.ts'
import { type Named, namedIn } from '../plan/named.ts'
import { type Plan, parts } from '../plan/plan.ts'
import type { View, WorkspaceDocument } from './feature.ts'

/** The unit whose name a position is in or beside, in a tag or in a table's column. */
export function unitAt(plan: Plan, { line: row, character }: Position): Named | undefined {
  const line = plan.lines[row]
  if (!line || (line.tags.length === 0 && line.role !== 'row')) return undefined
  for (const part of parts(plan)) {
    const found = namedIn(part).find(
      (named) => named.line === line && named.unit.from <= character && character <= named.unit.to,
    )
    if (found) return found
  }
  return undefined
}

/** A place where a unit is named, in its document. */
export type UnitUse = Named & { readonly document: WorkspaceDocument }

/** Every place in documents where a unit is named, by any of its names. */
export function* usesOf(
  identity: string,
  documents: Iterable<WorkspaceDocument>,
  units: UnitList | undefined,
): Generator<UnitUse> {
  for (const document of documents)
    for (const part of parts(document.plan))
      for (const named of namedIn(part)) if (identityOf(named.unit, units) === identity) yield { ...named, document }
}

/** What a unit's name means for a document. */
export const identityIn = ({ config }: View, { unit }: Named): string => identityOf(unit, config.units)

/** Where the list of units names a unit, by any name of a JSON or CSV; its beginning where the file is none of these. */
export function listedAt(
  view: View,
  identity: string,
): { readonly uri: string; readonly line: number; readonly from: number; readonly to: number } | undefined {
  const { lists, config } = view
  if (!lists.units || !config.units?.units.some(({ name }) => name === identity)) return undefined
  const { uri, text: textOf } = lists.units
  const lines = (textOf() ?? '').split(/\r\n|\n|\r/)
  for (const [line, text] of lines.entries()) {
    const at = [`"${identity}"`, identity].map((word) => text.indexOf(word)).find((each) => each >= 0)
    if (at === undefined) continue
    const from = text.charAt(at) === '"' ? at + 1 : at
    return { uri, line, from, to: from + identity.length }
  }
  return { uri, line: 0, from: 0, to: 0 }
}

/** The words of a line that are a name, as the name stands there: without the prefix that it shares with the one before. */
export const writtenAs = ({ line, unit }: Named): string => line.text.slice(unit.from, unit.to)

/** 昆明市教育局, 市教育局长: characters around a name that make another of it. */
const insideName = (text: string, from: number, to: number): boolean =>
  /[^由请同及和与对向经报从在给让据为是要会各]/.test(text.charAt(from - 1).replace(/[^\u4e00-\u9fff]/, '')) ||
  /[长处科室委办]/.test(text.charAt(to))

/** Where a name stands in a line outside its tags and columns, and not within a longer name. */
export function* mentions(line: Line, name: string, taken: readonly Named[]): Generator<{ from: number; to: number }> {
  for (let from = line.text.indexOf(name); from >= 0; from = line.text.indexOf(name, from + name.length)) {
    const to = from + name.length
    const within = insideName(line.text, from, to) || taken.some(({ unit }) => unit.from < to && from < unit.to)
    if (!within) yield { from, to }
  }
}

/** Values by what they have in common, in their order. */
export function grouped<K, T>(values: Iterable<T>, key: (value: T) => K): ReadonlyMap<K, readonly T[]> {
  const found = new Map<K, T[]>()
  for (const value of values) {
    const own = key(value)
    const there = found.get(own)
    if (there) there.push(value)
    else found.set(own, [value])
  }
  return found
}
