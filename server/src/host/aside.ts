import { parentPort, Worker, workerData } from 'node:worker_threads'
import { type Tabling, tabledHere } from './spelling.ts'

type Asked = { readonly packed: Uint8Array }

/** Makes tables in a thread of this program, so that nobody who types waits for them. */
export const tabledAside: Tabling = (packed) =>
  new Promise((resolve, reject) => {
    const thread = new Worker(__filename, { workerData: { packed } satisfies Asked })
    thread.once('message', resolve)
    thread.once('error', reject)
  })

/** Whether a thread was started for tables. */
export const isAskedForTables = (): boolean => workerData !== null && 'packed' in Object(workerData)

/** What runs in the thread. */
export async function serveTables(): Promise<void> {
  const tables = await tabledHere((workerData as Asked).packed)
  parentPort?.postMessage(tables, [tables.buffer as ArrayBuffer])
}
