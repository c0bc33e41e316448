import { readFileSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { unitList } from '../lexicon/unit-list.ts'
import { type Config, defaults, readConfig } from '../lint/config.ts'
import { rules } from '../rules/index.ts'
import { readUnitsFile } from './units-file.ts'

const ids = rules.map(({ id }) => id)

export const configName = 'yaodian.json'

/** The configuration that holds for a folder, where it stands, and the file that lists its units. */
export type Found = {
  readonly config: Config
  readonly path?: string
  readonly unitsPath?: string
  readonly problems: readonly string[]
}

export type Configs = {
  /** What holds for a folder. A list of units in a file of its own may still be on its way. */
  readonly of: (folder: string) => Found
  /** When every list that is on its way is there, or is known to be unreadable. */
  readonly settled: () => Promise<void>
  readonly forget: () => void
}

/**
 * Finds the nearest yaodian.json upwards of a folder, the same for the editor and the command line. Remembers what it
 * read; `forget` after a change. A file that cannot be read counts as none, and says so. `changed`: a list of units came.
 */
export function configs(changed: () => void = () => {}): Configs {
  let known = new Map<string, Found>()
  let pending: Promise<void> = Promise.resolve()
  let today = isoToday()

  const of = (folder: string): Found => {
    // A server may run over midnight.
    if (today !== isoToday()) {
      today = isoToday()
      known = new Map()
    }
    const there = known.get(folder)
    if (there) return there
    const above = dirname(folder)
    const found = load(folder) ?? (above === folder ? { config: { ...defaults, today }, problems: [] } : of(above))
    known.set(folder, found)
    return found
  }

  const load = (folder: string): Found | undefined => {
    const path = join(folder, configName)
    const found = read(path)
    if (!found) return undefined
    const { unitsFile, problems } = found
    const config = { ...found.config, today }
    if (unitsFile === undefined) return { config, path, problems }
    const unitsPath = resolve(folder, unitsFile)
    // A configuration is data and reaches no further than its own folder.
    if (isAbsolute(unitsFile) || relative(folder, unitsPath).startsWith('..'))
      return { config, path, problems: [...problems, `“units”: ${unitsFile} is not below this folder`] }
    bring(unitsPath, { config, path, unitsPath, problems })
    return { config, path, unitsPath, problems }
  }

  /** Reads a list of units and puts it into every folder that had the configuration without it. */
  const bring = (unitsPath: string, without: Found & { readonly path: string }) => {
    const asked = known
    const read = readUnitsFile(unitsPath).then(
      ({ units, problems }) => ({ config: { ...without.config, units: unitList(units) }, problems }),
      (error: Error) => ({ config: without.config, problems: [error.message] }),
    )
    pending = Promise.all([pending, read]).then(([, { config, problems }]) => {
      // What was forgotten meanwhile is read again by whoever asks.
      if (asked !== known) return
      const named = problems.map((problem) => `“units”: ${unitsPath}: ${problem}`)
      const found: Found = { ...without, config, problems: [...without.problems, ...named] }
      for (const [folder, { path }] of known) if (path === without.path) known.set(folder, found)
      changed()
    })
  }

  return {
    of,
    settled: () => pending,
    forget: () => {
      known = new Map()
    },
  }
}

function isoToday(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

function read(path: string): ReturnType<typeof readConfig> | undefined {
  try {
    return readConfig(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), ids)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ENOTDIR')
      return undefined
    return { config: defaults, problems: [String((error as Error).message)] }
  }
}
