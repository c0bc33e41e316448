import { fitness } from '../lexicon/initials.ts'
import type { Config } from '../lint/config.ts'
import { assignments, dueOf, placeOf, taskText } from '../plan/assignment.ts'
import { isoDay } from '../plan/due.ts'
import { nameSpan } from '../plan/extent.ts'
import { shortened } from '../plan/heading.ts'
import { titleOf } from '../plan/item.ts'
import { type Range, rangeOf } from '../report/diagnostic.ts'
import { byDeadline, type Held, holdings, type Role, type Source, unowned } from '../report/holdings.ts'
import { type OwnerFormat, ownerFormats } from '../report/owner-formats.ts'
import { type Column, duties, type Grouping, listTitle, sheets, usualColumns } from '../report/owner-list.ts'
import { ownersTabs } from '../report/owner-text.ts'
import { type Surroundings, workspaceFeature } from './feature.ts'

export type OwnerScope = 'document' | 'workspace'
export type OwnerOrder = 'unit' | 'deadline' | 'unowned'

type Scoped = { readonly scope: OwnerScope; readonly uri?: string }
type Asked = Scoped & {
  readonly by: OwnerOrder
  /** Only groups whose name holds these characters, or is typed by these letters. */
  readonly filter?: string
}

/** A branch of the view: a unit, a deadline, or a document with tasks that nobody answers for. */
type Group = {
  readonly key: string
  readonly label: string
  readonly kind: 'unit' | 'collective' | 'deadline' | 'undated' | 'document'
  readonly lead: number
  readonly support: number
  /** Its last day is past. */
  readonly overdue: boolean
}

type Groups = {
  readonly groups: readonly Group[]
  readonly documents: number
  readonly tasks: number
  readonly unowned: number
}

type OwnedItem = {
  readonly label: string
  readonly task: string
  readonly place: string
  readonly document: string
  readonly role: Role
  readonly deadline: string
  readonly overdue: boolean
  readonly uri: string
  readonly range: Range
}

/** The branches of the view of owners, with what stands beside its title. */
export const ownerGroups = workspaceFeature<Asked, Groups>('yaodian/ownerGroups', (around, asked) => {
  const sources = sourcesOf(around, asked)
  const { today } = configOf(around, asked)
  const all = groups(around, asked, sources).filter(
    ({ label }) => !asked.filter || fitness(asked.filter, label) !== undefined,
  )
  return {
    groups: all.map((group) => ({ ...group, overdue: group.kind === 'deadline' && group.key < today })),
    documents: sources.length,
    tasks: sources.reduce((sum, { plan }) => sum + assignments(plan).length, 0),
    unowned: unowned(sources).length,
  }
})

function groups(around: Surroundings, asked: Asked, sources: readonly Source[]): readonly Group[] {
  const plain = { lead: 0, support: 0, overdue: false }
  if (asked.by === 'unit')
    return holdings(sources, configOf(around, asked).units).map(({ identity, name, collective, lead, support }) => ({
      key: identity,
      label: name,
      kind: collective ? 'collective' : 'unit',
      lead: lead.length,
      support: support.length,
      overdue: false,
    }))
  if (asked.by === 'deadline')
    return byDeadline(sources, configOf(around, asked).year).map(({ key, day, held }) => ({
      ...plain,
      key,
      label: key || (around.locale === 'zh' ? '未写时限' : 'No deadline'),
      kind: day ? 'deadline' : 'undated',
      lead: held.length,
    }))
  return sources.flatMap((source) => {
    const open = unowned([source])
    const label = titleOfSource(source)
    return open.length === 0 ? [] : [{ ...plain, key: source.uri, label, kind: 'document' as const, lead: open.length }]
  })
}

/** The tasks on one branch. */
export const ownedItems = workspaceFeature<Asked & { readonly key: string }, readonly OwnedItem[]>(
  'yaodian/ownedItems',
  (around, asked) => {
    const config = configOf(around, asked)
    return held(around, asked).map((each) => ownedItem(each, config))
  },
)

function held(around: Surroundings, asked: Asked & { readonly key: string }): readonly Held[] {
  const sources = sourcesOf(around, asked)
  const { by, key } = asked
  if (by === 'unowned') return unowned(sources.filter(({ uri }) => uri === key))
  if (by === 'deadline')
    return byDeadline(sources, configOf(around, asked).year).find((group) => group.key === key)?.held ?? []
  const holding = holdings(sources, configOf(around, asked).units).find(({ identity }) => identity === key)
  return holding ? [...holding.lead, ...holding.support] : []
}

function ownedItem({ source, assignment, role }: Held, { today, year }: OwnerConfig): OwnedItem {
  const { head, deadline, part } = assignment
  const due = dueOf(assignment, year)
  const task = taskText(assignment)
  return {
    label: shortened(task),
    task,
    place: placeOf(assignment),
    document: titleOf(part),
    role,
    deadline: deadline?.text ?? '',
    overdue: due !== undefined && isoDay(due) < today,
    uri: source.uri,
    range: rangeOf(source.plan, { line: head, ...nameSpan(head) }),
  }
}

type ListParams = Scoped & {
  readonly by: Grouping
  /** `tabs`: lines of cells for the document itself. */
  readonly format: OwnerFormat | 'tabs'
  readonly columns?: readonly Column[]
}

/** A list to hand out, its bytes in base64, and what its file may be called; null where nobody answers for anything. */
export const ownerList = workspaceFeature<ListParams, Promise<{ content: string; title: string } | null>>(
  'yaodian/ownerList',
  async (around, params) => {
    const { locale } = around
    const columns = params.columns ?? usualColumns
    const sources = sourcesOf(around, params)
    const all = sources.flatMap(({ plan }) => duties(plan, configOf(around, params)))
    if (all.length === 0) return null
    const title = listTitle(all, locale)
    if (params.format === 'tabs') return { content: ownersTabs(all, columns, locale).join('\n'), title }
    const content = await ownerFormats[params.format](
      sheets(all, params.by, locale, configOf(around, params).units),
      columns,
      title,
      locale,
    )
    return { content: Buffer.from(content).toString('base64'), title }
  },
)

const sourcesOf = ({ workspace }: Surroundings, { scope, uri }: Scoped): readonly Source[] => {
  const all = workspace(uri)
  return scope === 'workspace' ? all : all.filter((source) => source.uri === uri)
}

type OwnerConfig = Pick<Config, 'units' | 'today' | 'year'>

/** What holds for the document that is asked from, for those around it as well. */
const configOf = ({ config }: Surroundings, { uri }: Scoped): OwnerConfig => config(uri ?? '')

const titleOfSource = ({ uri, plan }: Source): string =>
  plan.documents.map(titleOf).find(Boolean) ?? decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))
