// Runs the sources as they stand: TypeScript through esbuild file by file, word lists as text. No bundle, so that
// coverage counts real files.
import { register } from 'node:module'

register('./loader.mjs', import.meta.url)
