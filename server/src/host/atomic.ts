import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes a file, or replaces it whole: the new content is on the disk before the old one goes, so a crash leaves one or the other. */
export function replaceFile(path: string, content: string | Uint8Array): void {
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
    renameSync(temporary, target)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
