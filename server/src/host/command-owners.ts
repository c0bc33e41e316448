import { basename } from 'node:path'
import { analyze } from '../plan/plan.ts'
import type { Locale } from '../report/diagnostic.ts'
import { compareOwners, describe } from '../report/owner-check.ts'
import { type OwnerFormat, ownerFormats } from '../report/owner-formats.ts'
import { type Column, type Duty, duties, type Grouping, listTitle, sheets, usualColumns } from '../report/owner-list.ts'
import { replaceFile } from './atomic.ts'
import { attempt, complain, exitWith, readFiles } from './files.ts'
import { readRows } from './table-file.ts'

type Options = {
  readonly by: Grouping
  readonly format?: OwnerFormat | 'json'
  readonly columns?: readonly Column[]
  readonly output?: string
  readonly check?: string
  readonly lang: Locale
}

type Owned = { readonly path: string; readonly duties: readonly Duty[] }

/** Writes who answers for what, by when, or compares it with a list that came back. */
export async function listOwners(paths: readonly string[], options: Options): Promise<void> {
  const files: Owned[] = []
  for await (const { path, text } of readFiles(paths, options.lang)) files.push({ path, duties: duties(analyze(text)) })
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
  const content =
    form === 'json'
      ? `${JSON.stringify({ version: 1, files })}\n`
      : await ownerFormats[form](sheets(all, by, lang), columns ?? usualColumns, listTitle(all, lang), lang)
  if (output) attempt(output, lang, () => replaceFile(output, content))
  else process.stdout.write(content)
}

/** By the ending of the file that is to be written; a terminal's table where none is. */
function formatOf(output: string | undefined): OwnerFormat | 'json' {
  const ending = output?.slice(output.lastIndexOf('.') + 1).toLowerCase() ?? ''
  return ending === 'json' || ending in ownerFormats ? (ending as OwnerFormat | 'json') : output ? 'csv' : 'table'
}

async function checkList(list: string, files: readonly Owned[], lang: Locale): Promise<void> {
  let rows: Awaited<ReturnType<typeof readRows>> = []
  try {
    rows = await readRows(list)
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
