import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Profile } from '../../lint/profile.ts'
import type { Locale } from '../../report/diagnostic.ts'
import { newConfig } from '../../report/new-config.ts'
import { unitTable } from '../../report/unit-table.ts'
import { createFile } from '../atomic.ts'
import { disk } from '../disk.ts'
import { above, configName } from '../layers.ts'
import { attempt, complain } from './files.ts'
import { fromFolder, listProblem, lookedAt, type Seen } from './seen.ts'

/** What a configuration is to say. `units`: the file of a list, which is written where it is not there; false for none. */
export type Answers = {
  readonly region?: readonly string[]
  readonly year?: number
  readonly units?: string | false
  readonly profile?: Profile
}

type Options = Answers & {
  /** Asks nothing: what is not said is taken as it is seen. */
  readonly yes?: boolean
  readonly lang: Locale
}

/** Writes a yaodian.json for a folder, from what options say, what its documents say and, on a terminal, from a few questions. What is there is never written over. */
export async function initFolder(folder: string, { yes = false, lang, ...given }: Options): Promise<void> {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en)
  if (!isFolder(folder)) return complain(say(`${folder}：没有这个文件夹`, `${folder}: no such folder`))
  const path = join(folder, configName)
  if (existsSync(path))
    return complain(
      say(`${path} 已经有了，没有改动；请直接编辑它`, `${path} is there already and stays as it is; edit it`),
    )
  const seen = await lookedAt(folder)
  const asks = !yes && process.stdin.isTTY && process.stdout.isTTY
  // Questions are loaded where there are some: other commands start without them.
  const answers = asks ? await (await import('./ask.ts')).ask(folder, seen, given, lang) : { ...taken(seen), ...given }
  if (!answers) {
    process.exitCode = 2
    return
  }
  await write(folder, seen, answers, lang)
}

/** What is seen, taken for answers; a list is written only where somebody says so. */
const taken = ({ region, year, list }: Seen): Answers => ({
  region,
  units: list ?? false,
  ...(year !== undefined && { year }),
})

/** Writes the list of units, where it is to be written, and the configuration. Names what is wrong, and writes nothing then. */
async function write(folder: string, seen: Seen, answers: Answers, lang: Locale): Promise<void> {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en)
  const { region = [], year, profile = 'review' } = answers
  const units = answers.units ? fromFolder(folder, answers.units) : undefined
  const wrong = units === undefined ? undefined : await listProblem(folder, units, seen, say)
  if (wrong !== undefined) return complain(wrong)
  const path = join(folder, configName)
  const list = units === undefined ? undefined : join(folder, units)
  const builds = above(disk, resolve(folder)) !== undefined
  if (list !== undefined && !existsSync(list)) {
    if (!attempt(list, lang, () => createFile(list, unitTable(seen.units, lang)))) return
    process.stdout.write(
      say(
        `${list}：从文稿里收集了 ${seen.units.length} 个单位，请核对、补上简称\n`,
        `${list}: ${seen.units.length} units from the documents; look them through\n`,
      ),
    )
  }
  if (!attempt(path, lang, () => createFile(path, newConfig({ builds, region, year, units, profile }, lang)))) return
  process.stdout.write(
    say(
      `${path} 写好了${builds ? '，先照办上级文件夹的配置' : ''}。接着：yaodian lint ${quoted(folder)}\n`,
      `Wrote ${path}${builds ? ', on top of the one above' : ''}. Next: yaodian lint ${quoted(folder)}\n`,
    ),
  )
}

const quoted = (path: string): string => (/[\s'"]/.test(path) ? `'${path}'` : path)

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
