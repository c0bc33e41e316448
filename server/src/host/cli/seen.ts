import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { analyze } from '../../plan/plan.ts'
import { type Guess, guess } from '../../report/guess.ts'
import type { Source } from '../../report/holdings.ts'
import { disk } from '../disk.ts'
import { isBelow } from '../layers.ts'
import { readDocument } from '../text.ts'
import { readUnitsFile } from '../units-file.ts'
import { inputs } from './inputs.ts'

/** What is seen in a folder: what its documents say, how many there are, and a list of units that lies there. */
export type Seen = Guess & { readonly documents: number; readonly list: string | undefined }

/** So many documents tell enough of a house. */
const enough = 200

/** Reads what documents a folder has, and looks for a list of units beside them. */
export async function lookedAt(folder: string): Promise<Seen> {
  const sources: Source[] = []
  for await (const path of inputs([folder])) {
    if (sources.length >= enough) break
    try {
      sources.push({ uri: path, plan: analyze((await readDocument(path)).text) })
    } catch {
      // Whoever checks it is told why it cannot be read; a folder without documents names itself.
    }
  }
  return { ...guess(sources), documents: sources.length, list: await listIn(folder) }
}

/** 单位名单.xlsx; not 责任单位清单.xlsx, which lists tasks. */
const listName = /(?:(?:单位|部门|处室|机构)(?:名单|名录|名册|一览表?)|^units).*\.(?:csv|xlsx)$/i

async function listIn(folder: string): Promise<string | undefined> {
  for (const name of readdirSync(folder).sort())
    if (listName.test(name) && (await countUnits(join(folder, name))) > 0) return name
  return undefined
}

/** How many units a file lists; none where it cannot be read. */
async function countUnits(path: string): Promise<number> {
  try {
    return (await readUnitsFile(path, readFileSync(path))).units.length
  } catch {
    return 0
  }
}

/** A file as the configuration names it, from its own folder; options and answers name files from where one stands, too. */
export const fromFolder = (folder: string, file: string): string =>
  (existsSync(file) ? relative(folder, file) : file).replaceAll('\\', '/')

/** Why a file cannot be the list of units, or cannot be written with those that were seen; undefined where it can. */
export async function listProblem(
  folder: string,
  name: string,
  { units }: Pick<Seen, 'units'>,
  say: (zh: string, en: string) => string,
): Promise<string | undefined> {
  if (!isBelow(disk, folder, name))
    return say(
      `${name}：不在这个文件夹里，请先把名单放进来`,
      `${name} is not below this folder; put the list there first`,
    )
  if (existsSync(join(folder, name)))
    return (await countUnits(join(folder, name))) > 0
      ? undefined
      : say(
          `${name}：没有读到单位；要 CSV、xlsx 或 JSON，第一列是名称`,
          `${name}: no units in it; a CSV, xlsx or JSON is expected, with names in the first column`,
        )
  if (units.length === 0)
    return say(`${name}：没有这个文件，文稿里也没有找到单位`, `${name}: no such file, and the documents name no units`)
  return name.endsWith('.csv')
    ? undefined
    : say(`${name}：没有这个文件；要新写一份，请用 .csv`, `${name}: no such file; to have it written, name a .csv`)
}
