import { isMainThread } from 'node:worker_threads'
import { isAskedForTables, serveTables } from './aside.ts'
import { readAhead } from './spelling.ts'
import { isUsual } from './usual.ts'

// What everybody runs needs the phrases; while they are read the rest of the program gets ready.
if (isMainThread && isUsual(process.argv)) void readAhead()

/** The same program is the command line and, in its own threads, what checks or makes tables for it. */
if (isMainThread) void import('./cli/cli.ts')
else if (isAskedForTables()) void serveTables()
else void import('./cli/lint-worker.ts').then(({ serveLints }) => serveLints())
