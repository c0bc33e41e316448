import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import type { Diagnostic } from '../../report/diagnostic.ts'
import { replaceFile } from '../atomic.ts'
import { shippedPhrases } from '../spelling.ts'
import type { Readable, Reading } from './files.ts'
import { program } from './program.ts'

/** What was found in a text under all that it was checked with, which `key` stands for. */
export type Remembered = { readonly key: string; readonly diagnostics: readonly Diagnostic[] }

export const usualCache = '.yaodian-cache.json'

/**
 * What an earlier run found. The key is of the text, its name, every file of its configuration, the options, the day and the
 * program itself: what could change a finding changes the key. Undefined where nothing is to be remembered.
 */
export function remembered(path: string | undefined, { lang, profile, rule, encoding }: Reading) {
  if (path === undefined) return undefined
  const known = readCache(path)
  const base = hashOf([
    program.version,
    stampOf(__filename),
    stampOf(shippedPhrases()),
    lang,
    JSON.stringify([profile, rule, encoding]),
  ])
  const configured = new Map<string, string>()
  const ofFiles = (files: readonly string[]): string => {
    const name = files.join('\0')
    const hash = configured.get(name) ?? hashOf(files.map(contentOf))
    configured.set(name, hash)
    return hash
  }
  return {
    keyOf: ({ path: name, bytes, sources, config }: Readable): string =>
      hashOf([base, ofFiles(sources), config.today ?? '', name, bytes]),
    get: (key: string): readonly Diagnostic[] | undefined => known.get(key),
  }
}

/** Writes what this run found, and nothing of earlier ones: what is gone is forgotten. */
export function remember(path: string, all: readonly Remembered[]): void {
  replaceFile(path, JSON.stringify({ version: 1, found: all.map(({ key, diagnostics }) => [key, diagnostics]) }))
}

/** One that is not there, or not ours, is an empty one. */
function readCache(path: string): ReadonlyMap<string, readonly Diagnostic[]> {
  try {
    const { version, found } = JSON.parse(readFileSync(path, 'utf8'))
    return new Map(version === 1 ? found : [])
  } catch {
    return new Map()
  }
}

function hashOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('base64url')
}

const stampOf = (path: string): string => {
  const { size, mtimeMs } = statSync(path)
  return `${size} ${mtimeMs}`
}

const contentOf = (path: string): Uint8Array | string => {
  try {
    return readFileSync(path)
  } catch {
    return ''
  }
}
