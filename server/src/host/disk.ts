import { readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type ConfigOptions, type Configs, configs } from './config.ts'
import type { Files } from './files.ts'
import { spellerBy, tabledHere } from './spelling.ts'
import { userWordsPath } from './user-words.ts'

/** The files of this machine. */
export const disk: Files = {
  read(path) {
    try {
      return readFileSync(path)
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
      throw error
    }
  },
  real,
}

function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return dirname(path) === path ? path : join(real(dirname(path)), basename(path))
  }
}

/** The configurations on this machine, with its user's own words. */
export const diskConfigs = (options: Partial<ConfigOptions> = {}): Configs =>
  configs({ files: disk, spellerOf: spellerBy(tabledHere), userWords: userWordsPath(), ...options })
