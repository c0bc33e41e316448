import { readdirSync, statSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { learnPhrases } from '../../lexicon/spelling/count.ts'
import type { Locale } from '../../report/diagnostic.ts'
import { replaceFile } from '../atomic.ts'
import { readPhrasesFile, shippedPhrases } from '../spelling.ts'
import { readDocument } from '../text.ts'
import { told } from '../told.ts'
import { attempt, complain } from './files.ts'
import { progress } from './progress.ts'

/** Texts that issued documents are kept in. */
const endings = new Set(['.txt', '.plan', '.gongwen', '.md', '.docx'])

/**
 * Learns what the documents of folders say, on top of what ships, into a file that yaodian.json names. What cannot be read
 * is named on stderr, sets exit status 2, and the rest go on. Nothing is written where no document could be read.
 */
export async function learnFrom(
  paths: readonly string[],
  { output, lang }: { readonly output: string; readonly lang: Locale },
): Promise<void> {
  const say = (zh: string, en: string) => (lang === 'zh' ? zh : en)
  const files = paths.flatMap((path) => filesIn(path, lang))
  const texts: string[] = []
  const shown = progress((done) => `${done}/${files.length}`)
  for (const file of files) {
    try {
      texts.push((await readDocument(file)).text)
    } catch (error) {
      shown.clear()
      complain(`${file}: ${told(error)[lang]}`)
    }
    shown.step()
  }
  shown.clear()
  if (texts.length === 0) {
    complain(
      say('没有读到文件；请写出存放已印发文件（.txt、.plan）的文件夹', 'no documents (.txt, .plan) in these folders'),
    )
    return
  }
  const characters = texts.reduce((sum, { length }) => sum + length, 0)
  const bytes = learnPhrases(await readPhrasesFile(shippedPhrases()), texts)
  const isWritten = attempt(output, lang, () => replaceFile(output, gzipSync(bytes)))
  if (!isWritten) return
  const entry = `"phrases": ${JSON.stringify(relative('.', output))}`
  process.stdout.write(
    say(
      `学习了 ${texts.length} 份文件、${characters} 字，写入 ${output}。\n在 yaodian.json 里写上 ${entry} 即可使用；文件里只有字词的次数，没有原文。\n`,
      `Learned from ${texts.length} documents, ${characters} characters; wrote ${output}.\nPut ${entry} into yaodian.json to use it. It holds counts and no text.\n`,
    ),
  )
}

/** The documents in a folder and the folders in it, or the file itself. */
function filesIn(path: string, lang: Locale): readonly string[] {
  let found: readonly string[] = []
  attempt(path, lang, () => {
    if (!statSync(path).isDirectory()) found = [path]
    else
      found = readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => endings.has(extname(name).toLowerCase()))
        .sort()
        .map((name) => join(path, name))
  })
  return found
}
