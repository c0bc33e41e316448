// Learns a context from texts off the main thread: { texts, phrases, seed } in, the file's bytes out.
import { parentPort, workerData } from 'node:worker_threads'
import '../register.mjs'

const { readPhrases } = await import('../../server/src/lexicon/spelling/phrases.ts')
const { tabled } = await import('../../server/src/lexicon/spelling/tables-file.ts')
const { learnContext } = await import('./context.mjs')

const { texts, phrases, seed } = workerData
parentPort.postMessage(learnContext(texts, readPhrases(tabled(phrases)), seed))
