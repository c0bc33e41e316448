import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Bundles the suite into out/vscode, each test file by itself; gives the file that VS Code is to start. */
export async function bundleSuite(root) {
  const suite = join(import.meta.dirname, 'suite')
  const out = join(root, 'out/vscode')
  rmSync(out, { recursive: true, force: true })
  await build({
    entryPoints: readdirSync(suite)
      .filter((name) => name === 'index.ts' || name.endsWith('.test.ts'))
      .map((name) => join(suite, name)),
    outdir: out,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  })
  return join(out, 'index.cjs')
}
