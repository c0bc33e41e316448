import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { placesIn } from '../../lexicon/places.ts'
import { type Profile, profiles } from '../../lint/profile.ts'
import { titleOf } from '../../plan/item.ts'
import { analyze, type Plan, parts } from '../../plan/plan.ts'
import { profileNames } from '../../report/check-words.ts'
import type { Locale } from '../../report/diagnostic.ts'
import { holdings } from '../../report/holdings.ts'
import { newConfig } from '../../report/new-config.ts'
import { replaceFile } from '../atomic.ts'
import { configName } from '../layers.ts'
import { readDocument } from '../text.ts'
import { attempt, complain } from './files.ts'
import { inputs } from './inputs.ts'

export type InitOptions = {
  readonly region?: readonly string[]
  readonly year?: number
  /** The file of the units; where there is none, those of the documents are written into it. */
  readonly units?: string
  readonly profile?: Profile
  /** Asks nothing: what is not said stays as it is guessed. */
  readonly yes?: boolean
  readonly lang: Locale
}

/** So many documents tell enough of a house. */
const enough = 200
const unitsName = '单位名单.csv'

/** Writes a yaodian.json for a folder, from what its documents say and from a few questions. What is there is never written over. */
export async function initFolder(folder: string, options: InitOptions): Promise<void> {
  const { lang, yes = false } = options
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en)
  const path = join(folder, configName)
  if (existsSync(path)) {
    complain(say(`${path} 已经有了，没有改动；请直接编辑它`, `${path} is there already and stays as it is; edit it`))
    return
  }
  const found = await guess(folder)
  const asks = !yes && process.stdin.isTTY && process.stdout.isTTY
  const answers = asks ? await ask(found, options, say) : given(found, options)
  if (!answers) {
    complain(say('已取消，什么也没有写', 'cancelled; nothing was written'))
    return
  }
  const { units } = answers
  const list = units === undefined ? undefined : join(folder, units)
  if (list !== undefined && !existsSync(list)) {
    if (found.units.length === 0) {
      complain(
        say(`${list}：没有这个文件，文稿里也没有找到单位`, `${list}: no such file, and the documents name no units`),
      )
      return
    }
    if (!attempt(list, lang, () => replaceFile(list, unitTable(found.units, say)))) return
    process.stdout.write(
      say(
        `${list}：从文稿里收集了 ${found.units.length} 个单位，请核对、补上简称\n`,
        `${list}: ${found.units.length} units from the documents; look them through\n`,
      ),
    )
  }
  if (!attempt(path, lang, () => replaceFile(path, newConfig(answers, lang)))) return
  process.stdout.write(
    say(
      `${path} 写好了。接着：yaodian lint ${quoted(folder)}\n`,
      `Wrote ${path}. Next: yaodian lint ${quoted(folder)}\n`,
    ),
  )
}

const quoted = (path: string): string => (/[\s'"]/.test(path) ? `'${path}'` : path)

/** What the documents of a folder say of the house. */
type Guess = { readonly documents: number; readonly region: readonly string[]; readonly units: readonly string[] }

async function guess(folder: string): Promise<Guess> {
  const plans: Plan[] = []
  for await (const path of inputs([folder])) {
    if (plans.length >= enough) break
    // What cannot be read says nothing here; lint names it.
    const source = await readDocument(path).catch(() => undefined)
    if (source) plans.push(analyze(source.text))
  }
  const places = new Map<string, { readonly names: readonly string[]; count: number }>()
  for (const plan of plans) {
    for (const part of parts(plan)) {
      for (const { province, city, name } of placesIn(titleOf(part))) {
        const names = [...new Set([province, city, name].filter(Boolean))]
        const known = places.get(name) ?? { names, count: 0 }
        known.count++
        places.set(name, known)
      }
    }
  }
  const [region] = [...places.values()].sort((a, b) => b.count - a.count)
  const sources = plans.map((plan, i) => ({ uri: String(i), plan }))
  const units = holdings(sources, undefined).filter(({ collective }) => !collective)
  return { documents: plans.length, region: region?.names ?? [], units: units.map(({ name }) => name) }
}

const given = (found: Guess, { region, year, units, profile }: InitOptions) => ({
  region: region ?? found.region,
  year,
  units,
  profile: profile ?? ('review' as const),
})

/** The questions, each with what was guessed; undefined where they are broken off. */
async function ask(found: Guess, options: InitOptions, say: (zh: string, en: string) => string) {
  const { intro, text, select, confirm, isCancel, outro } = await import('@clack/prompts')
  const { lang } = options
  intro(
    say(
      `为这个文件夹写 ${configName}（读了 ${found.documents} 份文稿）`,
      `A ${configName} for this folder (${found.documents} documents read)`,
    ),
  )
  const region = await text({
    message: say('本地是哪里？省、市、县，用空格隔开，可以不填', 'Where is this? Province, city, county; may be empty'),
    initialValue: (options.region ?? found.region).join(' '),
  })
  if (isCancel(region)) return undefined
  const year = await text({
    message: say('计划年度？标题没有写年份时按它算，可以不填', 'The year, for titles that name none; may be empty'),
    initialValue: options.year === undefined ? '' : String(options.year),
    validate: (value) => (!value || isYear(value) ? undefined : say('应是四位年份', 'a year of four digits')),
  })
  if (isCancel(year)) return undefined
  const profile = await select({
    message: say('文稿多半到了哪一步？', 'How far are the documents, mostly?'),
    options: profiles.map((value) => ({ value, label: profileNames[value][lang] })),
    initialValue: options.profile ?? ('review' as const),
  })
  if (isCancel(profile)) return undefined
  const names = found.units.slice(0, 3).join('、')
  const collects =
    options.units !== undefined || found.units.length === 0
      ? false
      : await confirm({
          active: say('是', 'Yes'),
          inactive: say('否', 'No'),
          message: say(
            `文稿里有 ${found.units.length} 个单位（${names}……），写成 ${unitsName}？`,
            `The documents name ${found.units.length} units (${names} …). Write them into ${unitsName}?`,
          ),
        })
  if (isCancel(collects)) return undefined
  outro(say('好', 'Good'))
  return {
    region: region.split(/[\s　、，,]+/).filter(Boolean),
    year: year ? Number(year) : undefined,
    profile,
    units: options.units ?? (collects ? unitsName : undefined),
  }
}

export const isYear = (text: string): boolean => /^20[0-9]{2}$/.test(text)

/** A table of units as the configuration reads it and Excel opens it. */
const unitTable = (units: readonly string[], say: (zh: string, en: string) => string): string =>
  stringify(
    [
      ['名称', '简称', '曾用名', '上级', '统称'].map((name, i) =>
        say(name, ['Name', 'Short names', 'Former names', 'Parent', 'Collective'][i] as string),
      ),
      ...units.map((name) => [name, '', '', '', '']),
    ],
    {
      bom: true,
    },
  )
