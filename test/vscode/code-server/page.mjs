// The workbench in a headless Chromium.
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const viewport = { width: 1400, height: 900 }

/** A Chromium that reaches this machine only, and an empty page in it. */
export async function openBrowser(scale = 1) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  })
  return { browser, page: await browser.newPage({ viewport, deviceScaleFactor: scale }) }
}

/**
 * Opens the workbench of `server` on a folder, in the display language `locale`. Without a language pack VS Code's own
 * words stay English, but vscode.env.language, the manifest's titles and so all that extensions say follow.
 */
export async function openWorkbench(page, server, { folder, locale, developed = [], tests }) {
  const remote = (path) => `vscode-remote://${server.address}${pathToFileURL(path).pathname}`
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...developed.map((path) => ['extensionDevelopmentPath', remote(path)]),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
  ]
  const url = new URL(`http://${server.address}/`)
  if (folder) url.searchParams.set('folder', folder)
  else url.searchParams.set('ew', 'true')
  url.searchParams.set('payload', JSON.stringify(payload))
  if (locale)
    await page.addInitScript((language) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language }), locale)
  const answer = await page.goto(url.href)
  if (!answer.ok()) throw new Error(`the workbench's page answered ${answer.status()}:\n${server.tail()}`)
}
