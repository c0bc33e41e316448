import { availableParallelism } from 'node:os'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import { type FileOptions, failed, fileLinter, type Outcome } from './lint-file.ts'
import type { Hand } from './pool.ts'

/** A thread that checks files as fileLinter does, from the same program. What kills it is the outcome of its file. */
export function lintThread(options: FileOptions): { readonly hand: Hand<Outcome>; readonly end: () => void } {
  let thread: Worker | undefined
  let settle: (outcome: Outcome) => void = () => {}
  let path = ''
  const start = (): Worker => {
    const started = new Worker(__filename, { workerData: options, resourceLimits: { maxYoungGenerationSizeMb: young } })
    started.on('message', (outcome: Outcome) => settle(outcome))
    started.on('error', (error) => {
      thread = undefined
      settle(failed(path, error, options))
    })
    return started
  }
  const hand: Hand<Outcome> = (next) =>
    new Promise((resolve) => {
      thread ??= start()
      path = next
      settle = resolve
      thread.postMessage(next)
    })
  return { hand, end: () => void thread?.terminate() }
}

/** Room for what a document leaves behind: with less it is swept up again and again while the document is checked. */
const young = 96

/** What runs in the thread. */
export function serveLints(): void {
  const lint = fileLinter(workerData as FileOptions)
  parentPort?.on('message', (path: string) => void lint(path).then((outcome) => parentPort?.postMessage(outcome)))
}

/** So many threads at most: each has its own copy of the phrases. */
const most = 8
export const usualThreads = (): number => Math.min(availableParallelism(), most)
