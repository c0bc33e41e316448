import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
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
  const temporary = join(dirname(target), `.yaodian-${randomBytes(6).toString('hex')}`)
  try {
    const file = openSync(temporary, 'wx', mode)
    try {
      writeFileSync(file, content)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    if (mode !== undefined) chmodSync(temporary, mode)
    if (before && !readFileSync(target).equals(before)) throw new ChangedMeanwhile()
    renameSync(temporary, target)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
