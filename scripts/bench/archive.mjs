// How many documents of an archive are checked in a second, and how much memory that takes as it goes on. Beside it, as a
// floor: reading the files alone.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeArchive } from '../make-archive.mjs'
import { memoryOf } from './servers.mjs'

const count = 20_000

export default {
  name: 'archive',
  title: '两万份文稿',
  isLong: true,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'yaodian-archive-'))
    try {
      const paths = makeArchive(folder, count)
      const start = performance.now()
      const bytes = paths.reduce((sum, path) => sum + readFileSync(path).length, 0)
      const floor = (performance.now() - start) / 1000
      const rows = [['只读文件', floor.toFixed(1), (count / floor).toFixed(0), '']]
      for (const jobs of new Set([1, 2, availableParallelism()])) rows.push(await lint(paths, jobs))
      return {
        tables: [
          { head: [`${count} 份，${(bytes / 1e6).toFixed(0)} MB`, '秒', '份/秒', '每查完十分之一时的 MB'], rows },
        ],
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function lint(paths, jobs) {
  const args = ['dist/yaodian.cjs', 'lint', '--files-from', '-', '--format', 'jsonl', '--jobs', String(jobs)]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const start = performance.now()
  let done = 0
  const memory = []
  child.stdin.end(paths.join('\n'))
  for await (const chunk of child.stdout) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) {
      done++
      if (done % Math.ceil(paths.length / 10) === 0) memory.push(memoryOf(child.pid)?.toFixed(0) ?? '?')
    }
  }
  const seconds = (performance.now() - start) / 1000
  if (done !== paths.length) throw new Error(`${done} lines for ${paths.length} documents`)
  return [`${jobs} 个线程`, seconds.toFixed(1), (done / seconds).toFixed(0), memory.join(' ')]
}
