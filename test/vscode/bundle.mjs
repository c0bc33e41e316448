import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const suite = join(import.meta.dirname, 'suite')
const web = join(import.meta.dirname, 'web')
const workspace = join(import.meta.dirname, 'workspace')

const tests = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name))

/** Bundles the suite into out/vscode, each test file by itself; gives the file that VS Code is to start. */
export async function bundleSuite(root) {
  const out = join(root, 'out/vscode')
  rmSync(out, { recursive: true, force: true })
  await build({
    entryPoints: [join(suite, 'index.ts'), ...tests(suite)],
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

/** Tests of what a browser has not: processes, tasks, Word documents. */
const onNode = ['activation', 'killed', 'task', 'word'].map((name) => join(suite, `${name}.test.ts`))

/**
 * The same for a browser: what can be tested there, with tests of its own, in one file; and the extension that gives the
 * file system. Gives both.
 */
export async function bundleWebSuite(root) {
  const out = join(root, 'out/vscode-web')
  rmSync(out, { recursive: true, force: true })
  const files = [...tests(suite).filter((file) => !onNode.includes(file)), ...tests(web)]
  const options = {
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'chrome120',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  }
  await build({
    ...options,
    stdin: {
      contents: [join(web, 'index.mjs'), ...files].map((file) => `export * from ${JSON.stringify(file)}`).join('\n'),
      resolveDir: root,
    },
    // Mocha, too, calls itself what this module exports.
    format: 'iife',
    globalName: 'suite',
    footer: { js: 'module.exports = suite' },
    alias: { 'node:assert/strict': join(web, 'assert.mjs') },
    define: { process: '{}', 'process.env': 'globalThis.environment', global: 'globalThis' },
    outfile: join(out, 'index.js'),
  })
  const documents = readdirSync(workspace).map((name) => [name, readFileSync(join(workspace, name), 'utf8')])
  await build({
    ...options,
    entryPoints: [join(web, 'memory.ts')],
    define: { workspaceFiles: JSON.stringify(Object.fromEntries(documents)) },
    outfile: join(out, 'memory/memory.js'),
  })
  copyFileSync(join(web, 'package.json'), join(out, 'memory/package.json'))
  return { suite: join(out, 'index.js'), memory: join(out, 'memory') }
}
