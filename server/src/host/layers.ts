import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Message } from '../lint/message.ts'
import { type ListFiles, readConfig, type Written } from '../lint/read-config.ts'
import { rules } from '../rules/index.ts'
import type { FileProblem } from './file-problem.ts'
import { type Files, textIn } from './files.ts'

export const configName = 'yaodian.json'

/** One yaodian.json of those that a configuration is made of. */
export type Layer = {
  readonly path: string
  readonly text: string
  readonly written: Written
  readonly lists: ListFiles
  /** What it extends, whether there is such a file or not. */
  readonly bases: readonly string[]
  readonly problems: readonly FileProblem[]
}

/**
 * A configuration with what it extends before it, each file once, where it is named first. Undefined where there is no
 * such file. `seen`: the files that were read, true while what they extend is.
 */
export function layersFrom(
  files: Files,
  path: string,
  seen = new Map<string, boolean>(),
): readonly Layer[] | undefined {
  const content = read(files, path)
  if (content === undefined) return undefined
  const text = typeof content === 'string' ? content : '{}'
  const written = readConfig(text, rules)
  const folder = dirname(path)
  const problems: FileProblem[] =
    content === text
      ? written.problems.map(({ message, ...at }) => ({ file: path, message, at: { ...at, text } }))
      : [{ file: path, message: content as Message }]
  const wrong = (keys: readonly string[], message: Message) => {
    problems.push({ file: path, message, at: { ...written.placeOf(keys), text } })
  }
  const lists: Record<string, string> = {}
  for (const [name, file] of Object.entries(written.files)) {
    if (isBelow(files, folder, file)) lists[name] = resolve(folder, file)
    else wrong([name], { zh: `${file} 不在这个文件夹里`, en: `${file} is not below this folder` })
  }
  const bases: string[] = []
  seen.set(path, true)
  const below = written.bases.flatMap((name): readonly Layer[] => {
    const base = name === '..' ? above(files, folder) : isBelow(files, folder, name) ? resolve(folder, name) : undefined
    if (name !== '..' && base === undefined)
      wrong(['extends'], {
        zh: `${name} 不在这个文件夹里；上级文件夹的配置写作 ".."`,
        en: `${name} is not below this folder; write ".." for the configuration above`,
      })
    if (base === undefined) return []
    bases.push(base)
    if (seen.get(base)) {
      wrong(['extends'], { zh: `${name} 又回到了这个文件`, en: `${name} comes back to this file` })
      return []
    }
    const layers = seen.has(base) ? [] : layersFrom(files, base, seen)
    if (!layers) wrong(['extends'], { zh: `没有 ${name} 这个文件`, en: `there is no ${name}` })
    return layers ?? []
  })
  seen.set(path, false)
  return [...below, { path, text, written, lists, bases, problems }]
}

/** The nearest configuration above a folder. */
export function above(files: Files, folder: string): string | undefined {
  const parent = dirname(folder)
  if (parent === folder) return undefined
  const path = join(parent, configName)
  return read(files, path) === undefined ? above(files, parent) : path
}

/** A configuration is data and reaches no further than its own folder, by .. no more than by a link. */
export function isBelow(files: Files, folder: string, file: string): boolean {
  const path = resolve(folder, file)
  return !isAbsolute(file) && isWithin(resolve(folder), path) && isWithin(files.real(folder), files.real(path))
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return !isAbsolute(way) && way.split(sep)[0] !== '..'
}

/** The text of a file; undefined where there is none, and why where it cannot be read. */
function read(files: Files, path: string): string | Message | undefined {
  try {
    return textIn(files, path)
  } catch (error) {
    const { message } = error as Error
    return { zh: message, en: message }
  }
}
