import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Config, defaults, readConfig } from '../lint/config.ts'
import { rules } from '../rules/index.ts'

const ids = rules.map(({ id }) => id)

export const configName = 'yaodian.json'

/** The configuration that holds for a folder, and where it stands. */
export type Found = { readonly config: Config; readonly path?: string; readonly problems: readonly string[] }

/**
 * Finds the nearest yaodian.json upwards of a folder, the same for the editor and the command line. Remembers what it
 * read; `forget` after a change. A file that cannot be read counts as none, and says so.
 */
export function configs(): { readonly of: (folder: string) => Found; readonly forget: () => void } {
  const known = new Map<string, Found>()
  const of = (folder: string): Found => {
    const there = known.get(folder)
    if (there) return there
    const above = dirname(folder)
    const found = read(join(folder, configName)) ?? (above === folder ? { config: defaults, problems: [] } : of(above))
    known.set(folder, found)
    return found
  }
  return { of, forget: () => known.clear() }
}

function read(path: string): Found | undefined {
  try {
    return { ...readConfig(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), ids), path }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ENOTDIR')
      return undefined
    return { config: defaults, path, problems: [String((error as Error).message)] }
  }
}
