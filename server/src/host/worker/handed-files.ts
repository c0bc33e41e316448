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
export function handedFiles({ file }: Pick<Handing, 'file'>, came: (paths: readonly string[]) => void): HandedFiles {
  const known = new Map<string, () => Uint8Array | undefined>()
  const coming = new Map<string, Promise<void>>()
  let looking = false
  let unexpected: string[] = []

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
        if (coming.size > 0 || unexpected.length === 0) return
        const paths = unexpected
        unexpected = []
        came(paths)
      })
    coming.set(path, asked)
    return asked
  }

  /** Whether `look` read anything that is still to come. */
  const isShort = (look: () => void): boolean => {
    looking = true
    try {
      look()
    } finally {
      looking = false
    }
    return coming.size > 0
  }

  return {
    read(path) {
      const content = known.get(path)
      if (content) return content()
      if (!looking) unexpected.push(path)
      if (!coming.has(path)) void ask(path)
      return undefined
    },
    settled(look) {
      if (!isShort(look)) return undefined
      const more = async () => {
        do await Promise.all(coming.values())
        while (isShort(look))
      }
      return more()
    },
    async again(paths) {
      await Promise.all(paths.map((path) => coming.get(path)))
      await Promise.all(paths.filter((path) => known.has(path)).map(ask))
    },
  }
}
