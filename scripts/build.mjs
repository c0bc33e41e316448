// Bundles what ships: the client, the language server and the command line. `--watch` builds again on every change.
import { chmodSync, copyFileSync, mkdirSync } from 'node:fs'
import * as esbuild from 'esbuild'

/** Words are read as text by whoever imports them: nobody below host/ opens a file. */
const options = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  external: ['vscode'],
  // Its other build finds its parts at run time, where no bundler sees them.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  loader: { '.tsv': 'text' },
  minify: true,
  keepNames: true,
  legalComments: 'none',
  logLevel: 'warning',
  entryPoints: {
    client: 'client/src/extension.ts',
    server: 'server/src/host/server.ts',
    yaodian: 'server/src/host/cli.ts',
  },
}

mkdirSync('dist', { recursive: true })
for (const name of ['phrases.bin.gz', 'context.bin.gz']) copyFileSync(`server/lexicon/${name}`, `dist/${name}`)

if (process.argv.includes('--watch')) {
  await (await esbuild.context({ ...options, minify: false, sourcemap: true, logLevel: 'info' })).watch()
} else {
  await esbuild.build(options)
  chmodSync('dist/yaodian.cjs', 0o755)
}
