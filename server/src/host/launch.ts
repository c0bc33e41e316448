import { readFileSync } from 'node:fs'
import { createRequire, wrap } from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { isMainThread } from 'node:worker_threads'
import { keep, keptIn } from './kept.ts'

/** Which build this is; the build writes it in. */
declare const build: string

/**
 * Runs the bundle beside this one, as `require` would, with the code that V8 compiled of it when it ran before: compiling is
 * most of what a short run does. Where there is none it is left for the next time, when `end` says that the run is over;
 * where that cannot be written, nothing is lost but time.
 */
export function launch(name: string, end?: (over: () => void) => void): void {
  const path = join(__dirname, name)
  // V8 looks whether version and flags are the same, but of the source only at its length.
  const codePath = `${path}.${build}.code`
  const code = readCode(codePath)
  const script = new Script(wrap(readFileSync(path, 'utf8')), { filename: path, ...(code && { cachedData: code }) })
  const isNew = code === undefined || script.cachedDataRejected
  if (isNew && isMainThread) end?.(() => keep(codePath, script.createCachedData()))
  const module = { exports: {} }
  // The bundle's threads are started from the file that it is told of: from this one.
  script.runInThisContext()(module.exports, createRequire(path), module, __filename, __dirname)
}

function readCode(path: string): Buffer | undefined {
  try {
    return keptIn(readFileSync(path))
  } catch {
    return undefined
  }
}
