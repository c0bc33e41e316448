import { createTwoFilesPatch } from 'diff'
import { repair } from '../lint/repair.ts'
import type { Locale } from '../report/diagnostic.ts'
import { replaceFile } from './atomic.ts'
import { attempt, exitWith, readFiles } from './files.ts'

export function fixFiles(paths: readonly string[], options: { readonly write?: boolean; readonly lang: Locale }): void {
  const { write = false, lang } = options
  let files = 0
  let fixes = 0
  for (const { path, text, bom, lint } of readFiles(paths, lang)) {
    const repaired = repair(text, lint)
    if (repaired.text === text) continue
    if (write && !attempt(path, lang, () => replaceFile(path, bom + repaired.text))) continue
    if (!write) process.stdout.write(createTwoFilesPatch(path, path, text, repaired.text, '', '', { context: 0 }))
    files++
    fixes += repaired.count
  }
  process.stderr.write(`${summary(files, fixes, write, lang)}\n`)
  exitWith(!write && files > 0 ? 1 : 0)
}

function summary(files: number, fixes: number, write: boolean, lang: Locale): string {
  if (files === 0) return lang === 'zh' ? '没有可以直接改正的错误。' : 'Nothing to fix.'
  if (lang === 'zh')
    return write
      ? `已改正 ${files} 个文件中的 ${fixes} 处。`
      : `${files} 个文件中有 ${fixes} 处可以改正；加 --write 写回。`
  return write ? `Fixed ${fixes} in ${files} files.` : `${fixes} to fix in ${files} files; --write applies them.`
}
