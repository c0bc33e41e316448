import { analyze } from '../plan/plan.ts'
import type { Locale } from '../report/diagnostic.ts'
import { type Outlined, outlineJson } from '../report/json.ts'
import { outline } from '../report/outline.ts'
import { prettyOutline } from '../report/pretty.ts'
import { paint } from './colour.ts'
import { readFiles } from './files.ts'

export async function outlineFiles(
  paths: readonly string[],
  options: { readonly format: string; readonly lang: Locale },
): Promise<void> {
  const { format, lang } = options
  const files: Outlined[] = []
  for await (const { path, text } of readFiles(paths, options)) {
    const documents = outline(analyze(text))
    if (format === 'json') files.push({ path, documents })
    else process.stdout.write(`${prettyOutline(path, documents, lang, paint)}\n`)
  }
  if (format === 'json') process.stdout.write(`${outlineJson(files)}\n`)
}
