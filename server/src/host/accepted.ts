import { dirname, join } from 'node:path'
import { type Acceptance, readAccepted } from '../lint/accept.ts'
import type { Problem } from '../lint/problem.ts'
import type { FileProblem } from './file-problem.ts'
import { type Files, textIn } from './files.ts'

export const acceptedName = 'yaodian-accepted.json'

/** What was accepted in a folder, and in which file; no path where there is none. */
export type AcceptedFile = {
  readonly path?: string
  readonly entries: readonly Acceptance[]
  readonly problems: readonly FileProblem[]
}

/** Finds the nearest yaodian-accepted.json upwards of a folder and remembers it; `forget` after a change. */
export function acceptedFiles(files: Files): {
  readonly of: (folder: string) => AcceptedFile
  readonly forget: () => void
} {
  const known = new Map<string, AcceptedFile>()
  const of = (folder: string): AcceptedFile => {
    const above = dirname(folder)
    const found =
      known.get(folder) ??
      read(files, join(folder, acceptedName)) ??
      (above === folder ? { entries: [], problems: [] } : of(above))
    known.set(folder, found)
    return found
  }
  return { of, forget: () => known.clear() }
}

function read(files: Files, path: string): AcceptedFile | undefined {
  try {
    const problems: Problem[] = []
    const text = textIn(files, path)
    if (text === undefined) return undefined
    // What was accepted first and taken back leaves an empty file.
    const entries = text.trim() === '' ? [] : readAccepted(JSON.parse(text), problems)
    return { path, entries, problems: problems.map(({ message }) => ({ file: path, message })) }
  } catch (error) {
    const { message } = error as Error
    return { path, entries: [], problems: [{ file: path, message: { zh: message, en: message } }] }
  }
}
