import { analyze } from '../../plan/plan.ts'
import { type Outlined, outlineJson } from '../../report/json.ts'
import { outline } from '../../report/outline.ts'
import { prettyOutline } from '../../report/pretty.ts'
import { paintFor, type When } from './colour.ts'
import { type Reading, readFiles } from './files.ts'

export async function outlineFiles(
  paths: readonly string[],
  options: Reading & { readonly format: string; readonly color?: When },
): Promise<void> {
  const { format, lang } = options
  const paint = paintFor(options.color)
  const files: Outlined[] = []
  for await (const { path, text } of readFiles(paths, options)) {
    const documents = outline(analyze(text))
    if (format === 'json') files.push({ path, documents })
    else process.stdout.write(`${prettyOutline(path, documents, lang, paint)}\n`)
  }
  if (format === 'json') process.stdout.write(`${outlineJson(files)}\n`)
}
