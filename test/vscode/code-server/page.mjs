// The workbench in a headless Chromium.
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const viewport = { width: 1400, height: 900 }

/** A Chromium that reaches this machine only, and an empty page in it. */
export async function openBrowser({ scale = 1, bypassCSP = false } = {}) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  })
  return { browser, page: await browser.newPage({ viewport, deviceScaleFactor: scale, bypassCSP }) }
}

/**
 * Opens the workbench of `server` on a folder, in the display language `locale`. Without a language pack VS Code's own
 * words stay English, but vscode.env.language, the manifest's titles and so all that extensions say follow.
 */
export async function openWorkbench(page, server, { folder, locale, developed = [], tests }) {
  const remote = (path) => `vscode-remote://${server.address}${pathToFileURL(path).pathname}`
  const payload = [
    ...quiet,
    ...developed.map((path) => ['extensionDevelopmentPath', remote(path)]),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
  ]
  const url = new URL(`http://${server.address}/`)
  if (folder) url.searchParams.set('folder', folder)
  else url.searchParams.set('ew', 'true')
  url.searchParams.set('payload', JSON.stringify(payload))
  if (locale) await speak(page, locale)
  await load(page, server, url)
}

const quiet = [
  ['skipWelcome', 'true'],
  ['skipReleaseNotes', 'true'],
]

const speak = (page, locale) =>
  page.addInitScript((language) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language }), locale)

async function load(page, server, url) {
  const answer = await page.goto(url.href)
  if (!answer.ok()) throw new Error(`the workbench's page answered ${answer.status()}:\n${server.tail()}`)
}

/**
 * Opens the workbench as vscode.dev has it: the folder is of a file system that an extension gives, extensions and tests
 * come over HTTP into the browser's own extension host. The page knows all of that from its settings alone. code-server
 * keeps the user's settings behind it; on node no extension of ours runs.
 */
export async function openBrowserWorkbench(page, server, { folder, locale, extensions, tests, settings }) {
  const url = new URL(`http://${server.address}/`)
  url.searchParams.set('folder', folder)
  url.searchParams.set('payload', JSON.stringify(quiet))
  if (locale) await speak(page, locale)
  await page.addInitScript(
    ({ developmentOptions, configurationDefaults }) => {
      const get = Element.prototype.getAttribute
      Element.prototype.getAttribute = function (name) {
        const value = get.call(this, name)
        if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value
        const own = JSON.parse(value)
        const options = { ...own.developmentOptions, ...developmentOptions }
        return JSON.stringify({ ...own, configurationDefaults, developmentOptions: options })
      }
    },
    { developmentOptions: { extensions, extensionTestsPath: tests }, configurationDefaults: settings },
  )
  await load(page, server, url)
}
