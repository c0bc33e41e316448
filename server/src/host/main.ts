#!/usr/bin/env node
import { isThread, serveLints } from './cli/lint-worker.ts'

/** The same program is the command line and, in its own threads, what checks for it. */
if (isThread) serveLints()
else void import('./cli/cli.ts')
