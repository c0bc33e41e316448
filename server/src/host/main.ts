import { isMainThread } from 'node:worker_threads'

/** The same program is the command line and, in its own threads, what checks for it. */
if (isMainThread) void import('./cli/cli.ts')
else void import('./cli/lint-worker.ts').then(({ serveLints }) => serveLints())
