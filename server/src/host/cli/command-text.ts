import { replaceFile } from '../atomic.ts'
import { attempt, complain, type Reading, readFiles } from './files.ts'

/** Writes a document as plain text, as it is checked: of a Word document a paragraph or a row of a table a line. */
export async function writeText(
  path: string,
  { output, ...reading }: Reading & { readonly output?: string },
): Promise<void> {
  const { lang } = reading
  for await (const { text } of readFiles([path], reading)) {
    const whole = text.endsWith('\n') ? text : `${text}\n`
    if (output === undefined) process.stdout.write(whole)
    else if (output === path)
      complain(lang === 'zh' ? `${output}：不能写回原文件` : `${output}: that is the file itself`)
    else attempt(output, lang, () => replaceFile(output, whole))
  }
}
