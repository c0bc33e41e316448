import { resolve } from 'node:path'
import { analyze } from '../../plan/plan.ts'
import { diagnostic } from '../../report/diagnostic.ts'
import { author, wordComments } from '../../report/word-comments.ts'
import { replaceFile } from '../atomic.ts'
import { told } from '../told.ts'
import { attempt, complain, fileReader, type Reading } from './files.ts'

/** Writes a copy of a Word document in which what was found stands as comments. The document itself is only read. */
export async function writeComments(path: string, copy: string, reading: Reading): Promise<void> {
  const { lang } = reading
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en)
  if (resolve(path) === resolve(copy)) {
    complain(say(`${copy}：批注要写到另一个文件`, `${copy}: comments are written into another file`))
    return
  }
  try {
    const file = await fileReader({ ...reading, spelling: true }, complain)(path)
    if (!('word' in file)) {
      complain(say(`${path}：只有 .docx 能写批注`, `${path}: only a .docx takes comments`))
      return
    }
    const plan = analyze(file.text)
    const comments = wordComments(
      file.lint(plan).open.map((finding) => diagnostic(plan, finding, lang)),
      lang,
    )
    const bytes = file.word.withComments(comments, author(lang))
    if (!attempt(copy, lang, () => replaceFile(copy, bytes))) return
    process.stderr.write(
      say(`${comments.length} 条批注已写入 ${copy}\n`, `${comments.length} comments written into ${copy}\n`),
    )
  } catch (error) {
    complain(`${path}: ${told(error)[lang]}`)
  }
}
