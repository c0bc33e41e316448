// Bundles what ships: the client and the language server, for node and for browsers, and the command line. `--watch` builds again on every change.
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

/** Names files by what is in them. */
function nameOf(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

/** Names the tables that are made of the phrases: others of these, or another way to make them, give others. */
const spelling = 'server/src/lexicon/spelling'
const lexicon = nameOf(['server/lexicon/phrases.bin.gz', ...readdirSync(spelling).map((name) => `${spelling}/${name}`)])

const client = 'client/src/node.ts'
const server = 'server/src/host/server.ts'
const yaodian = 'server/src/host/main.ts'

const programs = {
  ...options,
  define: { lexicon: JSON.stringify(lexicon) },
  entryPoints: { client, 'server-main': server, 'yaodian-main': yaodian },
}

/** What starts the server and the command line, with the code that V8 compiled before: of another build it is none of this one's. */
const launchers = (build) => ({
  ...options,
  define: { build: JSON.stringify(build) },
  entryPoints: { server: 'server/src/host/launch-server.ts', yaodian: 'server/src/host/launch-yaodian.ts' },
})

/** What runs in a browser. */
const browser = {
  ...options,
  platform: 'browser',
  target: ['chrome120', 'firefox121', 'safari17'],
  outExtension: {},
}

/** What runs in the page of the check. */
const page = { ...browser, format: 'iife', entryPoints: { 'check-page': 'client/src/page/check-page.ts' } }

/** The extension in a browser's host. */
const webClient = { ...browser, entryPoints: { 'client-web': 'client/src/web.ts' } }

/** The language server in a worker: paths and buffers as node has them, for what is read the same there. */
const webServer = {
  ...browser,
  format: 'iife',
  alias: { ...options.alias, 'node:path': 'path-browserify' },
  inject: ['scripts/browser/buffer.mjs'],
  define: { global: 'globalThis' },
  entryPoints: { 'server-web': 'server/src/host/worker.ts' },
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
  const built = await Promise.all([programs, page, webClient, webServer, engine].map((each) => esbuild.build(each)))
  for (const name of readdirSync('dist')) if (/\.(?:code|tables)$/.test(name)) rmSync(`dist/${name}`)
  await esbuild.build(launchers(nameOf(['dist/yaodian-main.cjs', 'dist/server-main.cjs'])))
  writeFileSync('dist/THIRD-PARTY-NOTICES.txt', notices(built.map(({ metafile }) => metafile)))
  writeTypes()
  chmodSync('dist/yaodian.cjs', 0o755)
}
