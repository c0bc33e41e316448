import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Acceptance, readAccepted } from '../lint/accept.ts'
import type { Problem } from '../lint/problem.ts'
import type { FileProblem } from './file-problem.ts'

export const acceptedName = 'yaodian-accepted.json'

/** What was accepted in a folder, and in which file; no path where there is none. */
export type AcceptedFile = {
  readonly path?: string
  readonly entries: readonly Acceptance[]
  readonly problems: readonly FileProblem[]
}

/** Finds the nearest yaodian-accepted.json upwards of a folder and remembers it; `forget` after a change. */
export function acceptedFiles(): { readonly of: (folder: string) => AcceptedFile; readonly forget: () => void } {
  const known = new Map<string, AcceptedFile>()
  const of = (folder: string): AcceptedFile => {
    const above = dirname(folder)
    const found =
      known.get(folder) ??
      read(join(folder, acceptedName)) ??
      (above === folder ? { entries: [], problems: [] } : of(above))
    known.set(folder, found)
    return found
  }
  return { of, forget: () => known.clear() }
}

function read(path: string): AcceptedFile | undefined {
  try {
    const problems: Problem[] = []
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
    // What was accepted first and taken back leaves an empty file.
    const entries = text.trim() === '' ? [] : readAccepted(JSON.parse(text), problems)
    return { path, entries, problems: problems.map(({ message }) => ({ file: path, message })) }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    return { path, entries: [], problems: [{ file: path, message: { zh: message, en: message } }] }
  }
}
