import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Told } from './told.ts'

class ChangedMeanwhile extends Told {
  constructor() {
    super({
      zh: '检查的时候别的程序改了这个文件，没有写回；请再运行一次',
      en: 'another program changed the file meanwhile: nothing was written; run this again',
    })
  }
}

/**
 * Writes a file, or replaces it whole: the new content is on the disk before the old one goes, so a crash leaves one or the
 * other. Where it is not what it was when `before` was read, somebody else has written it, and it is left alone.
 */
export function replaceFile(path: string, content: string | Uint8Array, before?: Uint8Array): void {
  const there = existsSync(path)
  const target = there ? realpathSync(path) : path
  const mode = there ? statSync(target).mode : undefined
  throughTemporary(target, content, mode, (temporary) => {
    if (mode !== undefined) chmodSync(temporary, mode)
    if (before && !readFileSync(target).equals(before)) throw new ChangedMeanwhile()
    renameSync(temporary, target)
  })
}

/** Writes a file that is not there, whole or not at all. Throws EEXIST where one came there meanwhile: that one stays. */
export function createFile(path: string, content: string): void {
  throughTemporary(path, content, undefined, (temporary) => {
    try {
      linkSync(temporary, path)
      rmSync(temporary)
    } catch (error) {
      // Some file systems have no links.
      if (existsSync(path) || (error as NodeJS.ErrnoException).code === 'EEXIST') throw error
      renameSync(temporary, path)
    }
  })
}

/** Has the content on the disk in a file of its own, beside the one that it is to be, before `put` puts it there. */
function throughTemporary(
  path: string,
  content: string | Uint8Array,
  mode: number | undefined,
  put: (temporary: string) => void,
): void {
  const folder = dirname(path)
  sweep(folder)
  const temporary = join(folder, `${prefix}${randomBytes(6).toString('hex')}`)
  try {
    const file = openSync(temporary, 'wx', mode)
    try {
      writeFileSync(file, content)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    put(temporary)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Hidden, and with no ending that anything of ours looks for. */
const prefix = '.yaodian-'
const temporaryName = /^\.yaodian-[0-9a-f]{12}$/

const swept = new Set<string>()
const hour = 3_600_000

/** Takes away what a run that was killed has left, once for each folder; what is fresh may be another run's. */
function sweep(folder: string): void {
  if (swept.has(folder)) return
  swept.add(folder)
  try {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      if (temporaryName.test(name) && Date.now() - statSync(path).mtimeMs > hour) rmSync(path, { force: true })
    }
  } catch {
    // Where it cannot be looked at, what is written next says why.
  }
}
