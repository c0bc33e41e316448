import type { Files } from '../files.ts'
import type { Handing } from './handing.ts'

export type HandedFiles = Files & {
  /** Has all come that `look` reads; undefined where it is there already. Reading may lead on to other files. */
  readonly settled: (look: () => void) => Promise<void> | undefined
  /** Has what was read of files that changed come again. */
  readonly again: (paths: readonly string[]) => Promise<void>
}

/**
 * Files that a client hands over, kept until they change. What was not asked for yet counts as none and is asked for;
 * `came` tells when it is there, unless `settled` waits for it.
 */
export function handedFiles({ file }: Pick<Handing, 'file'>, came: (path: string) => void): HandedFiles {
  const known = new Map<string, () => Uint8Array | undefined>()
  const coming = new Map<string, Promise<void>>()
  let missed: Promise<void>[] | undefined

  const ask = (path: string): Promise<void> => {
    const asked = file(path)
      .then(
        (bytes) => () => bytes ?? undefined,
        (error: unknown) => () => {
          throw error
        },
      )
      .then((content) => {
        known.set(path, content)
        coming.delete(path)
      })
    coming.set(path, asked)
    return asked
  }

  /** What is still to come of all that `look` reads. */
  const missing = (look: () => void): readonly Promise<void>[] => {
    const found: Promise<void>[] = []
    missed = found
    try {
      look()
    } finally {
      missed = undefined
    }
    return found
  }

  return {
    read(path) {
      const content = known.get(path)
      if (content) return content()
      const asked = coming.get(path) ?? ask(path)
      if (missed) missed.push(asked)
      else void asked.then(() => came(path))
      return undefined
    },
    // What a client hands over has no links that could be followed.
    real: (path) => path,
    settled(look) {
      const first = missing(look)
      if (first.length === 0) return undefined
      const rest = async () => {
        for (let left = first; left.length > 0; left = missing(look)) await Promise.all(left)
      }
      return rest()
    },
    async again(paths) {
      await Promise.all(paths.map((path) => coming.get(path)))
      await Promise.all(paths.filter((path) => known.has(path)).map(ask))
    },
  }
}
