import type { Profile } from '../lint/profile.ts'
import type { Locale } from './diagnostic.ts'
import { unitTableName } from './unit-table.ts'

/** What a new yaodian.json is to say; what nobody knows is left for later, as a comment. */
export type NewConfig = {
  /** Whether there is one in a folder above, which is to hold as well. */
  readonly builds?: boolean
  readonly profile: Profile
  readonly region: readonly string[]
  readonly year?: number | undefined
  /** The file of the list of units, from the configuration's folder. */
  readonly units?: string | undefined
}

type Entry = { readonly zh: string; readonly en: string; readonly value: string; readonly isSaid: boolean }

const extending: Entry = {
  zh: '先照办上级文件夹的配置，这里写的优先',
  en: 'the configuration above holds first; what is said here wins',
  value: '"extends": ".."',
  isSaid: true,
}

/** A yaodian.json with a word on each key. What is not said stands there to be uncommented. */
export function newConfig({ builds, profile, region, year, units }: NewConfig, locale: Locale): string {
  const entries: readonly Entry[] = [
    ...(builds ? [extending] : []),
    {
      zh: '文稿的阶段：draft 起草，review 送审，issue 印发',
      en: 'how far documents are: draft, review or issue',
      value: `"profile": ${JSON.stringify(profile)}`,
      isSaid: true,
    },
    {
      zh: '本地，用来看出从别处抄来的地名',
      en: 'where this is: names of other places are then told',
      value: `"region": [${(region.length > 0 ? region : ['某省', '某市']).map((name) => JSON.stringify(name)).join(', ')}]`,
      isSaid: region.length > 0,
    },
    {
      zh: '计划年度，标题没有写年份时按它算',
      en: 'the year of plans whose title names none',
      value: `"year": ${year ?? new Date().getFullYear()}`,
      isSaid: year !== undefined,
    },
    {
      zh: '单位名单：名单外的单位、旧名和不统一的写法都会指出',
      en: 'the units: others, old names and other spellings are then told',
      value: `"units": ${JSON.stringify(units ?? unitTableName[locale])}`,
      isSaid: units !== undefined,
    },
    {
      zh: '每条任务都要有责任单位吗：required 都要，optional 不要求，auto 看文稿自己的习惯',
      en: 'must every task have an owner: required, optional, or auto as the document does it',
      value: '"owners": "auto"',
      isSaid: true,
    },
    {
      zh: '本单位的词，不算错字',
      en: 'words of this house that are no mistakes',
      value: '"words": []',
      isSaid: true,
    },
    {
      zh: '规则的级别：off 不检查；规则见 yaodian rules',
      en: 'severities of rules; off leaves one out; yaodian rules lists them',
      value: '"rules": {}',
      isSaid: true,
    },
  ]
  const lines = entries.flatMap((entry, i) => [
    `  // ${entry[locale]}`,
    `  ${entry.isSaid ? '' : '// '}${entry.value}${i < entries.length - 1 ? ',' : ''}`,
  ])
  return `{\n${lines.join('\n')}\n}\n`
}
