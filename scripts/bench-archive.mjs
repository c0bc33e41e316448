// npm run bench:archive [COUNT]: how many documents of an archive are checked in a second, and how much memory that takes as
// it goes on. Beside it, as a floor: reading the files alone.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeArchive } from './make-archive.mjs'

const count = Number(process.argv[2] ?? 20_000)
const folder = mkdtempSync(join(tmpdir(), 'yaodian-archive-'))
try {
  const paths = makeArchive(folder, count)
  const start = performance.now()
  const bytes = paths.reduce((sum, path) => sum + readFileSync(path).length, 0)
  const floor = performance.now() - start
  console.log(`${count} documents, ${(bytes / 1e6).toFixed(1)} MB; reading them alone ${(floor / 1000).toFixed(1)} s`)
  for (const jobs of [...new Set([1, 2, availableParallelism()])]) await run(paths, jobs)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Memory of a process in MB; undefined where the system does not tell. */
function memoryOf(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024
  } catch {
    return undefined
  }
}

async function run(paths, jobs) {
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
  console.log(
    `${jobs} thread${jobs > 1 ? 's' : ''}: ${seconds.toFixed(1)} s, ${(done / seconds).toFixed(0)} documents a second; MB at each tenth: ${memory.join(' ')}`,
  )
}
