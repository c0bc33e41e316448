import { isMainThread } from 'node:worker_threads'
import { serveTables } from './aside.ts'
import { serve } from './lsp/serve.ts'

if (isMainThread) serve()
else void serveTables()
