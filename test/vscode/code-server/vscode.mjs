#!/usr/bin/env node
// Stands where @vscode/test-electron expects VS Code's executable: the same arguments, output and exit code, but
// code-server's workbench in a headless Chromium. Exit code: the suite's (0 passed, 1 failed), 3 when there was no result.
//   vscode.mjs [FOLDER] --extensionDevelopmentPath=DIR --extensionTestsPath=FILE --user-data-dir=DIR --extensions-dir=DIR
//              [--locale=LANGUAGE]                                    (other --flags are accepted and left unused)
// --extensionDevelopmentKind=web: in the browser's own extension host, with no server behind it. FOLDER is then an address,
// --files=DIR is what the browser may read, and further --extensionDevelopmentPath give what it needs (a file system).
// Environment: CHROMIUM, E2E_TIMEOUT_MS (300000), E2E_SHOTS (a folder for pictures and logs), E2E_VERBOSE=1.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startBeside } from './beside.mjs'
import { openBrowser, openBrowserWorkbench, openWorkbench } from './page.mjs'
import { startServer } from './server.mjs'

const scratch = mkdtempSync(join(tmpdir(), 'yaodian-vscode-'))
const shots = process.env.E2E_SHOTS && resolve(process.env.E2E_SHOTS)
const logs = shots ?? scratch
const verbose = process.env.E2E_VERBOSE === '1'
const timeout = Number(process.env.E2E_TIMEOUT_MS ?? 300_000)
const endedWell = 'code: 0, signal: null.'
/** What the workbench logs of its own accord, in the same channel as the extension host's console. */
const noise =
  /^(Resolv(ing|ed) connection token|Creating a socket|Updating additional builtin|Ignoring fetching additional builtin|\[(reconnection-grace-time|Service Worker|AgentHost|AccountPolicyGate|ChatModelSelection|DefaultAccount|chat-)|Canceled|getaddrinfo )/

const started = Date.now()
const say = (...words) => console.error(`[vscode +${((Date.now() - started) / 1000).toFixed(1)} s]`, ...words)

const { folder, developed, options } = readArguments(process.argv.slice(2))
const isWeb = options.extensionDevelopmentKind === 'web'
let beside
let browser
let server
let cleaning

function cleanUp() {
  cleaning ??= (async () => {
    await browser?.close().catch(() => {})
    beside?.close()
    await server?.stop()
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  })()
  return cleaning
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => cleanUp().then(() => process.exit(130)))

async function run() {
  mkdirSync(logs, { recursive: true })
  const opened = await openBrowser({ bypassCSP: isWeb })
  browser = opened.browser
  const { page } = opened
  const tests = resolve(options.extensionTestsPath)
  beside = await startBeside({
    root: resolve(options.files ?? '.'),
    answer: ({ verb, argument }) => verbs[verb](page, argument),
    // A browser has no environment; what a suite is told stands before it.
    before: (file) => (file === tests ? `globalThis.environment = ${JSON.stringify(told())}\n` : ''),
  })
  server = await startServer({
    scratch,
    userData: options['user-data-dir'] ?? join(scratch, 'user-data'),
    extensionsDir: options['extensions-dir'] ?? join(scratch, 'extensions'),
    testing: true,
    env: told(),
    log: join(logs, 'server.log'),
  })
  const result = suiteResult(page, server)
  await listen(page, result)
  const { locale } = options
  if (isWeb) {
    const extensions = developed.map(beside.at)
    await openBrowserWorkbench(page, server, {
      folder,
      locale,
      extensions,
      tests: beside.at(tests),
      settings: settingsIn(options['user-data-dir']),
    })
  } else await openWorkbench(page, server, { folder, locale, developed, tests })
  say(`workbench in Chromium ${browser.version()}`)
  try {
    const code = await result.promise
    if (isWeb) return code
    // The workbench calls a killed extension host's run 0 too: only a host that ended by itself has passed.
    const how = await Promise.race([server.hostExit, sleep(10_000, 'not ended', { ref: false })])
    if (code === 0 && how !== endedWell) throw new Error(`the extension host ended with ${how}`)
    say('exit code', code)
    return code
  } catch (error) {
    if (shots) await page.screenshot({ path: join(shots, 'failure.png') }).catch(() => {})
    throw error
  }
}

/** The settings of a user, where there are any. */
function settingsIn(userData) {
  const file = join(userData ?? '', 'User/settings.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** What a suite finds in its environment. */
const told = () => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('E2E_'))),
  E2E_PAGE: beside.page,
})

function readArguments(args) {
  const found = { folder: undefined, developed: [], options: {} }
  for (const arg of args) {
    const [, name, value = true] = /^--([\w-]+)(?:=(.*))?$/s.exec(arg) ?? []
    if (name === 'extensionDevelopmentPath') found.developed.push(resolve(value))
    else if (name) found.options[name] = value
    else found.folder = /^[a-z]+:/.test(arg) ? arg : resolve(arg)
  }
  return found
}

/** The suite's exit code, or the reason why there will be none. */
function suiteResult(page, { hostExit }) {
  const result = {}
  result.promise = new Promise((resolve_, reject) => Object.assign(result, { resolve: resolve_, reject }))
  result.promise.catch(() => {})
  const fail = (why) => result.reject(new Error(why))
  page.once('crash', () => fail('the page crashed')).once('close', () => fail('the page was closed'))
  setTimeout(() => fail(`no result after ${timeout} ms`), timeout).unref()
  hostExit.then((how) => setTimeout(() => fail(`the extension host ended (${how}) and no result came`), 5000).unref())
  return result
}

/** VS Code's web workbench calls these two functions where the page has them, as its own integration tests rely on. */
async function listen(page, result) {
  if (verbose) page.on('console', (message) => say('page', message.type(), message.text()))
  await page.exposeFunction('codeAutomationExit', (code, files) => {
    for (const { relativePath, contents } of (code !== 0 && files) || [])
      if (contents) writeFileSync(join(logs, relativePath.replaceAll('/', '_')), contents)
    result.resolve(code)
  })
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const own = noise.test(args[0]) || args.some((arg) => typeof arg === 'string' && arg.includes('/static/out/vs/'))
    if (!own || verbose) (type === 'error' || type === 'warn' ? console.error : console.log)(...args)
  })
}

/** The document that a webview shows. */
const inside = (page) => page.frameLocator('iframe.webview').frameLocator('#active-frame')

const seen = (found) =>
  found.evaluateAll((elements) =>
    elements.map((element) => ({ text: element.textContent, label: element.getAttribute('aria-label') })),
  )

/** What a suite may ask of the page, which no extension can see. */
const verbs = {
  screenshot: async (page, name) => shots && void (await page.screenshot({ path: join(shots, `${name}.png`) })),
  /** The text and the label for screen readers of each element that a CSS selector finds. */
  see: (page, selector) => seen(page.locator(selector)),
  /** The same in the page of a webview, and a click there. */
  seeInside: (page, selector) => seen(inside(page).locator(selector)),
  clickInside: (page, selector) => inside(page).locator(selector).first().click(),
  press: (page, keys) => page.keyboard.press(keys),
  type: (page, text) => page.keyboard.insertText(text),
}

try {
  process.exitCode = await run()
} catch (error) {
  say('no result:', error)
  process.exitCode = 3
} finally {
  await cleanUp()
}
process.exit()
