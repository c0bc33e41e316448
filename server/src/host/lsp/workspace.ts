import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { analyze } from '../../plan/plan.ts'
import { deepest, isPlanFile, isSkipped, most, type Stored } from '../plan-files.ts'
import { readSource } from '../text.ts'

/** The plan documents below folders, read when first asked for and again when they changed. Unreadable ones are left out. */
export function storedPlans(folders: readonly string[]): () => readonly Stored[] {
  const known = new Map<string, { readonly changed: number; readonly stored: Stored }>()
  return () => {
    const found: Stored[] = []
    for (const path of folders.flatMap((folder) => [...files(folder, 0)]).slice(0, most)) {
      const changed = attempt(() => statSync(path).mtimeMs)
      const before = known.get(path)
      if (changed === undefined) continue
      if (before?.changed === changed) {
        found.push(before.stored)
        continue
      }
      const source = attempt(() => readSource(path))
      if (!source) continue
      const stored = { uri: pathToFileURL(path).href, plan: analyze(source.text) }
      known.set(path, { changed, stored })
      found.push(stored)
    }
    return found
  }
}

function* files(folder: string, depth: number): Generator<string> {
  const entries = depth > deepest ? [] : (attempt(() => readdirSync(folder, { withFileTypes: true })) ?? [])
  for (const entry of entries) {
    if (isSkipped(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* files(path, depth + 1)
    else if (entry.isFile() && isPlanFile(entry.name)) yield path
  }
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
