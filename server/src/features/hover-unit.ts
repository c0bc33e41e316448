import { dueOf } from '../plan/assignment.ts'
import { isoDay } from '../plan/due.ts'
import type { Named } from '../plan/named.ts'
import { type Holding, holdings, type Source } from '../report/holdings.ts'
import type { View } from './feature.ts'
import { identityIn } from './units.ts'

/** At a unit: its names, what it leads and supports here and in the workspace, and what is due next. */
export function describeUnit(view: View, named: Named): string {
  const { config, locale } = view
  const zh = locale === 'zh'
  const identity = identityIn(view, named)
  const { unit } = config.units?.find(named.unit.name) ?? {}
  const all = view.workspace()
  const here = holdingIn(all.slice(0, 1), identity, view)
  const everywhere = all.length > 1 ? holdingIn(all, identity, view) : undefined
  const list = (label: string, names: readonly string[]) =>
    names.length > 0 ? `${label}${zh ? '：' : ': '}${names.join(zh ? '、' : ', ')}` : ''
  return [
    unit?.name ?? named.unit.name,
    list(zh ? '简称' : 'Short', unit?.short ?? []),
    list(
      zh ? '曾用名' : 'Formerly',
      (unit?.former ?? []).map(({ name, until }) => (until ? `${name}（${until}）` : name)),
    ),
    list(zh ? '上级' : 'Part of', unit?.parent ? [unit.parent] : []),
    counted(zh ? '本文' : 'Here', here, zh),
    everywhere ? counted(zh ? '工作区' : 'Workspace', everywhere, zh) : '',
    next(everywhere ?? here, config, zh),
  ]
    .filter(Boolean)
    .join('\n')
}

const holdingIn = (sources: readonly Source[], identity: string, { config }: View): Holding | undefined =>
  holdings(sources, config.units).find((each) => each.identity === identity)

const counted = (where: string, holding: Holding | undefined, zh: boolean): string => {
  const lead = holding?.lead.length ?? 0
  const support = holding?.support.length ?? 0
  return zh ? `${where}：牵头 ${lead} 项，配合 ${support} 项` : `${where}: leads ${lead}, supports ${support}`
}

/** The first day from today on that something is due. */
function next(holding: Holding | undefined, { today, year }: View['config'], zh: boolean): string {
  const days = [...(holding?.lead ?? []), ...(holding?.support ?? [])]
    .flatMap(({ assignment }) => dueOf(assignment, year) ?? [])
    .map(isoDay)
    .filter((day) => day >= today)
    .sort()
  const [first] = days
  if (!first) return ''
  return zh ? `最近时限：${first}` : `Next deadline: ${first}`
}
