import { join } from 'node:path'
import { analyze } from '../../plan/plan.ts'
import { decode } from '../encoding.ts'
import { deepest, isPlanFile, isSkipped, most, type Stored } from '../plan-files.ts'
import { addresses } from './addresses.ts'
import type { Handing } from './handing.ts'

export type HandedPlans = {
  /** Those that are there; what is still to come is asked for. */
  readonly now: () => readonly Stored[]
  /** Looks through the folders again and has all of them come: word of a file that was just written may be on its way. */
  readonly settled: () => Promise<void>
  /** Files changed, came or went. */
  readonly changed: (paths: readonly string[]) => void
}

/** So many files are asked for at a time. */
const atOnce = 16

/** The plan documents below folders, as a client hands them over: read when first asked for, and again when they changed. */
export function handedPlans(handing: Handing, folders: readonly string[]): HandedPlans {
  let known = new Map<string, Stored | undefined>()
  let isStale = true
  let coming: Promise<void> | undefined

  const read = async () => {
    isStale = false
    const before = known
    const paths: string[] = []
    for (const folder of folders) for await (const path of below(handing, folder, 0)) paths.push(path)
    const found = new Map(paths.slice(0, most).map((path) => [path, before.get(path)]))
    const missing = [...found.keys()].filter((path) => !found.get(path))
    for (let i = 0; i < missing.length; i += atOnce)
      await Promise.all(missing.slice(i, i + atOnce).map(async (path) => found.set(path, await planAt(handing, path))))
    known = found
    coming = undefined
  }

  const settled = () => {
    coming ??= read()
    return coming
  }
  return {
    settled,
    now: () => {
      if (isStale) void settled()
      return [...known.values()].filter((each) => each !== undefined)
    },
    changed(paths) {
      for (const path of paths.filter((each) => isPlanFile(each))) {
        known.delete(path)
        isStale = true
      }
    },
  }
}

async function* below(handing: Handing, folder: string, depth: number): AsyncGenerator<string> {
  if (depth > deepest) return
  for (const { name, isFolder } of await handing.folder(folder).catch(() => [])) {
    if (isSkipped(name)) continue
    if (isFolder) yield* below(handing, join(folder, name), depth + 1)
    else if (isPlanFile(name)) yield join(folder, name)
  }
}

/** One that cannot be read is left out. */
async function planAt({ file }: Handing, path: string): Promise<Stored | undefined> {
  try {
    const bytes = await file(path)
    return bytes ? { uri: addresses.uriOf(path) ?? path, plan: analyze(decode(bytes).text) } : undefined
  } catch {
    return undefined
  }
}
