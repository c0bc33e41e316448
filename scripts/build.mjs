// Bundles what ships: the client, the language server and the command line. `--watch` builds again on every change.
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import * as esbuild from 'esbuild'
import { engine, writeTypes } from './engine.mjs'
import { notices } from './notices.mjs'

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
  loader: { '.tsv': 'text', '.css': 'text' },
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
}

const client = 'client/src/extension.ts'
const server = 'server/src/host/server.ts'
const yaodian = 'server/src/host/main.ts'

const programs = { ...options, entryPoints: { client, 'server-main': server, 'yaodian-main': yaodian } }

/** What starts the server and the command line, with the code that V8 compiled before. */
const launchers = (build) => ({
  ...options,
  define: { build: JSON.stringify(build) },
  entryPoints: { server: 'server/src/host/launch-server.ts', yaodian: 'server/src/host/launch-yaodian.ts' },
})

/** Names what was built: code that V8 compiled of another build is none of this one's. */
function nameOf(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

/** What runs in the page of the check: a browser's script. */
const page = {
  bundle: true,
  platform: 'browser',
  format: 'iife',
  target: 'chrome120',
  outdir: 'dist',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  entryPoints: { 'check-page': 'client/src/page/check-page.ts' },
}

mkdirSync('dist', { recursive: true })
for (const name of ['phrases.bin.gz', 'context.bin.gz']) copyFileSync(`server/lexicon/${name}`, `dist/${name}`)
copyFileSync('server/src/report/check.css', 'dist/check.css')

if (process.argv.includes('--watch')) {
  await (
    await esbuild.context({
      ...options,
      entryPoints: { client, server, yaodian },
      minify: false,
      sourcemap: true,
      logLevel: 'info',
    })
  ).watch()
} else {
  const built = await Promise.all([programs, page, engine].map((each) => esbuild.build(each)))
  for (const name of readdirSync('dist')) if (name.endsWith('.code')) rmSync(`dist/${name}`)
  await esbuild.build(launchers(nameOf(['dist/yaodian-main.cjs', 'dist/server-main.cjs'])))
  writeFileSync('dist/THIRD-PARTY-NOTICES.txt', notices(built.map(({ metafile }) => metafile)))
  writeTypes()
  chmodSync('dist/yaodian.cjs', 0o755)
}
