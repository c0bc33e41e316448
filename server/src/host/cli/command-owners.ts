import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { UnitList } from '../../lexicon/unit-list.ts'
import { analyze } from '../../plan/plan.ts'
import type { Locale } from '../../report/diagnostic.ts'
import { compareOwners, describe } from '../../report/owner-check.ts'
import { type OwnerFormat, ownerFormats } from '../../report/owner-formats.ts'
import {
  type Column,
  type Duty,
  duties,
  type Grouping,
  listTitle,
  sheets,
  usualColumns,
} from '../../report/owner-list.ts'
import { replaceFile } from '../atomic.ts'
import { isTable, readAllRows, type readRows } from '../table-file.ts'
import { attempt, complain, exitWith, type Reading, readFiles } from './files.ts'

type Options = Reading & {
  readonly by: Grouping
  readonly format?: OwnerFormat | 'json'
  readonly columns?: readonly Column[]
  readonly output?: string
  readonly check?: string
}

type Owned = { readonly path: string; readonly duties: readonly Duty[]; readonly units: UnitList | undefined }

/** Writes who answers for what, by when, or compares it with a list that came back. */
export async function listOwners(paths: readonly string[], options: Options): Promise<void> {
  const files: Owned[] = []
  for await (const { path, text, config } of readFiles(paths, options))
    files.push({ path, duties: duties(analyze(text), config), units: config.units })
  if (options.check !== undefined) await checkList(options.check, files, options.lang)
  else await writeList(files, options)
}

async function writeList(files: readonly Owned[], { by, format, columns, output, lang }: Options): Promise<void> {
  const form = format ?? formatOf(output)
  if (output === undefined && (form === 'xlsx' || form === 'docx')) {
    complain(lang === 'zh' ? `${form} 不能写到终端，请用 -o 指定文件` : `${form} needs a file; name it with -o`)
    return
  }
  const all = files.flatMap((file) => file.duties)
  // What could not be read was named; a list of nothing would take the place of one that is good.
  if (all.length === 0 && form !== 'json') {
    if (files.length > 0)
      complain(lang === 'zh' ? '文档里没有责任单位，没有清单可写' : 'no owners are named: there is no list')
    return
  }
  const units = files.find((file) => file.units)?.units
  const content =
    form === 'json'
      ? `${JSON.stringify({ version: 1, files: files.map(({ path, duties: own }) => ({ path, duties: own })) })}\n`
      : await ownerFormats[form](sheets(all, by, lang, units), columns ?? usualColumns, listTitle(all, lang), lang)
  if (output) attempt(output, lang, () => replaceFile(output, content))
  else process.stdout.write(content)
}

/** By the ending of the file that is to be written; a terminal's table where none is. */
function formatOf(output: string | undefined): OwnerFormat | 'json' {
  const ending = output?.slice(output.lastIndexOf('.') + 1).toLowerCase() ?? ''
  return ending === 'json' || Object.hasOwn(ownerFormats, ending)
    ? (ending as OwnerFormat | 'json')
    : output
      ? 'csv'
      : 'table'
}

async function checkList(list: string, files: readonly Owned[], lang: Locale): Promise<void> {
  if (!isTable(list)) {
    complain(
      lang === 'zh' ? `${list}：只能与 xlsx 或 csv 的清单对照` : `${list}: only a list in xlsx or csv can be compared`,
    )
    return
  }
  let rows: Awaited<ReturnType<typeof readRows>> = []
  try {
    rows = await readAllRows(list, readFileSync(list))
  } catch (error) {
    attempt(list, lang, () => {
      throw error
    })
    return
  }
  const all = files.flatMap((file) => file.duties)
  const found = compareOwners(rows, all)
  if (!found) {
    const hint = lang === 'zh' ? '没有“工作任务”这一列' : 'there is no column “工作任务” (Task)'
    complain(`${basename(list)}: ${hint}`)
    return
  }
  for (const difference of found) process.stdout.write(`${describe(difference, lang)}\n`)
  const same = lang === 'zh' ? '清单与文档一致。' : 'The list says what the document says.'
  const count = lang === 'zh' ? `有 ${found.length} 处不同。` : `${found.length} differences.`
  process.stderr.write(`${found.length === 0 ? same : count}\n`)
  exitWith(found.length > 0 ? 1 : 0)
}
