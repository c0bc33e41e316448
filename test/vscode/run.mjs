// Runs the suite inside a real VS Code, in each language of ours, and in a browser's own extension host, as vscode.dev has
// it: `node test/vscode/run.mjs [development|package|web]`.
// It fails where no VS Code can be had; it never passes by skipping.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { runTests } from '@vscode/test-electron'
import { bundleSuite, bundleWebSuite } from './bundle.mjs'
import { browserVSCode, findVSCode, hasBrowserVSCode } from './find-vscode.mjs'
import { buildExtension, packageExtension } from './package.mjs'

const root = resolve(import.meta.dirname, '../..')

/** How the extension comes into VS Code, and the display language that it meets there. */
const runs = {
  development: { locale: 'en', prepare: built },
  package: { locale: 'zh-cn', prepare: installed },
  web: { locale: 'zh-cn', prepare: inBrowser },
}

const names =
  process.argv.length > 2
    ? process.argv.slice(2)
    : Object.keys(runs).filter((name) => name !== 'web' || hasBrowserVSCode)
if (process.argv.length <= 2 && !hasBrowserVSCode) console.log('Left out: web, for which code-server needs Linux x64.')
try {
  const failed = []
  const places = new Set()
  for (const name of names) {
    const vscode = await (name === 'web' ? browserVSCode : findVSCode)()
    places.add(vscode.name)
    const why = await runIn(vscode, name, runs[name]).catch((error) => error)
    if (why) failed.push(`${name}: ${why.message}`)
  }
  const where = [...places].join(', ')
  if (failed.length > 0) throw new Error(`VS Code suite failed (${where}):\n${failed.join('\n')}`)
  console.log(`VS Code suite passed: ${names.join(', ')} (${where})`)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

async function runIn(vscode, name, { locale, prepare }) {
  const scratch = mkdtempSync(join(tmpdir(), 'yaodian-suite-'))
  const [workspace, userData, extensions] = ['workspace', 'user-data', 'extensions'].map((part) => join(scratch, part))
  console.log(`\n== VS Code suite: ${name}, display language ${locale}`)
  try {
    cpSync(join(import.meta.dirname, 'workspace'), workspace, { recursive: true })
    writeSettings(userData)
    mkdirSync(extensions)
    const { developed, suite, folder = workspace, args = [] } = await prepare({ vscode, scratch, extensions, userData })
    const profile = [`--user-data-dir=${userData}`, `--extensions-dir=${extensions}`]
    await runTests({
      vscodeExecutablePath: vscode.executable,
      extensionDevelopmentPath: developed,
      extensionTestsPath: suite,
      launchArgs: [folder, `--locale=${locale}`, ...profile, ...args],
      extensionTestsEnv: { E2E_RUN: name, E2E_LOCALE: locale, E2E_ROOT: root },
    })
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

async function built() {
  buildExtension(root)
  return { developed: root, suite: await bundleSuite(root) }
}

/** The .vsix as a user gets it, in a VS Code that has nothing else; VS Code wants something under development to test. */
async function installed({ vscode, scratch, extensions, userData }) {
  vscode.install(packageExtension(root), extensions, userData)
  const developed = join(scratch, 'nothing')
  mkdirSync(developed)
  const manifest = { name: 'nothing', publisher: 'yaodian-test', version: '0.0.0', engines: { vscode: '^1.91.0' } }
  writeFileSync(join(developed, 'package.json'), JSON.stringify(manifest))
  return { developed, suite: await bundleSuite(root) }
}

/** In no folder of a disk: what it reads comes over HTTP, and its documents are those of a virtual workspace. */
async function inBrowser() {
  buildExtension(root)
  const { suite, memory } = await bundleWebSuite(root)
  return {
    developed: [root, memory],
    suite,
    folder: 'memory:/文稿',
    args: ['--extensionDevelopmentKind=web', `--files=${root}`],
  }
}

function writeSettings(userData) {
  mkdirSync(join(userData, 'User'), { recursive: true })
  const settings = {
    'workbench.startupEditor': 'none',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'chat.disableAIFeatures': true,
    'telemetry.telemetryLevel': 'off',
    'extensions.autoCheckUpdates': false,
    'extensions.ignoreRecommendations': true,
    'git.enabled': false,
  }
  writeFileSync(join(userData, 'User/settings.json'), JSON.stringify(settings))
}
