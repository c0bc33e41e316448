// Runs the suite inside a real VS Code, once in each language of ours: `node test/vscode/run.mjs [development|package]`.
// It fails where no VS Code can be had; it never passes by skipping.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { runTests } from '@vscode/test-electron'
import { bundleSuite } from './bundle.mjs'
import { findVSCode } from './find-vscode.mjs'
import { buildExtension, packageExtension } from './package.mjs'

const root = resolve(import.meta.dirname, '../..')

/** How the extension comes into VS Code, and the display language that it meets there. */
const runs = {
  development: { locale: 'en', prepare: built },
  package: { locale: 'zh-cn', prepare: installed },
}

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(runs)
try {
  const vscode = await findVSCode()
  const suite = await bundleSuite(root)
  const failed = []
  for (const name of names) {
    const why = await runIn(vscode, suite, name, runs[name]).catch((error) => error)
    if (why) failed.push(`${name}: ${why.message}`)
  }
  if (failed.length > 0) throw new Error(`VS Code suite failed (${vscode.name}):\n${failed.join('\n')}`)
  console.log(`VS Code suite passed: ${names.join(', ')} (${vscode.name})`)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

async function runIn(vscode, suite, name, { locale, prepare }) {
  const scratch = mkdtempSync(join(tmpdir(), 'yaodian-suite-'))
  const [workspace, userData, extensions] = ['workspace', 'user-data', 'extensions'].map((part) => join(scratch, part))
  console.log(`\n== VS Code suite: ${name}, display language ${locale}`)
  try {
    cpSync(join(import.meta.dirname, 'workspace'), workspace, { recursive: true })
    writeSettings(userData)
    mkdirSync(extensions)
    const { developed } = prepare({ vscode, scratch, extensions, userData })
    await runTests({
      vscodeExecutablePath: vscode.executable,
      extensionDevelopmentPath: developed,
      extensionTestsPath: suite,
      launchArgs: [workspace, `--locale=${locale}`, `--user-data-dir=${userData}`, `--extensions-dir=${extensions}`],
      extensionTestsEnv: { E2E_RUN: name, E2E_LOCALE: locale, E2E_ROOT: root },
    })
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

function built() {
  buildExtension(root)
  return { developed: root }
}

/** The .vsix as a user gets it, in a VS Code that has nothing else; VS Code wants something under development to test. */
function installed({ vscode, scratch, extensions, userData }) {
  vscode.install(packageExtension(root), extensions, userData)
  const developed = join(scratch, 'nothing')
  mkdirSync(developed)
  const manifest = { name: 'nothing', publisher: 'yaodian-test', version: '0.0.0', engines: { vscode: '^1.91.0' } }
  writeFileSync(join(developed, 'package.json'), JSON.stringify(manifest))
  return { developed }
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
