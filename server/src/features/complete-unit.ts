import { type CompletionItem, CompletionItemKind, type CompletionList } from 'vscode-languageserver'
import vocabulary from '../../lexicon/units.tsv'
import { rows } from '../lexicon/entries.ts'
import { fitness } from '../lexicon/initials.ts'
import type { Message } from '../lint/message.ts'
import { type Item, walk } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import { pathTo } from '../plan/locate.ts'
import { namedIn } from '../plan/named.ts'
import { labelPattern } from '../plan/owner.ts'
import { type Plan, parts } from '../plan/plan.ts'
import { cells } from '../plan/table.ts'
import type { View } from './feature.ts'

/** Departments by their usual short names, the most frequent first. */
const departments = rows(vocabulary).map(([name = '']) => name)

/** Behind a label or a separator in a tag that is being written: what is typed of a name so far. */
const inTag = new RegExp(
  `(?:${labelPattern}[：:]|[（(〔[［【])(?:[^。！？；]*[、，；,;：:])?([^、，；,;：:。（(〔[［【）)〕\\]］】\\s]{0,12})$`,
)
const labelled = new RegExp(`${labelPattern}[：:][^。）)〕\\]］】]*$`)
const behindBracket = /[。；][（(〔[［【][^。：:（）()〔〕[\]［］【】]*$/

const most = 50

/** The names of units, where one is being written: of this section, the document, the team's list, the workspace, the vocabulary. */
export function completeUnit(view: View, row: number, character: number): CompletionList | null {
  const typed = typedAt(view, row, character)
  if (typed === undefined) return null
  const all = candidates(view, row, character)
  // A name that is whole is left alone: Enter behind it begins the next line.
  if (all.some(({ name }) => name === typed)) return { isIncomplete: true, items: [] }
  const ranked = all
    .flatMap((candidate) => {
      const gaps = fitness(typed, candidate.name)
      return gaps === undefined ? [] : [{ ...candidate, gaps }]
    })
    .sort((a, b) => a.source - b.source || a.gaps - b.gaps || b.count - a.count)
    .slice(0, most)
  const range = { start: { line: row, character: character - typed.length }, end: { line: row, character } }
  return {
    // The server knows pinyin and the client does not: it is asked again at each letter, and all that it is told fits.
    isIncomplete: true,
    items: ranked.map(
      ({ name, source }, i): CompletionItem => ({
        label: name,
        labelDetails: { description: sources[source]?.[view.locale] ?? '' },
        kind: CompletionItemKind.Class,
        filterText: typed || name,
        sortText: String(i).padStart(3, '0'),
        textEdit: { range, newText: name },
      }),
    ),
  }
}

/** No tag is longer. */
const furthest = 400

function typedAt({ plan }: View, row: number, character: number): string | undefined {
  const line = plan.lines[row]
  if (!line) return undefined
  const before = line.text.slice(Math.max(0, character - furthest), character)
  if (line.role === 'row') return typedInCell(pathTo(plan, row).at(-1), line, character)
  return labelled.test(before) || behindBracket.test(before) ? inTag.exec(before)?.[1] : undefined
}

function typedInCell(item: Item | undefined, line: Line, character: number): string | undefined {
  if (item?.kind !== 'row' || item.head !== line) return undefined
  const at = cells(line).findIndex(({ from, to }) => from <= character && character <= to)
  const column = item.columns?.[at]
  if (column !== 'lead' && column !== 'support') return undefined
  const before = line.text.slice(cells(line)[at]?.from, character)
  return before.slice(before.search(/(?<![^、，；,;])[^、，；,;]*$/))
}

type Candidate = { readonly name: string; readonly count: number; readonly source: number }

/** Where names come from, the nearest first. */
const sources: readonly Message[] = [
  { zh: '本部分', en: 'this section' },
  { zh: '本文', en: 'this document' },
  { zh: '单位名单', en: 'list of units' },
  { zh: '工作区', en: 'workspace' },
  { zh: '', en: '' },
]

function candidates(view: View, row: number, character: number): readonly Candidate[] {
  const found = new Map<string, { count: number; source: number }>()
  const add = (name: string, source: number, count = 1) => {
    const known = found.get(name)
    if (known) known.count += count
    else found.set(name, { source, count })
  }
  const [, section] = pathTo(view.plan, row)
  const here = section && new Set(walk(section).flatMap(({ head, body }) => (head ? [head, ...body] : body)))
  const [own, ...others] = view.workspace()
  // What is being typed is read as a unit as well.
  const typed = view.plan.lines[row]
  const inOwn = parts((own ?? view).plan)
    .flatMap(namedIn)
    .filter(({ line, unit }) => line !== typed || unit.to !== character)
  for (const { unit, line } of inOwn) if (here?.has(line)) add(unit.name, 0)
  for (const { unit } of inOwn) add(unit.name, 1)
  for (const { name, short = [] } of view.config.units?.units ?? []) for (const each of [name, ...short]) add(each, 2)
  for (const { plan } of others) for (const [name, count] of namesIn(plan)) add(name, 3, count)
  const region = regionOf(inOwn.map(({ unit }) => unit.name))
  for (const [i, name] of departments.entries()) add(region + name, 4, departments.length - i)
  return [...found].map(([name, each]) => ({ name, ...each }))
}

const counted = new WeakMap<Plan, ReadonlyMap<string, number>>()

function namesIn(plan: Plan): ReadonlyMap<string, number> {
  let known = counted.get(plan)
  if (!known) {
    const names = new Map<string, number>()
    for (const part of parts(plan))
      for (const { unit } of namedIn(part)) names.set(unit.name, (names.get(unit.name) ?? 0) + 1)
    known = names
    counted.set(plan, known)
  }
  return known
}

/** What most units of a document begin with: 市 of 市教育局, 市财政局. */
function regionOf(names: readonly string[]): string {
  const levels = ['省', '市', '县', '区', '州', '委']
  const counts = levels.map((level) => names.filter((name) => name.startsWith(level)).length)
  const most = Math.max(...counts)
  return most > names.length / 3 ? (levels[counts.indexOf(most)] ?? '') : ''
}
