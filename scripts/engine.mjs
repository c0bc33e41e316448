// Builds what `import … from 'yaodian'` gives: one module for every runtime, and its types.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const source = 'server/src/engine/engine.ts'

/** What esbuild is told: no platform, so that anything of Node's would not build. */
export const engine = {
  bundle: true,
  platform: 'neutral',
  mainFields: ['module', 'main'],
  format: 'esm',
  target: 'es2022',
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  loader: { '.tsv': 'text', '.css': 'text' },
  minify: true,
  keepNames: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  entryPoints: { engine: source },
}

/** Writes dist/engine.d.mts. It says everything itself: what it would import is not in the package. */
export function writeTypes() {
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-types-'))
  const options = ['--declaration', '--emitDeclarationOnly', '--noEmit', 'false', '--rootDir', '.', '--outDir', folder]
  const tsc = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc')
  try {
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', 'scripts/engine.tsconfig.json', ...options], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stdout)
    const types = join(folder, 'server/src/engine/engine.d.ts')
    if (/^import /m.test(readFileSync(types, 'utf8'))) throw new Error(`${source} shows types that stand elsewhere`)
    copyFileSync(types, 'dist/engine.d.mts')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
