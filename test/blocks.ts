import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { livingIn } from './home.ts'

/** The code blocks of a language in a page, as a newcomer would paste them. */
export const blocksOf = (page: string, language: string): readonly string[] =>
  readFileSync(page, 'utf8')
    .split('\n```')
    .filter((part) => part.startsWith(`${language}\n`))
    .map((part) => part.slice(language.length + 1))

/** The environment of somebody who has installed the built command line, and lives in a folder. */
export function havingInstalled(folder: string): NodeJS.ProcessEnv {
  const bin = join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  symlinkSync(resolve('dist/yaodian.cjs'), join(bin, 'yaodian'))
  return {
    ...livingIn(folder),
    PATH: `${bin}${delimiter}${process.env['PATH']}`,
    LC_ALL: 'C.UTF-8',
    FORCE_COLOR: undefined,
  }
}
