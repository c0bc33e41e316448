import { relative, resolve, sep } from 'node:path'
import picomatch from 'picomatch'
import { type Config, extended, type Said } from '../lint/config.ts'

/** What holds for the files that match. */
export type Overriding = { readonly said: Said; readonly matches: (path: string) => boolean }

/** Whether an override says something for a file. */
export const isOverridden = (overrides: readonly Overriding[], path: string, key: keyof Said): boolean =>
  overrides.some(({ said, matches }) => key in said && matches(path))

/** What holds for each file; files with the same overrides have the same configuration, and so the same linter. */
export function overriding(base: Config, overrides: readonly Overriding[]): (path: string | undefined) => Config {
  if (overrides.length === 0) return () => base
  const made = new Map<string, Config>([['', base]])
  return (path) => {
    const matching = path === undefined ? [] : overrides.filter(({ matches }) => matches(path))
    const key = matching.map((each) => overrides.indexOf(each)).join()
    const config = made.get(key) ?? matching.reduce((sum, { said }) => extended(sum, said), base)
    made.set(key, config)
    return config
  }
}

/**
 * Globs from a folder; one without a slash goes by the file's name alone, as in .gitignore. Of what there is only *, **,
 * ?, [ ] and { }: names of files have brackets, and patterns in brackets can take for ever.
 */
export function matcher(folder: string, globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.map((glob) => {
    const plain = glob.replace(/\\.|[()|]/gs, (found) => (found.length > 1 ? found : `\\${found}`))
    return picomatch(plain, { dot: true, basename: !glob.includes('/'), noextglob: true, nonegate: true })
  })
  return (path) => {
    const own = relative(folder, resolve(path)).split(sep).join('/')
    return !own.startsWith('../') && matchers.some((matches) => matches(own))
  }
}
